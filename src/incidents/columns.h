// SPDX-License-Identifier: MIT
// Which column of a table of incidents is what, by names and by contents. Private to incidents/.
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
    std::size_t x = 0; // the only one of references, points and areas
    std::size_t y = 0;
    std::optional<std::size_t> date;
    std::optional<std::size_t> type;
    std::optional<std::size_t> id;
    std::optional<std::size_t> force; // who recorded it
    Comma comma = Comma::none;        // in coordinates
    DayOrder day_order = DayOrder::day_first;
    int decimals = 0;          // most that a coordinate of the sample has
    bool is_police_uk = false; // the columns of a street file of data.police.uk
    Findings findings;         // what was guessed

    /// The largest index that is read.
    [[nodiscard]] std::size_t last() const;
};

/// `sample` holds the first rows, each its cells. Throws InputError if no place can be found, or a
/// column that `wanted` names is not there.
[[nodiscard]] Columns find_columns(const std::vector<std::vector<std::string>>& sample,
                                   const ColumnNames& wanted, const std::string& shown_as);

} // namespace wardmap::incidents
