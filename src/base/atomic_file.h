// SPDX-License-Identifier: MIT
// A whole file, or none of it.
#pragma once

#include <string>

namespace wardmap {

/// What is done with a file that is there already.
enum class Existing { replace, keep };

/// Writes beside the target and renames over it; folders are made as needed. A link is followed: it
/// stays, and the file it leads to is replaced; mode, owner and group of that file stay. Pipes and
/// devices are written to. Throws OutputError, with Existing::keep also if there is a file; then
/// what was there before is there still.
void write_file_atomically(const std::string& path, const std::string& content,
                           Existing existing = Existing::replace);

} // namespace wardmap
