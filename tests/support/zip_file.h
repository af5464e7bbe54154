// SPDX-License-Identifier: MIT
// Zip files for tests: workbooks and zipped shapefiles, stored without compression.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace wardmap::testing {

inline void put_number(std::string& bytes, std::uint32_t value, int width) {
    for (int i = 0; i < width; ++i) {
        bytes += static_cast<char>((value >> (8 * i)) & 0xFF);
    }
}

inline std::uint32_t crc32_of(const std::string& bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1u)));
        }
    }
    return ~crc;
}

/// The bytes of a zip of (name, content) pairs, in their order.
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
    std::string body;
    std::string directory;
    for (const auto& [name, content] : files) {
        const auto offset = static_cast<std::uint32_t>(body.size());
        const auto size = static_cast<std::uint32_t>(content.size());
        std::string common;
        put_number(common, 20, 2);         // version
        put_number(common, 0, 4);          // flags, stored
        put_number(common, 0x00210000, 4); // 1 January 1980
        put_number(common, crc32_of(content), 4);
        put_number(common, size, 4);
        put_number(common, size, 4);
        put_number(common, static_cast<std::uint32_t>(name.size()), 2);
        put_number(common, 0, 2);
        body += "PK\x03\x04" + common + name + content;
        directory += "PK\x01\x02";
        put_number(directory, 20, 2);
        directory += common;
        directory.append(10, '\0'); // comment, disk, attributes
        put_number(directory, offset, 4);
        directory += name;
    }
    std::string end = "PK\x05\x06";
    put_number(end, 0, 4);
    put_number(end, static_cast<std::uint32_t>(files.size()), 2);
    put_number(end, static_cast<std::uint32_t>(files.size()), 2);
    put_number(end, static_cast<std::uint32_t>(directory.size()), 4);
    put_number(end, static_cast<std::uint32_t>(body.size()), 4);
    put_number(end, 0, 2);
    return body + directory + end;
}

} // namespace wardmap::testing
