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

/// Folders above the files, relative, parents first.
std::vector<std::string> folders_above(const std::vector<std::string>& files) {
    std::set<std::string> folders; // in their order a parent comes before what it holds
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

/// Those that hold nothing any more.
void remove_empty(const fs::path& root, const std::vector<std::string>& folders) {
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
        ::rmdir((root / *folder).c_str());
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
        // As the stage has it: within a folder of a group that is the group's.
        if (!copy_folder_rights(work.stage() / made, folder / made)) continue;
    }
    for (const auto& path : journal.added) {
        move_to_free_place(work.stage() / path, folder / path);
    }
    sync_all(folder, folders_above(journal.added));
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
    write_journal(work, journal);
    try {
        move_all(work, folder, journal);
        settle_journal(work);
    } catch (const OutputError&) {
        if (is_there(work.journal())) roll_back(work, folder, journal);
        throw;
    }
    remove_emptied(folder, journal);
}

void remove_emptied(const fs::path& folder, const Journal& journal) {
    remove_empty(folder, folders_above(journal.former));
}

void roll_back(const WorkFolder& work, const fs::path& folder, const Journal& journal) {
    for (const auto& path : journal.added) {
        if (!is_there(work.stage()) || is_there(work.stage() / path)) continue;
        if (is_there(folder / path)) move_to_free_place(folder / path, work.stage() / path);
    }
    remove_empty(folder, journal.folders);
    for (const auto& path : journal.former) {
        if (!is_there(work.former() / path)) continue;
        make_parents(folder, path);
        move_to_free_place(work.former() / path, folder / path);
    }
    sync_all(folder, folders_above(journal.former));
    settle_journal(work);
}

} // namespace wardmap
