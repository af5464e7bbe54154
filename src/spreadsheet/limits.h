// SPDX-License-Identifier: MIT
// Limits on what is read of a workbook before it is refused: a small file can unpack to an enormous
// one.
#pragma once

#include <cstddef>
#include <cstdint>

namespace wardmap::spreadsheet {

struct Limits {
    std::size_t parts = 10'000;                // of the archive
    std::uint64_t part_bytes = 400u << 20;     // of one part, unpacked
    std::uint64_t total_bytes = 600u << 20;    // of all parts that are read, unpacked
    std::uint64_t packing = 300;               // maximum ratio of a part's unpacked to packed size,
    std::uint64_t packing_floor = 16u << 20;   // if it is larger than this
    std::size_t depth = 100;                   // nested elements
    std::size_t token_bytes = 4u << 20;        // of one tag
    std::size_t text_bytes = 1u << 20;         // of one cell
    std::size_t texts = 6'000'000;             // of all cells
    std::uint64_t all_text_bytes = 200u << 20; // of all cells
    std::size_t cells = 6'000'000;             // that hold something, on all sheets
    std::size_t sheets = 1'000;
    std::size_t styles = 100'000; // Excel allows 65,490
    std::size_t extras = 500'000; // notes, merged ranges, filters: each
};

/// The last row and column of Excel and LibreOffice.
constexpr std::uint32_t last_row = 1'048'576;
constexpr std::uint32_t last_column = 16'384;

} // namespace wardmap::spreadsheet
