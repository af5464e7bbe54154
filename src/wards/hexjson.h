// SPDX-License-Identifier: MIT
// HexJSON: hexagons by column and row, as published by Open Innovations and the House of Commons
// Library. Private to wards/.
#pragma once

#include <string>
#include <vector>

#include "wards/read_tiles.h"

namespace wardmap::wards {

/// The hexagons of a HexJSON text, in the order of their codes; their sides are 1 long, y is to the
/// north, and neighbours have exactly the same corners.
/// - Rows (r) count to the north, columns (q) to the east. "odd-r" and "even-r": a corner up, odd
///   (even) rows half a column to the east; "odd-q" and "even-q": a side up, odd (even) columns
///   half a row to the north.
/// - Throws InputError if it is not HexJSON, with a finding for each hex in error: q or r not a
///   whole number, two in one place, two with one code.
[[nodiscard]] std::vector<Tile> parse_hexjson(const std::string& json, const std::string& shown_as);

} // namespace wardmap::wards
