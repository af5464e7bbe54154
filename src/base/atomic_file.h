// SPDX-License-Identifier: MIT
// A whole file, or none of it.
#pragma once

#include <string>

namespace wardmap {

/// Writes beside the target and renames over it; folders are made as needed. Throws OutputError,
/// and then what stood there stands.
void write_file_atomically(const std::string& path, const std::string& content);

} // namespace wardmap
