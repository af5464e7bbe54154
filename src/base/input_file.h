// SPDX-License-Identifier: MIT
// A file named by the user: whether it can be read, and its bytes.
#pragma once

#include <cstdint>
#include <string>

namespace wardmap {

struct FileToRead {
    std::string path;
    std::string shown_as;          // how messages name it
    std::string expected;          // "a table (CSV or XLSX)"
    std::uintmax_t most_bytes = 0; // larger files are refused
    std::string help_if_absent;    // empty: suggest a file with a similar name, if there is one
    std::string help_if_large;
};

/// Throws InputError unless it is a regular file that is not empty and not too large: never opens
/// anything that could block or never end (a pipe, a device).
void check_input_file(const FileToRead& file);

/// The bytes of a file that passes `check_input_file`. Throws InputError, also if it cannot be
/// read.
[[nodiscard]] std::string read_input_file(const FileToRead& file);

/// The same, for UTF-8 text only.
[[nodiscard]] std::string read_utf8_file(const FileToRead& file);

} // namespace wardmap
