// SPDX-License-Identifier: MIT
// System calls for writing into folders; every failure is an error that names its path.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include <sys/stat.h>

namespace wardmap {

/// Owns a file descriptor.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    [[nodiscard]] bool is_open() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number = -1;
};

/// Throws OutputError: "error: PATH: WHAT", with the help on a separate line.
[[noreturn]] void fail_output(const std::filesystem::path& path, const std::string& what,
                              const std::string& help = "choose another folder with --out");

/// The system's message for errno.
[[nodiscard]] std::string system_reason();

/// lstat of a path (links are not followed); false if nothing is there.
[[nodiscard]] bool find_status(const std::filesystem::path& path, struct stat& status);

/// The file or folder that a chain of links leads to, whether or not it exists. Throws OutputError
/// for a loop.
[[nodiscard]] std::filesystem::path behind_links(std::filesystem::path path);

/// Writes all of the content and syncs it to disk; false with errno set on failure.
[[nodiscard]] bool write_and_sync(int file, std::string_view content);

/// Writes a file, which may exist but must not be a link, and syncs it to disk. `shown_as` is the
/// path in messages. Throws OutputError, also if its folder does not exist.
void write_file(const std::filesystem::path& path, std::string_view content,
                const std::filesystem::path& shown_as);

/// Creates the folders between `root`, which must exist, and a file. Throws OutputError.
void make_parents(const std::filesystem::path& root, const std::filesystem::path& relative);

/// Syncs a folder's entries to disk; does nothing on file systems that cannot. Throws OutputError.
void sync_folder(const std::filesystem::path& folder);

/// The same for a folder and all below it.
void sync_folders(const std::filesystem::path& root);

/// Moves a file or folder to a free path. Throws OutputError.
void move_to_free_place(const std::filesystem::path& from, const std::filesystem::path& to);

/// False with errno set if there is something at `to`, or on any other failure.
[[nodiscard]] bool try_move_to_free_place(const std::filesystem::path& from,
                                          const std::filesystem::path& to);

/// Exchanges two folders in one step; false if the file system cannot.
[[nodiscard]] bool exchange_folders(const std::filesystem::path& a, const std::filesystem::path& b);

/// Gives a folder the owner, group and mode of another; false if that fails, or if the other has
/// further rights (access control lists).
[[nodiscard]] bool copy_folder_rights(const std::filesystem::path& from,
                                      const std::filesystem::path& to);

} // namespace wardmap
