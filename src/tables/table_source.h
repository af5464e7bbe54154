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

/// Rows and columns of a workbook that are hidden, or that a filter hides.
enum class HiddenCells { leave_out, read };

inline constexpr std::array<std::pair<std::string_view, HiddenCells>, 2> hidden_names = {
    {{"leave_out", HiddenCells::leave_out}, {"read", HiddenCells::read}}};

struct TableSource {
    FilePath file;                   // as written: how messages name it, without a password
    std::string sheet;               // of a workbook, or table of a database; empty: the only one
    std::string query;               // a SELECT; databases only
    std::string range;               // "B3:F40": nothing else is looked at; empty: all
    std::vector<std::size_t> header; // first and last line of the header; empty: detected
    std::string encoding;            // empty: detected (BOM, then UTF-8, then Windows-1252)
    std::string delimiter;           // empty: detected (comma, semicolon, tab)
    HiddenCells hidden = HiddenCells::leave_out; // reported either way
    /// Columns that will be asked for: the header is the first line that holds them all.
    /// Columns that no line holds are an error that suggests the nearest names.
    std::vector<std::string> wanted;
};

} // namespace wardmap::tables
