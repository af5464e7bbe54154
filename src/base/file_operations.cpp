// SPDX-License-Identifier: MIT
#include "base/file_operations.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/error.h"

namespace wardmap {

namespace fs = std::filesystem;

namespace {

constexpr int most_links = 40; // as in the kernel

} // namespace

Descriptor::~Descriptor() {
    if (m_number >= 0) ::close(m_number);
}

void fail_output(const fs::path& path, const std::string& what, const std::string& help) {
    throw OutputError("error: " + path.string() + ": " + what +
                      (help.empty() ? "" : "\n  help: " + help));
}

std::string system_reason() {
    return std::strerror(errno);
}

bool find_status(const fs::path& path, struct stat& status) {
    return ::lstat(path.c_str(), &status) == 0;
}

fs::path behind_links(fs::path path) {
    const auto first = path;
    for (int i = 0; i < most_links; ++i) {
        if (!path.has_filename()) path = path.parent_path(); // "output/maidstone/"
        std::error_code error;
        const auto link = fs::read_symlink(path, error);
        if (error) return path;
        path = path.parent_path() / link;
    }
    fail_output(first, "the links form a loop", "choose another place");
}

bool write_and_sync(int file, std::string_view content) {
    while (!content.empty()) {
        const auto n = ::write(file, content.data(), content.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        content.remove_prefix(static_cast<std::size_t>(n));
    }
    // Devices and pipes have nothing to sync.
    return ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS;
}

void write_file(const fs::path& path, std::string_view content, const fs::path& shown_as) {
    const Descriptor file(
        ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file.is_open() && errno == ENOENT) {
        fail_output(shown_as, "cannot be written: the folder of this run was removed",
                    "leave folders with wardmap in their name alone while a run lasts");
    }
    if (!file.is_open() || !write_and_sync(file.number(), content)) {
        fail_output(shown_as, "cannot be written: " + system_reason(),
                    "free some space, or choose another folder with --out");
    }
}

void make_parents(const fs::path& root, const fs::path& relative) {
    fs::path folder = root;
    for (const auto& part : relative.parent_path()) {
        folder /= part;
        if (::mkdir(folder.c_str(), 0777) == 0 || errno == EEXIST) continue;
        fail_output(folder, "the folder cannot be made: " + system_reason());
    }
}

void sync_folder(const fs::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.is_open() && ::fsync(descriptor.number()) == 0) return;
    if (errno == EINVAL || errno == ENOTSUP || errno == EACCES) return;
    fail_output(folder, "cannot be written: " + system_reason());
}

void sync_folders(const fs::path& root) {
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        if (entry.is_directory() && !entry.is_symlink()) sync_folder(entry.path());
    }
    sync_folder(root);
}

bool try_move_to_free_place(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS) return false;
    struct stat there {};
    if (find_status(to, there)) {
        errno = EEXIST;
        return false;
    }
    return ::rename(from.c_str(), to.c_str()) == 0;
}

void move_to_free_place(const fs::path& from, const fs::path& to) {
    if (!try_move_to_free_place(from, to))
        fail_output(to, "cannot be put in place: " + system_reason());
}

bool exchange_folders(const fs::path& a, const fs::path& b) {
    return ::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0;
}

namespace {

/// Access control lists and extended attributes; a security module's own attributes are ignored.
bool has_more_rights(const fs::path& folder) {
    std::array<char, 4096> names{};
    const auto length = ::listxattr(folder.c_str(), names.data(), names.size());
    if (length < 0) return errno == ERANGE;
    for (std::size_t at = 0; at < static_cast<std::size_t>(length);) {
        const std::string_view name(names.data() + at);
        if (!name.starts_with("security.")) return true;
        at += name.size() + 1;
    }
    return false;
}

} // namespace

bool copy_folder_rights(const fs::path& from, const fs::path& to) {
    struct stat wanted {};
    struct stat found {};
    if (::stat(from.c_str(), &wanted) != 0 || ::stat(to.c_str(), &found) != 0) return false;
    if (has_more_rights(from)) return false;
    if ((wanted.st_uid != found.st_uid || wanted.st_gid != found.st_gid) &&
        ::chown(to.c_str(), wanted.st_uid, wanted.st_gid) != 0) {
        return false;
    }
    return ::chmod(to.c_str(), wanted.st_mode & 07777) == 0 && ::stat(to.c_str(), &found) == 0 &&
           found.st_mode == wanted.st_mode;
}

} // namespace wardmap
