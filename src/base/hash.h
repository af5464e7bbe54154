// SPDX-License-Identifier: MIT
// Fingerprints of files, for the manifest.
#pragma once

#include <string>
#include <string_view>

namespace wardmap {

/// SHA-256 as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The same in base 64, as browsers write it.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

/// SHA-256 of a file's content. Throws InputError where it cannot be read.
[[nodiscard]] std::string sha256_of_file(const std::string& path);

} // namespace wardmap
