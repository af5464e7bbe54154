// SPDX-License-Identifier: MIT
// Atomic writing of one file.
#pragma once

#include <string>

namespace wardmap {

/// What to do with an existing file.
enum class Existing { replace, keep };

/// Writes beside the target and renames over it, creating folders as needed. A link is kept and the
/// file it leads to is replaced; that file's mode, owner and group are kept. Pipes and devices are
/// written to directly. Throws OutputError, with Existing::keep also if the file exists; an
/// existing file is then unchanged.
void write_file_atomically(const std::string& path, const std::string& content,
                           Existing existing = Existing::replace);

} // namespace wardmap
