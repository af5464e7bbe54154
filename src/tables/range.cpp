// SPDX-License-Identifier: MIT
#include "tables/range.h"

#include "base/pattern.h"

namespace wardmap::tables {
namespace {

std::size_t column_number(const std::string& letters) {
    std::size_t number = 0;
    for (const char c : letters) {
        number = number * 26 + static_cast<std::size_t>((c & ~0x20) - 'A') + 1;
    }
    return number;
}

} // namespace

std::optional<Range> parse_range(const std::string& text) {
    static const Pattern form(
        R"(\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6}):\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})?)");
    const auto part = form.match(text);
    if (!part) return std::nullopt;
    const Range range{column_number(part->text(1)), std::stoul(part->text(2)),
                      column_number(part->text(3)),
                      part->groups[3] ? std::stoul(part->text(4)) : 0};
    const bool upside_down = range.last_column < range.first_column ||
                             (range.last_row != 0 && range.last_row < range.first_row);
    if (upside_down) return std::nullopt;
    return range;
}

} // namespace wardmap::tables
