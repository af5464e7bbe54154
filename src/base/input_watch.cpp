// SPDX-License-Identifier: MIT
#include "base/input_watch.h"

#include <sys/stat.h>

#include "base/error.h"
#include "base/hash.h"

namespace wardmap {
namespace {

constexpr const char* log_ending = "-wal";

std::int64_t in_ns(const timespec& time) {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

FileStamp stamp_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
    return {status.st_dev, status.st_ino, status.st_size, in_ns(status.st_mtim),
            in_ns(status.st_ctim)};
}

/// Ignores links and rights.
bool is_as_written(const FileStamp& a, const FileStamp& b) {
    return a.device == b.device && a.inode == b.inode && a.bytes == b.bytes &&
           a.written_ns == b.written_ns;
}

Finding changed(const std::string& written, const char* found) {
    return {.severity = Severity::error,
            .place = {written},
            .found = found,
            .expected = "inputs that stay as they are while a run lasts",
            .help = "start the run again once the file is complete"};
}

InputWatch::File inspect(const std::string& written, const std::string& resolved) {
    InputWatch::File file{written, resolved, "", stamp_of(resolved)};
    file.sha256 = sha256_of_file(resolved);
    if (!is_as_written(file.stamp, stamp_of(resolved)))
        throw InputError(changed(written, "changed while it was read"));
    return file;
}

/// A file copied over itself or touched has not changed.
bool has_same_content(const InputWatch::File& file) {
    const auto now = stamp_of(file.resolved);
    return now == file.stamp || (now.inode != 0 && now.bytes == file.stamp.bytes &&
                                 sha256_of_file(file.resolved) == file.sha256);
}

} // namespace

void InputWatch::note(const std::string& written, const std::string& resolved) {
    note_one(written, resolved);
    if (stamp_of(resolved + log_ending).bytes > 0)
        note_one(written + log_ending, resolved + log_ending);
}

void InputWatch::note_one(const std::string& written, const std::string& resolved) {
    if (m_files.contains(resolved) || stamp_of(resolved) == FileStamp{}) return;
    try {
        m_files[resolved] = inspect(written, resolved);
    } catch (const InputError&) {
        return; // its reader reports what is wrong with it; see check_again
    }
}

std::vector<InputWatch::File> InputWatch::check_again(const std::string& written,
                                                      const std::string& resolved) const {
    std::vector<File> files = {check_one_again(written, resolved)};
    if (m_files.contains(resolved + log_ending))
        files.push_back(check_one_again(written + log_ending, resolved + log_ending));
    return files;
}

InputWatch::File InputWatch::check_one_again(const std::string& written,
                                             const std::string& resolved) const {
    const auto before = m_files.find(resolved);
    auto now = inspect(written, resolved);
    if (before == m_files.end() || !is_as_written(before->second.stamp, now.stamp) ||
        before->second.sha256 != now.sha256) {
        throw InputError(changed(written, "changed while it was read"));
    }
    return now;
}

void InputWatch::stop_if_changed() const {
    Findings faults;
    for (const auto& [path, file] : m_files) {
        if (!has_same_content(file))
            faults.push_back(changed(file.written, "changed while the run lasted"));
    }
    stop_on_errors(faults);
}

} // namespace wardmap
