// SPDX-License-Identifier: MIT
#include "base/own_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

#include "base/file_operations.h"

namespace wardmap {
namespace {

namespace fs = std::filesystem;

enum class Kind { nothing, file, folder, other };

Kind kind_of(const fs::path& path) {
    struct stat status {};
    if (!find_status(path, status)) return Kind::nothing;
    return S_ISREG(status.st_mode)   ? Kind::file
           : S_ISDIR(status.st_mode) ? Kind::folder
                                     : Kind::other;
}

/// The kind of entry at a path below a folder; `other` also if part of the path is not a folder.
Kind kind_below(const fs::path& folder, const fs::path& relative) {
    fs::path at = folder;
    for (const auto& part : relative.parent_path()) {
        at /= part;
        const auto kind = kind_of(at);
        if (kind == Kind::nothing) return Kind::nothing;
        if (kind != Kind::folder) return Kind::other;
    }
    return kind_of(folder / relative);
}

struct Found {
    bool own = false;
    bool former = false;
};

/// Reads one folder; own folders come before their content.
Found read_folder(const fs::path& root, const fs::path& relative,
                  const std::set<std::string>& former, OutputContent& content) {
    Found found;
    for (const auto& entry : fs::directory_iterator(root / relative)) {
        const auto path = relative / entry.path().filename();
        if (entry.is_directory() && !entry.is_symlink()) {
            const auto place = content.own_folders.size();
            const auto below = read_folder(root, path, former, content);
            const bool own = below.own || !below.former;
            if (own) {
                content.own_folders.insert(content.own_folders.begin() +
                                               static_cast<std::ptrdiff_t>(place),
                                           path.generic_string());
            }
            found.own = found.own || own;
            found.former = found.former || below.former;
        } else if (entry.is_regular_file() && !entry.is_symlink() &&
                   former.contains(path.generic_string())) {
            found.former = true;
            content.former.push_back(path.generic_string());
        } else {
            found.own = true;
            content.own.push_back(path.generic_string());
        }
    }
    return found;
}

bool copy_times(const fs::path& from, const fs::path& to) {
    struct stat status {};
    if (!find_status(from, status)) return false;
    const std::array<timespec, 2> times = {status.st_atim, status.st_mtim};
    return ::utimensat(AT_FDCWD, to.c_str(), times.data(), AT_SYMLINK_NOFOLLOW) == 0;
}

bool is_same(const fs::path& a, const fs::path& b) {
    struct stat one {};
    struct stat other {};
    return find_status(a, one) && find_status(b, other) && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

void rescue_file(const fs::path& from, const fs::path& to, bool is_added) {
    if (is_same(from, to)) return;
    if (kind_of(to) == Kind::nothing) return move_to_free_place(from, to);
    if (is_added) return move_to_free_place(from, to.string() + ".kept");
    // The user has saved it again since it was linked.
    if (::rename(from.c_str(), to.c_str()) != 0)
        fail_output(to, "cannot be put in place: " + system_reason());
}

} // namespace

OutputContent read_output(const fs::path& folder, const std::set<std::string>& former) {
    OutputContent content;
    read_folder(folder, "", former, content);
    return content;
}

bool stays_inside(const std::string& path) {
    const fs::path parts(path);
    return !path.empty() && parts.is_relative() && parts.has_filename() &&
           std::none_of(parts.begin(), parts.end(),
                        [](const auto& part) { return part == ".." || part == "."; });
}

std::vector<std::string> files_there(const fs::path& folder, const std::set<std::string>& paths) {
    std::vector<std::string> there;
    for (const auto& path : paths) {
        if (stays_inside(path) && kind_below(folder, path) == Kind::file) there.push_back(path);
    }
    return there;
}

void refuse_clashes(const fs::path& folder, const std::vector<std::string>& former,
                    const std::vector<std::string>& added) {
    const std::set<std::string> replaced(former.begin(), former.end());
    for (const auto& path : added) {
        if (replaced.contains(path) || kind_below(folder, path) == Kind::nothing) continue;
        fail_output(folder / path, "this was not written by Wardmap and would be replaced",
                    "move it away, or choose another folder with --out");
    }
}

bool share_own_files(const fs::path& from, const fs::path& to,
                     const std::set<std::string>& former) {
    OutputContent content;
    try {
        content = read_output(from, former);
    } catch (const fs::filesystem_error&) {
        return false;
    }
    for (const auto& folder : content.own_folders) {
        if (::mkdir((to / folder).c_str(), 0700) != 0 && errno != EEXIST) return false;
    }
    for (const auto& path : content.own) {
        if (::linkat(AT_FDCWD, (from / path).c_str(), AT_FDCWD, (to / path).c_str(), 0) != 0)
            return false;
    }
    for (auto folder = content.own_folders.rbegin(); folder != content.own_folders.rend();
         ++folder) {
        if (!copy_folder_rights(from / *folder, to / *folder) ||
            !copy_times(from / *folder, to / *folder)) {
            return false;
        }
    }
    return true;
}

void rescue_own_files(const fs::path& from, const fs::path& to, const std::set<std::string>& former,
                      const std::set<std::string>& added) {
    const auto content = read_output(from, former);
    for (const auto& folder : content.own_folders) {
        if (kind_of(to / folder) != Kind::nothing) continue;
        if (::mkdir((to / folder).c_str(), 0700) != 0)
            fail_output(to / folder, "the folder cannot be made: " + system_reason());
        if (!copy_folder_rights(from / folder, to / folder)) continue; // as near as can be
    }
    for (const auto& path : content.own) {
        rescue_file(from / path, to / path, added.contains(path));
    }
}

} // namespace wardmap
