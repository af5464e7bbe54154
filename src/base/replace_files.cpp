// SPDX-License-Identifier: MIT
#include "base/replace_files.h"

#include <cerrno>
#include <set>

#include <unistd.h>

#include "base/error.h"
#include "base/file_operations.h"

namespace wardmap {
namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
    struct stat status {};
    return find_status(path, status);
}

/// Parent folders of the files, relative, outermost first.
std::vector<std::string> folders_above(const std::vector<std::string>& files) {
    std::set<std::string> folders; // sorted: a parent comes before its content
    for (const auto& file : files) {
        for (auto parent = fs::path(file).parent_path(); !parent.empty();
             parent = parent.parent_path()) {
            folders.insert(parent.generic_string());
        }
    }
    return {folders.begin(), folders.end()};
}

void make_folder(const fs::path& folder) {
    if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST)
        fail_output(folder, "the folder cannot be made: " + system_reason());
}

/// Removes the empty ones; anything that has arrived in one meanwhile stays.
void remove_empty(const fs::path& root, const std::vector<std::string>& folders) {
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
        const auto path = root / *folder;
        if (::rmdir(path.c_str()) != 0 && errno != ENOTEMPTY && errno != EEXIST && errno != ENOENT)
            fail_output(path, "the folder cannot be removed: " + system_reason());
    }
}

bool is_empty_folder(const fs::path& folder) {
    std::error_code error;
    const bool is_empty = fs::is_empty(folder, error);
    if (error && error != std::errc::no_such_file_or_directory)
        fail_output(folder, "the folder cannot be read: " + error.message());
    return is_empty && !error;
}

/// Emptied folders of former files are moved into the work folder, each with a number as its name,
/// from which they can be restored with all their rights.
void move_emptied(const WorkFolder& work, const fs::path& folder, const Journal& journal) {
    make_folder(work.emptied());
    const auto parents = folders_above(journal.former);
    for (auto i = parents.size(); i-- > 0;) {
        if (is_empty_folder(folder / parents[i]))
            move_to_free_place(folder / parents[i], work.emptied() / std::to_string(i));
    }
}

void restore_emptied(const WorkFolder& work, const fs::path& folder, const Journal& journal) {
    const auto parents = folders_above(journal.former);
    for (std::size_t i = 0; i < parents.size(); ++i) {
        const auto kept = work.emptied() / std::to_string(i);
        if (is_there(kept) && !is_there(folder / parents[i]))
            move_to_free_place(kept, folder / parents[i]);
    }
}

void restore_former(const WorkFolder& work, const fs::path& folder, const Journal& journal) {
    for (const auto& path : journal.former) {
        const auto kept = work.former() / path;
        if (!is_there(kept)) continue;
        make_parents(folder, path);
        if (is_there(folder / path)) {
            fail_output(folder / path, "this is in the place of a file that has to be restored",
                        "move it away: the file of the former output is " + kept.string());
        }
        move_to_free_place(kept, folder / path);
    }
}

void sync_all(const fs::path& root, const std::vector<std::string>& folders) {
    sync_folder(root);
    for (const auto& folder : folders) {
        if (is_there(root / folder)) sync_folder(root / folder);
    }
}

void move_all(const WorkFolder& work, const fs::path& folder, const Journal& journal) {
    make_folder(work.former());
    for (const auto& path : journal.former) {
        make_parents(work.former(), path);
        move_to_free_place(folder / path, work.former() / path);
    }
    for (const auto& made : journal.folders) {
        make_folder(folder / made);
        // Rights as in the stage: in a folder with a set group, that group.
        if (!copy_folder_rights(work.stage() / made, folder / made)) continue;
    }
    for (const auto& path : journal.added) {
        move_to_free_place(work.stage() / path, folder / path);
    }
    move_emptied(work, folder, journal);
    sync_all(folder, folders_above(journal.former));
    sync_all(folder, folders_above(journal.added));
}

/// Called after `move_all` failed; its message comes first if this fails too.
void undo(const WorkFolder& work, const fs::path& folder, const Journal& journal,
          const std::string& failure) {
    try {
        roll_back(work, folder, journal);
    } catch (const OutputError& error) {
        throw OutputError(failure + "\n" + error.what() +
                          "\n  the output is incomplete; the next run restores the former one, "
                          "before it begins");
    }
}

} // namespace

void replace_files(const WorkFolder& work, const fs::path& folder,
                   const std::vector<std::string>& former, const std::vector<std::string>& added) {
    Journal journal;
    journal.former = former;
    journal.added = added;
    for (const auto& parent : folders_above(added)) {
        if (!is_there(folder / parent)) journal.folders.push_back(parent);
    }
    try {
        write_journal(work, journal);
        move_all(work, folder, journal);
        settle_journal(work);
    } catch (const OutputError& error) {
        if (is_there(work.journal())) undo(work, folder, journal, error.what());
        throw;
    }
}

void roll_back(const WorkFolder& work, const fs::path& folder, const Journal& journal) {
    for (const auto& path : journal.added) {
        if (!is_there(work.stage()) || is_there(work.stage() / path)) continue;
        if (is_there(folder / path)) move_to_free_place(folder / path, work.stage() / path);
    }
    remove_empty(folder, journal.folders);
    restore_emptied(work, folder, journal);
    restore_former(work, folder, journal);
    sync_all(folder, folders_above(journal.former));
    settle_journal(work);
}

} // namespace wardmap
