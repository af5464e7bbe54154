// SPDX-License-Identifier: MIT
// Lines of a table's file that hold no data.
#pragma once

#include <cstddef>
#include <string>

namespace wardmap::tables {

/// A line that is not a row of the table, kept so that every line of the file is accounted for.
struct NonDataLine {
    enum class Kind { title, blank, units, footnote, hidden };
    Kind kind = Kind::blank;
    std::size_t line = 0;
    std::string text;
};

} // namespace wardmap::tables
