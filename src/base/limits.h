// SPDX-License-Identifier: MIT
// Limits on inputs: far beyond any study of wards, small enough for any machine. Listed in
// docs/project-file.md; larger inputs are refused before they cost time or memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/text.h"

namespace wardmap::limits {

inline constexpr std::uintmax_t mebibyte = 1u << 20;

// Text that people write: projects, styles, weights, frozen bands.
inline constexpr std::uintmax_t toml_bytes = 4 * mebibyte;
inline constexpr std::size_t toml_depth = 32; // of nested lists and tables
inline constexpr std::size_t toml_dots = 16;  // between the keys of one line

// Tables.
inline constexpr std::uintmax_t table_bytes = 128 * mebibyte;     // of a text file
inline constexpr std::uintmax_t database_bytes = 4096 * mebibyte; // of which only a part is read
inline constexpr std::size_t cell_characters = 32'767;            // as in Excel
inline constexpr std::size_t columns = 16'384;                    // as in Excel
inline constexpr std::size_t rows = 2'000'000;
inline constexpr std::size_t cells = 6'000'000; // of one table

// Incidents; only a batch of rows is in memory at a time.
inline constexpr std::uintmax_t incident_row_bytes = 32 * mebibyte;
inline constexpr std::size_t incident_types = 1'000;
inline constexpr std::size_t incident_places = 2'000'000;    // distinct ones, checked for snapping
inline constexpr std::size_t incident_figures = 200'000'000; // wards x types x months

// Zipped boundaries; the limits of workbooks are in spreadsheet/limits.h.
inline constexpr std::size_t zip_members = 10'000;
inline constexpr std::uintmax_t zip_bytes = 2048 * mebibyte;   // of all members, unpacked
inline constexpr std::uintmax_t zip_ratio = 1'000;             // unpacked to packed, of a member
inline constexpr std::uintmax_t small_member_bytes = mebibyte; // whose ratio does not matter

// Boundaries and other layers.
inline constexpr std::uintmax_t layer_bytes = 4096 * mebibyte;
inline constexpr std::uintmax_t whole_json_bytes = 32 * mebibyte; // that GDAL reads at once
inline constexpr std::uintmax_t feature_mebibytes = 48;           // of one feature of a GeoJSON
inline constexpr std::size_t json_depth = 64;

// Files of Wardmap's own: manifests, HexJSON.
inline constexpr std::uintmax_t json_bytes = 64 * mebibyte;

/// Whether a text fits in a cell.
[[nodiscard]] inline bool fits_cell(std::string_view text) {
    return text.size() <= cell_characters || text::length(text) <= cell_characters;
}

} // namespace wardmap::limits
