// SPDX-License-Identifier: MIT
// XML within a zipped file, element by element and never as a whole: in memory that does not grow
// with it. Private to geo/.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace wardmap::gdal {

/// The attributes of an element, by their names without prefix.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** all) : m_all(all) {}

    /// Nothing in it where there is no such attribute.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    /// A whole number; `otherwise` where there is none.
    [[nodiscard]] std::uint64_t number(std::string_view name, std::uint64_t otherwise) const;

private:
    const char** m_all; // name, value, name, value, null
};

/// Names come without prefix. What is thrown ends the reading, and is thrown on.
struct XmlEvents {
    std::function<void(std::string_view name, const XmlAttributes&)> start;
    std::function<void(std::string_view name)> end;
    std::function<void(std::string_view text)> text;
};

/// Why a part was not read to its end, for messages; "" where it was, or where there is no such
/// part. A part is read no further than `most_bytes`, 256 elements deep, and not beyond a DOCTYPE.
[[nodiscard]] std::string stream_xml(const std::string& path, const std::string& part,
                                     std::uintmax_t most_bytes, const XmlEvents& events);

} // namespace wardmap::gdal
