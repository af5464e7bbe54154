// SPDX-License-Identifier: MIT
// Rows of larger areas: England, the region, the county, the district. Private to join/.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "join/join.h"
#include "join/key_columns.h"
#include "join/ward_index.h"
#include "tables/area_code.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::join {

class LargerAreas {
public:
    LargerAreas(const tables::Table& table, const KeyColumns& columns, const WardIndex& index,
                const WardSet& wards);

    /// The kind of a row that names no ward.
    enum class Kind { none, comparator, total };
    /// A district is a total if it is the only one of all wards, or its code is the only one of its
    /// kind in the table. Precondition: the row names no ward.
    [[nodiscard]] Kind kind_of(const tables::Row& row) const;

    /// The code, name and figure of a row. `figure` is missing if it cannot be read.
    [[nodiscard]] Comparator read(const tables::Row& row, const Cell& figure) const;

private:
    [[nodiscard]] std::vector<std::size_t> key_columns() const;
    /// The first text of a row that has neither code nor name.
    [[nodiscard]] std::string words_of(const tables::Row& row) const;
    [[nodiscard]] std::optional<tables::AreaLevel> level_of(const tables::Row& row) const;
    [[nodiscard]] tables::AreaLevel level_of(const WardSet& wards, const WardIndex& index) const;

    const tables::Table& m_table;
    const KeyColumns& m_columns;
    tables::AreaLevel m_level;         // of the wards
    std::set<std::string> m_districts; // of all wards together, folded
    bool m_one_district = false;
    std::set<std::string> m_district_codes; // in the key columns of the table
};

} // namespace wardmap::join
