// SPDX-License-Identifier: MIT
// The figure of one row: its value columns, added up. Private to join/.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "join/join.h"

namespace wardmap::join {

/// The texts in the value columns: "3 + *".
[[nodiscard]] std::string figure_text(const tables::Table& table, const tables::Row& row,
                                      const Request& request);

/// Whether a row has nothing in any of its value columns.
[[nodiscard]] bool has_no_figure(const tables::Table& table, const tables::Row& row,
                                 const Request& request);

/// The part of a figure that goes to one of several wards.
[[nodiscard]] Cell part_of(const Cell& cell, double weight);

/// Reads the figures of rows, and keeps what is wrong with them.
class FigureReader {
public:
    FigureReader(const tables::Table& table, const Request& request)
        : m_table(table), m_request(request) {}

    /// The sum of the value columns; suppressed where one is, missing where one is. Nothing where a
    /// cell cannot be read; that is kept as a fault.
    [[nodiscard]] std::optional<Cell> read(const tables::Row& row);

    [[nodiscard]] const Findings& faults() const { return m_faults; }
    /// Says which texts were read as the intervals that they state ("<5").
    [[nodiscard]] Findings notes() const;

private:
    void keep_fault(const tables::Row& row, std::size_t column, const std::string& name,
                    const tables::Unreadable& bad);

    const tables::Table& m_table;
    const Request& m_request;
    Findings m_faults;
    std::set<std::string> m_stated; // undeclared intervals
};

} // namespace wardmap::join
