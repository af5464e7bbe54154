// SPDX-License-Identifier: MIT
// A whole output folder, or none of it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace wardmap {

/// Files are written into a hidden folder beside the target, which takes the target's place in one
/// step (Linux: RENAME_EXCHANGE; elsewhere two renames). Until `commit` the target is untouched;
/// without it the hidden folder goes with the object. A lock file beside the target keeps a second
/// run waiting.
class AtomicFolder {
public:
    /// Throws OutputError where the target cannot be written (a file, no permission, no such
    /// place).
    explicit AtomicFolder(const std::string& target);
    AtomicFolder(const AtomicFolder&) = delete;
    AtomicFolder& operator=(const AtomicFolder&) = delete;
    ~AtomicFolder();

    /// Where to write. Its files are named as in the target.
    [[nodiscard]] const std::filesystem::path& stage() const { return m_stage; }

    /// Writes one file of the stage, folders as needed, and checks that all of it is on disk.
    /// Throws OutputError.
    void write(const std::string& relative, const std::string& content) const;

    /// Puts the stage in the target's place. Files of the target that are not among `ours` (those
    /// that the former run wrote) are carried over; where one of them has the name of a staged
    /// file, OutputError, and nothing is changed.
    void commit(const std::vector<std::string>& ours);

private:
    void carry_over(const std::vector<std::string>& ours) const;

    std::filesystem::path m_target;
    std::filesystem::path m_stage;
    int m_lock = -1;
};

} // namespace wardmap
