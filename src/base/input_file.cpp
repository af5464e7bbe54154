// SPDX-License-Identifier: MIT
#include "base/input_file.h"

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
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
    return {status.st_dev, status.st_ino, status.st_size, in_ns(status.st_mtim),
            in_ns(status.st_ctim)};
}

/// Links and rights aside.
bool is_as_written(const FileStamp& a, const FileStamp& b) {
    return a.device == b.device && a.inode == b.inode && a.bytes == b.bytes &&
           a.written_ns == b.written_ns;
}

Finding changed(const std::string& written, const char* found) {
    return {Severity::error,
            {written},
            found,
            "inputs that stay as they are while a run lasts",
            "start the run again once the file is complete",
            ""};
}

} // namespace

Finding changed_input(const std::string& written) {
    return changed(written, "changed while it was read");
}

InputFile look_at_input(const std::string& written, const std::string& resolved) {
    InputFile file{written, "", false, resolved, stamp_of(resolved)};
    file.sha256 = sha256_of_file(resolved);
    if (!is_as_written(file.stamp, stamp_of(resolved))) throw InputError(changed_input(written));
    return file;
}

void stop_if_changed(const std::vector<InputFile>& files) {
    Findings faults;
    for (const auto& file : files) {
        if (file.resolved.empty()) continue;
        const auto now = stamp_of(file.resolved);
        if (now == file.stamp) continue;
        const bool is_same = now.bytes == file.stamp.bytes && now.inode != 0 &&
                             sha256_of_file(file.resolved) == file.sha256;
        if (!is_same) faults.push_back(changed(file.path, "changed while the run lasted"));
    }
    stop_on_errors(faults);
}

void InputWatch::note(const std::string& resolved) {
    note_one(resolved);
    if (stamp_of(resolved + log_ending).bytes > 0) note_one(resolved + log_ending);
}

void InputWatch::note_one(const std::string& resolved) {
    if (m_files.contains(resolved) || stamp_of(resolved) == FileStamp{}) return;
    try {
        m_files[resolved] = look_at_input(resolved, resolved);
    } catch (const InputError&) {
        return; // its reader says what is wrong with it; see look_again
    }
}

std::vector<InputFile> InputWatch::look_again(const std::string& written,
                                              const std::string& resolved) const {
    std::vector<InputFile> files = {look_again_at_one(written, resolved)};
    if (m_files.contains(resolved + log_ending))
        files.push_back(look_again_at_one(written + log_ending, resolved + log_ending));
    return files;
}

InputFile InputWatch::look_again_at_one(const std::string& written,
                                        const std::string& resolved) const {
    const auto before = m_files.find(resolved);
    auto now = look_at_input(written, resolved);
    if (before == m_files.end() || !is_as_written(before->second.stamp, now.stamp) ||
        before->second.sha256 != now.sha256) {
        throw InputError(changed_input(written));
    }
    return now;
}

} // namespace wardmap
