// SPDX-License-Identifier: MIT
// Reads places, types and months from rows of incidents: the work of one thread on a part of a
// file. Private to incidents/.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/bulk_transform.h"
#include "incidents/columns.h"
#include "incidents/count.h"
#include "incidents/csv_rows.h"
#include "incidents/ward_locator.h"

namespace wardmap::incidents {

inline constexpr std::size_t id_parts = 64;
inline constexpr std::size_t place_parts = 16;
inline constexpr double near_border_m = 50;
inline constexpr double near_ward_m = 1000; // of points outside

/// How to read the rows of one file; the same for all its parts.
struct FilePlan {
    std::string shown_as;
    Columns columns;
    char delimiter = ',';
    bool axes_swapped = false;
    double precision_m = 0;
    const geo::BulkTransform* transform = nullptr; // null for area codes
    const WardLocator* locator = nullptr;
    const std::unordered_map<std::string, std::int32_t>* areas = nullptr; // wards by area code
    const Request* request = nullptr;
    std::vector<std::string> types; // of the request, folded
};

/// A type in a month, numbered within this part.
struct Slot {
    std::uint32_t type = 0;
    Month month = no_month;
};

struct RowRecord {
    std::uint32_t slot = 0;
    std::int32_t ward = Location::nowhere;
    Fate fate = Fate::counted;
    bool near_border = false;
};

struct IdRecord {
    std::uint64_t hash = 0;
    std::uint32_t slot = 0;
    std::int32_t ward = 0;
};

struct PlaceRecord {
    geo::Point at; // as in the file
    std::int32_t ward = 0;
};

/// The content of a part of a file.
struct PartRows {
    std::vector<std::string> types;
    std::vector<Slot> slots;
    std::vector<RowRecord> rows;
    std::array<std::vector<IdRecord>, id_parts> ids;          // of counted rows, by hash
    std::array<std::vector<PlaceRecord>, place_parts> places; // of counted rows
    std::map<Fate, std::vector<std::size_t>> examples;        // lines
    std::map<std::pair<std::string, Month>, std::uint64_t> forces;
    std::uint64_t blank_lines = 0;
    std::uint64_t outside_within_50_m = 0;
    std::uint64_t outside_within_1_km = 0;
    std::uint64_t on_border = 0;
    std::uint64_t within_precision = 0;
    std::uint64_t in_several = 0;
    std::uint64_t either_order = 0;  // dates such as 03/04/2014
    std::uint64_t against_order = 0; // dates that can only be read in the other order
};

/// A piece of CSV text; its first row is below the header.
[[nodiscard]] PartRows read_piece(const FilePlan& plan, const Piece& piece, char line_end);

/// Rows of other files; `lines` are their numbers.
[[nodiscard]] PartRows read_cells(const FilePlan& plan,
                                  const std::vector<std::vector<std::string>>& rows,
                                  const std::vector<std::size_t>& lines);

/// Lower case and trimmed, for comparing types. Accepts any bytes.
[[nodiscard]] std::string fold_type(std::string_view type);

} // namespace wardmap::incidents
