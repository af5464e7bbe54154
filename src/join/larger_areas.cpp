// SPDX-License-Identifier: MIT
#include "join/larger_areas.h"

#include <algorithm>

#include "base/text.h"
#include "join/fold_name.h"
#include "join/ward_index.h"

namespace wardmap::join {

using tables::AreaLevel;

LargerAreas::LargerAreas(const tables::Table& table, const KeyColumns& columns,
                         const WardSet& wards)
    : m_table(table), m_columns(columns) {
    std::vector<std::string_view> codes;
    codes.reserve(wards.wards.size());
    m_one_district = !wards.wards.empty();
    for (const auto& ward : wards.wards) {
        codes.emplace_back(ward.code);
        m_one_district = m_one_district && ward.district == wards.wards.front().district;
        for (const auto& district : ward.district) {
            m_districts.insert(fold_district(district));
        }
    }
    m_level = tables::level_of_most(codes);
    for (const auto& row : table.rows) {
        if (level_of(row) != AreaLevel::district) continue;
        for (const auto column : key_columns()) {
            if (tables::level_of(row.cells[column])) {
                m_district_codes.insert(fold_name(row.cells[column]));
            }
        }
    }
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
    const bool has_own_district =
        m_one_district &&
        std::any_of(m_columns.checks.begin(), m_columns.checks.end(), [&](std::size_t column) {
            return m_districts.contains(fold_district(row.cells[column]));
        });
    if (!level) {
        const auto& key = row.cells[m_columns.key];
        const bool is_district = !key.empty() && m_districts.contains(fold_district(key));
        if (is_district) return m_one_district ? Kind::total : Kind::comparator;
        if (has_own_district && key.empty()) return Kind::total;
        for (const auto column : key_columns()) {
            if (tables::is_larger_area_name(row.cells[column])) return Kind::comparator;
        }
        return key.empty() && tables::is_larger_area_name(words_of(row)) ? Kind::comparator
                                                                         : Kind::none;
    }
    const auto own = m_level.value_or(AreaLevel::ward);
    if (*level <= own) return Kind::none;
    if (*level != AreaLevel::district) return Kind::comparator;
    for (const auto column : key_columns()) {
        const bool named = m_one_district && m_districts.contains(fold_district(row.cells[column]));
        if (named && !row.cells[column].empty()) return Kind::total;
    }
    return m_district_codes.size() == 1 && m_districts.empty() ? Kind::total : Kind::comparator;
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
