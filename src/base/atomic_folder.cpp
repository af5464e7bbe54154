// SPDX-License-Identifier: MIT
#include "base/atomic_folder.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/error.h"

namespace wardmap {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& what,
                       const std::string& help = "") {
    throw OutputError("error: " + path.string() + ": " + what +
                      (help.empty() ? "" : "\n  help: " + help));
}

std::string reason() {
    return std::strerror(errno);
}

fs::path absolute_target(const std::string& target) {
    fs::path path = fs::absolute(target).lexically_normal();
    if (!path.has_filename()) path = path.parent_path(); // "output/maidstone/"
    return path;
}

/// Only this run's user, no other run, and gone with the process.
int lock_beside(const fs::path& target) {
    const auto file = target.parent_path() / ("." + target.filename().string() + ".wardmap-lock");
    const int descriptor = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
    if (descriptor < 0) {
        fail(target, "the output cannot be written here: " + reason(),
             "choose another folder with --out");
    }
    if (::flock(descriptor, LOCK_EX) != 0) {
        ::close(descriptor);
        fail(target, "the output folder cannot be locked: " + reason());
    }
    return descriptor;
}

void swap_folders(const fs::path& stage, const fs::path& target) {
#ifdef RENAME_EXCHANGE
    if (::renameat2(AT_FDCWD, stage.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0)
        return;
#endif
    const fs::path former = stage.string() + ".former";
    if (::rename(target.c_str(), former.c_str()) != 0)
        fail(target, "cannot be replaced: " + reason());
    if (::rename(stage.c_str(), target.c_str()) != 0) {
        const auto why = reason();
        if (::rename(former.c_str(), target.c_str()) != 0)
            fail(former, "the former output stands here");
        fail(target, "cannot be replaced: " + why);
    }
    fs::rename(former, stage);
}

} // namespace

AtomicFolder::AtomicFolder(const std::string& target) : m_target(absolute_target(target)) {
    std::error_code error;
    if (fs::exists(m_target) && !fs::is_directory(m_target)) {
        fail(m_target, "this is a file, not a folder", "choose another folder with --out");
    }
    fs::create_directories(m_target.parent_path(), error);
    if (error) {
        fail(m_target, "the folder cannot be made: " + error.message(),
             "choose another folder with --out");
    }
    if (fs::exists(m_target) && ::access(m_target.c_str(), W_OK) != 0) {
        fail(m_target, "the output cannot be written here: " + reason(),
             "choose another folder with --out");
    }
    m_lock = lock_beside(m_target);
    const std::string prefix = "." + m_target.filename().string() + ".wardmap-new-";
    for (const auto& entry : fs::directory_iterator(m_target.parent_path(), error)) {
        // What a killed run left: no other run holds the lock.
        if (entry.path().filename().string().starts_with(prefix))
            fs::remove_all(entry.path(), error);
    }
    std::string pattern = (m_target.parent_path() / (prefix + "XXXXXX")).string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        const auto why = reason();
        ::close(m_lock);
        fail(m_target, "the output cannot be written here: " + why,
             "choose another folder with --out");
    }
    m_stage = pattern;
    fs::permissions(m_stage, fs::perms(0755), error);
}

AtomicFolder::~AtomicFolder() {
    std::error_code ignored;
    if (!m_stage.empty()) fs::remove_all(m_stage, ignored);
    const auto file =
        m_target.parent_path() / ("." + m_target.filename().string() + ".wardmap-lock");
    if (m_lock >= 0) {
        fs::remove(file, ignored);
        ::close(m_lock);
    }
}

void AtomicFolder::write(const std::string& relative, const std::string& content) const {
    const auto path = m_stage / relative;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) fail(m_target / relative, "cannot be written: " + reason());
    std::size_t done = 0;
    bool good = true;
    while (good && done < content.size()) {
        const auto n = ::write(file, content.data() + done, content.size() - done);
        good = n > 0 || (n < 0 && errno == EINTR);
        if (n > 0) done += static_cast<std::size_t>(n);
    }
    good = good && ::fsync(file) == 0;
    const auto why = reason();
    const bool closed = ::close(file) == 0;
    if (!good || !closed) fail(m_target / relative, "cannot be written: " + why);
}

void AtomicFolder::carry_over(const std::vector<std::string>& ours) const {
    for (const auto& entry : fs::recursive_directory_iterator(m_target)) {
        if (entry.is_directory()) continue;
        const auto relative = fs::relative(entry.path(), m_target);
        if (std::find(ours.begin(), ours.end(), relative.generic_string()) != ours.end()) continue;
        const auto there = m_stage / relative;
        if (fs::exists(there)) {
            fail(m_target / relative, "this file was not written by Wardmap and would be replaced",
                 "move it away, or choose another folder with --out");
        }
        fs::create_directories(there.parent_path());
        std::error_code error;
        fs::create_hard_link(entry.path(), there, error);
        if (error) fs::copy(entry.path(), there, fs::copy_options::copy_symlinks);
    }
}

void AtomicFolder::commit(const std::vector<std::string>& ours) {
    if (!fs::exists(m_target)) {
        if (::rename(m_stage.c_str(), m_target.c_str()) != 0) {
            fail(m_target, "cannot be put in place: " + reason());
        }
        m_stage.clear();
        return;
    }
    carry_over(ours);
    swap_folders(m_stage, m_target); // the stage now holds the former output and goes
}

} // namespace wardmap
