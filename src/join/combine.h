// SPDX-License-Identifier: MIT
// Combines several rows of one ward (sub-areas, months, types) into one figure.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "tables/cell.h"

namespace wardmap::join {

/// Treatment of several rows for one ward.
enum class Duplicates {
    refuse,    // an error
    identical, // an error, unless their figures are the same
    sum,       // added up
};

inline constexpr std::array<std::pair<std::string_view, Duplicates>, 3> duplicates_names = {
    {{"error", Duplicates::refuse},
     {"identical", Duplicates::identical},
     {"sum", Duplicates::sum}}};

/// The figure of a ward without a row.
enum class MissingRow { missing, zero };

inline constexpr std::array<std::pair<std::string_view, MissingRow>, 2> missing_row_names = {
    {{"missing", MissingRow::missing}, {"zero", MissingRow::zero}}};

/// Rows of other areas of the same kind: a national table on a borough's map.
enum class Outside { leave_out, error };

inline constexpr std::array<std::pair<std::string_view, Outside>, 2> outside_names = {
    {{"leave_out", Outside::leave_out}, {"error", Outside::error}}};

/// As a weighted mean, or as the percentage of the weights in rows with a figure of at most a
/// threshold; with `none`, Duplicates applies. Suppressed figures stay intervals. A row with a
/// weight of 0 is ignored.
struct Combine {
    enum class By { none, mean, share };
    By by = By::none;
    std::string weight; // column
    double at_most = 0; // share
};

/// The rows of one ward so far.
class Parts {
public:
    void add(const Cell& cell, double weight, const Combine& combine) {
        m_missing = m_missing || !(cell.is_known() || cell.is_suppressed());
        m_weight += weight;
        if (combine.by == Combine::By::share) {
            // A suppressed figure may be on either side of the threshold.
            m_low += cell.high() <= combine.at_most ? weight : 0;
            m_high += cell.low() <= combine.at_most ? weight : 0;
        } else {
            m_low += weight * cell.low();
            m_high += weight * cell.high();
        }
    }

    /// Missing if any of the figures is; a mean or share with no weight is not calculable.
    [[nodiscard]] Cell cell(const Combine& combine) const {
        if (m_missing) return Cell::missing();
        if (m_weight <= 0) return Cell::not_calculable();
        const double factor = (combine.by == Combine::By::share ? 100 : 1) / m_weight;
        return m_low < m_high ? Cell::suppressed(m_low * factor, m_high * factor)
                              : Cell::known(m_low * factor);
    }

private:
    double m_weight = 0;
    double m_low = 0;
    double m_high = 0;
    bool m_missing = false;
};

} // namespace wardmap::join
