// SPDX-License-Identifier: MIT
#include "base/output_folder.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "base/error.h"
#include "base/file_operations.h"
#include "base/own_files.h"
#include "base/replace_files.h"

namespace wardmap {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t random_letters = 6; // as mkdtemp has them

std::set<std::string> set_of(const std::vector<std::string>& paths) {
    return {paths.begin(), paths.end()};
}

void remove_work(const WorkFolder& work) {
    std::error_code ignored; // the next run tries again
    fs::remove_all(work.path, ignored);
}

std::uint64_t inode_of(const fs::path& path) {
    struct stat status {};
    return find_status(path, status) ? status.st_ino : 0;
}

bool is_there(const fs::path& path) {
    struct stat status {};
    return find_status(path, status);
}

/// After an exchange: the work folder holds the former output.
void finish_exchange(const WorkFolder& work, const fs::path& folder, const Journal& journal) {
    try {
        sync_folder(folder.parent_path());
        rescue_own_files(work.stage(), folder, set_of(journal.former), set_of(journal.added));
        settle_journal(work);
    } catch (const OutputError& error) {
        throw OutputError(std::string(error.what()) +
                          "\n  the new output is in place; the next "
                          "run moves files that arrived in the previous one");
    }
}

void sync_new(const fs::path& folder) {
    try {
        sync_folder(folder.parent_path());
    } catch (const OutputError& error) {
        throw OutputError(std::string(error.what()) + "\n  the new output is in place");
    }
}

} // namespace

void OutputFolder::check(const std::string& target) {
    (void)find_output_place(target);
}

OutputFolder::OutputFolder(const std::string& target, const Notice& notice)
    : m_place(find_output_place(target)), m_notice(notice) {
    std::error_code error;
    fs::create_directories(m_place.folder.parent_path(), error);
    if (error) fail_output(m_place.folder, "the folder cannot be made: " + error.message());
    if (!m_place.lock_file.empty())
        m_file_lock = FileLock::take_file(m_place.lock_file, m_place.folder, notice);
    m_folder_lock = FileLock::take_folder(m_place.folder, notice);
    if (!m_file_lock.is_held() && !m_folder_lock.is_held())
        fail_output(m_place.folder, "the folder cannot be locked against other runs");
    // While this run waited, another may have created or replaced the folder.
    m_place = find_output_place(target);
    restore_all();
    make_stage();
}

OutputFolder::~OutputFolder() {
    // A journal means an unfinished replacement: the next run restores it.
    if (!m_work.path.empty() && !is_there(m_work.journal())) remove_work(m_work);
}

void OutputFolder::restore_all() const {
    std::error_code error;
    auto inside = m_place;
    inside.works_inside = true;
    auto beside = m_place;
    beside.works_inside = false;
    for (const auto& place : {beside, inside}) {
        const auto prefix = place.work_prefix();
        std::vector<WorkFolder> found;
        fs::directory_iterator entry(place.work_parent(), error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
            const auto name = entry->path().filename().string();
            if (name.starts_with(prefix) && name.size() == prefix.size() + random_letters)
                found.push_back({entry->path()});
        }
        if (error && error != std::errc::no_such_file_or_directory &&
            place.works_inside == m_place.works_inside) {
            fail_output(place.work_parent(), "the folder cannot be read: " + error.message());
        }
        for (const auto& work : found) {
            if (work.is_ours()) restore(work);
        }
    }
}

void OutputFolder::restore(const WorkFolder& work) const {
    if (const auto journal = read_journal(work)) {
        if (journal->method == Journal::Method::replace) {
            roll_back(work, m_place.folder, *journal);
        } else if (inode_of(m_place.folder) == journal->stage_inode) {
            finish_exchange(work, m_place.folder, *journal);
        } else {
            settle_journal(work); // the exchange did not happen
        }
    }
    remove_work(work);
}

void OutputFolder::make_stage() {
    std::string pattern =
        (m_place.work_parent() / (m_place.work_prefix() + std::string(random_letters, 'X')))
            .string();
    const bool is_made = ::mkdtemp(pattern.data()) != nullptr;
    m_work.path = pattern;
    if (!is_made || ::mkdir(m_work.stage().c_str(), 0777) != 0) {
        const auto reason = system_reason();
        if (is_made) remove_work(m_work);
        fail_output(m_place.folder, "the output cannot be written here: " + reason);
    }
    // From the start, so that files made in it have the same group.
    if (is_there(m_place.folder) && !copy_folder_rights(m_place.folder, m_work.stage())) errno = 0;
    // Anyone who may write the output may restore it if this run is killed.
    if (!copy_folder_rights(m_work.stage(), m_work.path)) errno = 0;
    m_stage_lock = FileLock::take_folder(m_work.stage(), m_notice);
}

void OutputFolder::write(const std::string& relative, const std::string& content) const {
    make_parents(stage(), relative);
    write_file(stage() / relative, content, m_place.folder / relative);
}

std::vector<std::string> OutputFolder::staged_files() const {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(stage())) {
        if (!entry.is_directory())
            files.push_back(entry.path().lexically_relative(stage()).generic_string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Gives the stage's folders the rights of the existing ones.
bool OutputFolder::adopt_rights() const {
    if (!copy_folder_rights(m_place.folder, stage())) return false;
    for (const auto& entry : fs::recursive_directory_iterator(stage())) {
        if (!entry.is_directory()) continue;
        const auto there = m_place.folder / entry.path().lexically_relative(stage());
        std::error_code error;
        if (fs::is_directory(fs::symlink_status(there, error)) &&
            !copy_folder_rights(there, entry.path())) {
            return false;
        }
    }
    return true;
}

/// False if the folder exists by now.
bool OutputFolder::put_in_free_place() {
    if (try_move_to_free_place(stage(), m_place.folder)) return true;
    if (errno == EEXIST || errno == ENOTEMPTY) return false;
    fail_output(m_place.folder, "cannot be put in place: " + system_reason());
}

bool OutputFolder::exchange(const std::vector<std::string>& former,
                            const std::vector<std::string>& added) {
    if (m_place.works_inside || !adopt_rights() ||
        !share_own_files(m_place.folder, stage(), set_of(former))) {
        return false;
    }
    sync_folders(stage());
    Journal journal{Journal::Method::exchange, inode_of(stage()), former, added, {}};
    write_journal(m_work, journal);
    if (!exchange_folders(stage(), m_place.folder)) return false;
    finish_exchange(m_work, m_place.folder, journal);
    return true;
}

void OutputFolder::commit(const std::vector<std::string>& formerly_written) {
    if (!is_there(stage())) {
        fail_output(m_place.folder, "the folder of this run was removed before its end",
                    "leave folders with wardmap in their name alone while a run lasts");
    }
    sync_folders(stage());
    if (!is_there(m_place.folder) && put_in_free_place()) {
        sync_new(m_place.folder);
        return;
    }
    const auto added = staged_files();
    const auto former = files_there(m_place.folder, set_of(formerly_written));
    refuse_clashes(m_place.folder, former, added);
    if (!exchange(former, added)) replace_files(m_work, m_place.folder, former, added);
}

} // namespace wardmap
