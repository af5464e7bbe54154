// SPDX-License-Identifier: MIT
// A whole output folder, or none of it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/file_lock.h"
#include "base/journal.h"
#include "base/output_place.h"

namespace wardmap {

/// Files are written into a stage, a hidden folder beside the output folder, which takes its place
/// in one step (RENAME_EXCHANGE). If that cannot be (mount points, folders within one that cannot
/// be written, file systems without exchange or hard links, access control lists) the files are
/// replaced one by one with a journal. Until `commit` the output folder is untouched; without it
/// the stage goes with the object. Whatever a killed run left is restored or removed by the next.
///
/// A lock beside the output folder and one on the folder itself keep other runs waiting. A link
/// given as the output folder is followed. What is the user's in the folder stays as it is: files,
/// links, empty folders, rights, times.
class OutputFolder {
public:
    /// Throws OutputError if the target cannot be written, Interrupted on a signal while it waits
    /// for another run.
    explicit OutputFolder(const std::string& target, const Notice& notice = {});
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    ~OutputFolder();

    /// Throws OutputError if it is known by now that the target cannot be written; writes nothing.
    static void check(const std::string& target);

    /// Where to write. Its files are named as in the output folder.
    [[nodiscard]] std::filesystem::path stage() const { return m_work.stage(); }

    /// Writes one file of the stage, folders as needed, and has all of it on disk. Throws
    /// OutputError, also if the stage was removed meanwhile.
    void write(const std::string& relative, const std::string& content) const;

    /// Puts the stage in place of the files that the former run wrote, of which `former` is the
    /// list (paths that lead out of the folder are left alone). If something else has the name of a
    /// staged file, OutputError, and nothing is changed. Called once.
    void commit(const std::vector<std::string>& former);

private:
    void restore_all() const;
    void restore(const WorkFolder& work) const;
    void make_stage();
    [[nodiscard]] std::vector<std::string> staged_files() const;
    [[nodiscard]] bool put_in_free_place();
    [[nodiscard]] bool exchange(const std::vector<std::string>& former,
                                const std::vector<std::string>& added);
    [[nodiscard]] bool adopt_rights() const;

    OutputPlace m_place;
    FileLock m_file_lock;
    FileLock m_folder_lock;
    FileLock m_stage_lock; // the stage becomes the output folder
    WorkFolder m_work;
    Notice m_notice;
};

} // namespace wardmap
