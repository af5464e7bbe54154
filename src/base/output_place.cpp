// SPDX-License-Identifier: MIT
#include "base/output_place.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "base/file_lock.h"
#include "base/file_operations.h"

namespace wardmap {
namespace {

namespace fs = std::filesystem;

/// The path without links, "." and ".."; its last parts need not exist.
fs::path resolved(const std::string& target) {
    std::error_code error;
    auto path = behind_links(fs::absolute(target, error));
    if (error) fail_output(target, error.message());
    path = fs::weakly_canonical(path, error);
    if (error) fail_output(target, "cannot be an output folder: " + error.message());
    if (!path.has_filename() && path.has_relative_path()) path = path.parent_path();
    return path;
}

bool can_write(const fs::path& folder) {
    return ::access(folder.c_str(), W_OK | X_OK) == 0;
}

[[noreturn]] void refuse_unwritable(const fs::path& folder) {
    fail_output(folder, "the output cannot be written here: " + system_reason());
}

bool is_mount_point(const fs::path& folder) {
    struct stat own {};
    struct stat parent {};
    if (::stat(folder.c_str(), &own) != 0 || ::stat(folder.parent_path().c_str(), &parent) != 0)
        return false;
    if (own.st_dev != parent.st_dev || own.st_ino == parent.st_ino) return true;
#ifdef STATX_ATTR_MOUNT_ROOT
    struct statx more {};
    if (::statx(AT_FDCWD, folder.c_str(), 0, STATX_BASIC_STATS, &more) == 0)
        return (more.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
#endif
    return false;
}

/// Whether this process, and so probably its shell, has the folder as its working directory: it
/// must then remain the same folder.
bool holds_working_folder(const fs::path& folder) {
    std::error_code error;
    const auto current = fs::current_path(error);
    if (error) return false;
    return std::mismatch(folder.begin(), folder.end(), current.begin(), current.end()).first ==
           folder.end();
}

/// The nearest existing parent must be writable.
void check_parents(const fs::path& folder) {
    auto parent = folder.parent_path();
    std::error_code error;
    while (!fs::exists(parent, error) && parent != parent.parent_path()) {
        if (error && error != std::errc::not_a_directory) {
            fail_output(folder, "the folder cannot be made: " + error.message());
        }
        parent = parent.parent_path();
    }
    if (!fs::is_directory(parent, error)) {
        fail_output(folder, "the folder cannot be made: " + parent.string() + " is a file");
    }
    if (!can_write(parent)) fail_output(folder, "the folder cannot be made: " + system_reason());
}

} // namespace

fs::path OutputPlace::work_parent() const {
    return works_inside ? folder : folder.parent_path();
}

std::string OutputPlace::work_prefix() const {
    return works_inside ? ".wardmap-new-" : "." + folder.filename().string() + ".wardmap-new-";
}

OutputPlace find_output_place(const std::string& target) {
    OutputPlace place;
    place.folder = resolved(target);
    const auto parent = place.folder.parent_path();
    struct stat status {};
    const bool is_there = find_status(place.folder, status);
    if (!is_there && errno != ENOENT && errno != ENOTDIR) refuse_unwritable(place.folder);
    if (is_there && !S_ISDIR(status.st_mode))
        fail_output(place.folder, "this is a file, not a folder");
    if (is_there && ::access(place.folder.c_str(), R_OK | W_OK | X_OK) != 0)
        refuse_unwritable(place.folder);
    if (!is_there) check_parents(place.folder);
    const bool beside = !is_there || (can_write(parent) && parent != place.folder);
    place.works_inside =
        is_there && (!beside || is_mount_point(place.folder) || holds_working_folder(place.folder));
    if (beside) {
        place.lock_file = parent / ("." + place.folder.filename().string() + ".wardmap-lock");
        refuse_foreign_lock(place.lock_file);
    }
    return place;
}

} // namespace wardmap
