// SPDX-License-Identifier: MIT
// Where a table is, and how it is to be read.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_path.h"

namespace wardmap::tables {

/// Treatment of hidden and filtered rows and columns of a workbook.
enum class HiddenCells { leave_out, read };

inline constexpr std::array<std::pair<std::string_view, HiddenCells>, 2> hidden_names = {
    {{"leave_out", HiddenCells::leave_out}, {"read", HiddenCells::read}}};

struct TableSource {
    FilePath file;                   // as written in messages, without a password
    std::string sheet;               // of a workbook, or table of a database; empty: the only one
    std::string query;               // a SELECT; databases only
    std::string range;               // "B3:F40": everything else is ignored; empty: all
    std::vector<std::size_t> header; // first and last line of the header; empty: detected
    std::string encoding;            // empty: detected (BOM, then UTF-8, then Windows-1252)
    std::string delimiter;           // empty: detected (comma, semicolon, tab)
    HiddenCells hidden = HiddenCells::leave_out; // reported either way
    /// Required columns: the header is the first line that holds them all. A column that is in no
    /// line is an error, with the nearest names suggested.
    std::vector<std::string> wanted;
};

} // namespace wardmap::tables
