// SPDX-License-Identifier: MIT
// Finds the columns of a table of incidents by names and content. Private to incidents/.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "incidents/read_month.h"
#include "incidents/read_number.h"
#include "incidents/source.h"

namespace wardmap::incidents {

enum class PlaceKind { x_and_y, grid_reference, point, area_code };

/// Columns by index. A table without a header has "column 1", "column 2", ...
struct Columns {
    std::vector<std::string> names;
    std::size_t first_row = 1; // of the sample, below the header
    PlaceKind place = PlaceKind::x_and_y;
    std::size_t x = 0; // the only column for references, points and areas
    std::size_t y = 0;
    std::optional<std::size_t> date;
    std::optional<std::size_t> type;
    std::optional<std::size_t> id;
    std::optional<std::size_t> force; // force that recorded it
    Comma comma = Comma::none;        // in coordinates
    DayOrder day_order = DayOrder::day_first;
    int decimals = 0;          // maximum for a coordinate in the sample
    bool is_police_uk = false; // has the columns of a data.police.uk street file
    Findings findings;         // detected columns

    /// The largest index used.
    [[nodiscard]] std::size_t last() const;
};

/// `sample` holds the cells of the first rows. Throws InputError if no location is found, or a
/// column in `wanted` does not exist.
[[nodiscard]] Columns find_columns(const std::vector<std::vector<std::string>>& sample,
                                   const ColumnNames& wanted, const std::string& shown_as);

} // namespace wardmap::incidents
