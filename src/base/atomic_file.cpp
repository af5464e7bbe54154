// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file_operations.h"

namespace wardmap {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path) {
    fail_output(path, "cannot be written: " + system_reason(), "choose another place for the file");
}

/// The mode of a new file, which mkstemp does not give.
mode_t new_mode() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

void write_through(const std::string& path, const std::string& content) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.is_open() || !write_and_sync(file.number(), content)) fail(path);
}

/// Writes a temporary file beside the target, with the rights of the existing file.
bool write_beside(int file, const std::string& content, const struct stat* former) {
    if (!write_and_sync(file, content)) return false;
    if (former == nullptr) return ::fchmod(file, new_mode()) == 0;
    // Ownership cannot be given back to another user; the file is then ours, as a copy would be.
    if (::fchown(file, former->st_uid, former->st_gid) != 0) errno = 0;
    return ::fchmod(file, former->st_mode & 07777) == 0;
}

void replace(const std::string& shown_as, const fs::path& path, const std::string& content,
             const struct stat* former, Existing existing) {
    std::string beside = path.string() + ".XXXXXX";
    const Descriptor file(::mkstemp(beside.data()));
    if (!file.is_open()) fail(shown_as);
    const bool is_in_place =
        write_beside(file.number(), content, former) &&
        (existing == Existing::keep ? try_move_to_free_place(beside, path)
                                    : ::rename(beside.c_str(), path.c_str()) == 0);
    if (is_in_place) return;
    const int reason = errno;
    ::unlink(beside.c_str());
    errno = reason;
    fail(shown_as);
}

} // namespace

void write_file_atomically(const std::string& path, const std::string& content, Existing existing) {
    struct stat former {};
    const bool is_there = ::stat(path.c_str(), &former) == 0;
    if ((is_there && S_ISDIR(former.st_mode)) || !fs::path(path).has_filename()) {
        errno = EISDIR;
        fail(path);
    }
    if (is_there && !S_ISREG(former.st_mode)) return write_through(path, content);
    const auto file = behind_links(path);
    const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        errno = error.value();
        fail(path);
    }
    replace(path, file, content, is_there ? &former : nullptr, existing);
    sync_folder(folder);
}

} // namespace wardmap
