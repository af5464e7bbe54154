// SPDX-License-Identifier: MIT
#include "join/larger_areas.h"

#include <algorithm>

#include "base/text.h"
#include "join/fold_name.h"
#include "join/ward_index.h"
#include "wards/ward.h"

namespace wardmap::join {

using tables::AreaLevel;

LargerAreas::LargerAreas(const tables::Table& table, const KeyColumns& columns,
                         const WardIndex& index, const WardSet& wards)
    : m_table(table), m_columns(columns), m_level(level_of(wards, index)) {
    m_one_district = !wards.wards.empty();
    for (const auto& ward : wards.wards) {
        m_one_district = m_one_district && ward.district == wards.wards.front().district;
        for (const auto& district : ward.district) {
            m_districts.insert(fold_district(district));
        }
    }
    for (const auto& row : table.rows) {
        if (level_of(row) != AreaLevel::district) continue;
        for (const auto column : key_columns()) {
            if (tables::level_of(row.cells[column])) {
                m_district_codes.insert(fold_name(row.cells[column]));
            }
        }
    }
}

/// The kind of the wards' own codes, else of the smallest areas whose codes are beside their names.
AreaLevel LargerAreas::level_of(const WardSet& wards, const WardIndex& index) const {
    std::vector<std::string_view> codes;
    for (const auto& ward : wards.wards) {
        codes.emplace_back(ward.code);
    }
    if (const auto level = tables::level_of_most(codes)) return *level;
    std::optional<AreaLevel> smallest;
    for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
        codes.clear();
        for (const auto& row : m_table.rows) {
            if (index.find(row.cells[m_columns.key])) codes.emplace_back(row.cells[c]);
        }
        const auto level = tables::level_of_most(codes);
        if (level && (!smallest || *level < *smallest)) smallest = level;
    }
    return smallest.value_or(AreaLevel::ward);
}

std::vector<std::size_t> LargerAreas::key_columns() const {
    auto columns = m_columns.checks;
    columns.insert(columns.begin(), m_columns.key);
    return columns;
}

std::optional<AreaLevel> LargerAreas::level_of(const tables::Row& row) const {
    for (const auto column : key_columns()) {
        if (const auto level = tables::level_of(row.cells[column])) return level;
    }
    return std::nullopt;
}

std::string LargerAreas::words_of(const tables::Row& row) const {
    const auto at = std::find_if(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
        return !cell.empty() && !looks_like_code(cell) && !text::parse_number(cell);
    });
    return at == row.cells.end() ? "" : *at;
}

LargerAreas::Kind LargerAreas::kind_of(const tables::Row& row) const {
    const auto level = level_of(row);
    if (level && *level <= m_level) return Kind::none;
    const auto columns = key_columns();
    const auto any = [&](const auto& is_so) {
        return std::any_of(columns.begin(), columns.end(), [&](std::size_t column) {
            return !row.cells[column].empty() && is_so(row.cells[column]);
        });
    };
    if (any([&](const auto& text) { return m_districts.contains(fold_district(text)); })) {
        return m_one_district ? Kind::total : Kind::comparator;
    }
    if (level == AreaLevel::district && m_districts.empty() && m_district_codes.size() == 1) {
        return Kind::total;
    }
    const bool is_nameless = !any([](const auto&) { return true; });
    const bool is_named = any([](const auto& text) { return tables::is_larger_area_name(text); }) ||
                          (is_nameless && tables::is_larger_area_name(words_of(row)));
    return level || is_named ? Kind::comparator : Kind::none;
}

Comparator LargerAreas::read(const tables::Row& row, const Cell& figure) const {
    Comparator comparator{row.line, "", "", figure};
    for (const auto column : key_columns()) {
        const auto& text = row.cells[column];
        auto& place = looks_like_code(text) ? comparator.code : comparator.name;
        if (place.empty()) place = text;
    }
    if (comparator.name.empty()) comparator.name = words_of(row);
    return comparator;
}

} // namespace wardmap::join
