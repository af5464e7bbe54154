// SPDX-License-Identifier: MIT
// What writing into folders needs of the system, each failure an error that names its path.
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

/// Throws OutputError: "error: PATH: WHAT", and the help on a line of its own.
[[noreturn]] void fail_output(const std::filesystem::path& path, const std::string& what,
                              const std::string& help = "choose another folder with --out");

/// The system's words for errno.
[[nodiscard]] std::string system_reason();

/// The state of what is at a path, a link not followed; false if there is nothing.
[[nodiscard]] bool find_status(const std::filesystem::path& path, struct stat& status);

/// The file or folder that a chain of links leads to, there or not. Throws OutputError for a
/// circle.
[[nodiscard]] std::filesystem::path behind_links(std::filesystem::path path);

/// Writes all of the content and has it on disk; false with errno set on failure.
[[nodiscard]] bool write_and_sync(int file, std::string_view content);

/// Writes a file, which may be there already but is no link, and has it on disk. `shown_as` is
/// the path in messages. Throws OutputError, also if its folder is not there.
void write_file(const std::filesystem::path& path, std::string_view content,
                const std::filesystem::path& shown_as);

/// Makes the folders between `root`, which must be there, and a file. Throws OutputError.
void make_parents(const std::filesystem::path& root, const std::filesystem::path& relative);

/// Has the entries of a folder on disk; file systems that cannot are left alone. Throws
/// OutputError.
void sync_folder(const std::filesystem::path& folder);

/// The same for a folder and all below it.
void sync_folders(const std::filesystem::path& root);

/// Moves a file or folder to a place where nothing is. Throws OutputError.
void move_to_free_place(const std::filesystem::path& from, const std::filesystem::path& to);

/// False with errno set if there is something at `to`, or on any other failure.
[[nodiscard]] bool try_move_to_free_place(const std::filesystem::path& from,
                                          const std::filesystem::path& to);

/// Two folders take each other's place in one step; false if the file system cannot, or will not.
[[nodiscard]] bool exchange_folders(const std::filesystem::path& a, const std::filesystem::path& b);

/// Gives a folder the owner, group and mode of another; false if that cannot be, or if the other
/// has more than these (access control lists).
[[nodiscard]] bool copy_folder_rights(const std::filesystem::path& from,
                                      const std::filesystem::path& to);

} // namespace wardmap
