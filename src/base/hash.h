// SPDX-License-Identifier: MIT
// Hashes of files, for the manifest.
#pragma once

#include <string>
#include <string_view>

namespace wardmap {

/// SHA-256 as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// Bytes in padded base 64.
[[nodiscard]] std::string base64(std::string_view bytes);

/// SHA-256 in base 64: "sha256-..." of a Content-Security-Policy.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

/// SHA-256 of a file's content. Throws InputError if it cannot be read.
[[nodiscard]] std::string sha256_of_file(const std::string& path);

} // namespace wardmap
