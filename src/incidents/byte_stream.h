// SPDX-License-Identifier: MIT
// The bytes of a text file from start to end, on disk or in an archive. Private to incidents/.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace wardmap::incidents {

class ByteStream {
public:
    virtual ~ByteStream() = default;

    /// The next bytes; fewer than requested only at the end. Throws InputError.
    [[nodiscard]] virtual std::size_t read(char* to, std::size_t bytes) = 0;
};

/// A file, or, with `member`, one within a zip archive. Throws InputError unless it is a regular
/// file that can be read and is not empty.
[[nodiscard]] std::unique_ptr<ByteStream>
open_bytes(const std::string& path, const std::string& member, const std::string& shown_as);

} // namespace wardmap::incidents
