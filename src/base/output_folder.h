// SPDX-License-Identifier: MIT
// Atomic replacement of a whole output folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/file_lock.h"
#include "base/journal.h"
#include "base/output_place.h"

namespace wardmap {

/// Files are written into a stage, a hidden folder beside the output folder, and the two are
/// exchanged in one step (RENAME_EXCHANGE). If that is impossible (mount points, an unwritable
/// parent folder, file systems without exchange or hard links, access control lists), the files are
/// replaced one by one with a journal. Until `commit` the output folder is untouched; without it
/// the stage is removed with the object. Anything left by a killed run is restored or removed by
/// the next.
///
/// A lock beside the output folder and one on the folder itself keep other runs waiting. A link
/// given as the output folder is followed. The user's own files, links and empty folders stay in
/// place, with their rights and times.
class OutputFolder {
public:
    /// Throws OutputError if the target cannot be written, Interrupted on a signal while it waits
    /// for another run.
    explicit OutputFolder(const std::string& target, const Notice& notice = {});
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    ~OutputFolder();

    /// Throws OutputError if it is already clear that the target cannot be written; writes nothing.
    static void check(const std::string& target);

    /// The folder to write into. Its files are named as in the output folder.
    [[nodiscard]] std::filesystem::path stage() const { return m_work.stage(); }

    /// Writes one file of the stage, with its folders, and syncs it to disk. Throws OutputError,
    /// also if the stage has been removed.
    void write(const std::string& relative, const std::string& content) const;

    /// Replaces the files that the previous run wrote (`former`; paths that lead out of the folder
    /// are ignored) by the stage. Throws OutputError, with nothing changed, if anything else has
    /// the name of a staged file. Call once.
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
