// SPDX-License-Identifier: MIT
// The figure of one row: its value columns, added up. Private to join/.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "join/join.h"
#include "join/no_data_codes.h"

namespace wardmap::join {

/// The texts in the value columns: "3 + *".
[[nodiscard]] std::string figure_text(const tables::Table& table, const tables::Row& row,
                                      const Request& request);

/// Whether a row has nothing in any of its value columns.
[[nodiscard]] bool has_no_figure(const tables::Table& table, const tables::Row& row,
                                 const Request& request);

/// The figure of a row, its value columns added up, without reporting errors.
[[nodiscard]] Cell quiet_figure(const tables::Table& table, const tables::Row& row,
                                const Request& request);

/// The same, if it is known.
[[nodiscard]] std::optional<double> known_figure(const tables::Table& table, const tables::Row& row,
                                                 const Request& request);

/// The part of a figure apportioned to one of several wards.
[[nodiscard]] Cell part_of(const Cell& cell, double weight);

/// Reads the figures of rows and collects their errors.
class FigureReader {
public:
    FigureReader(const tables::Table& table, const Request& request)
        : m_table(table), m_request(request) {}

    /// The sum of the value columns; suppressed if one is, missing if one is. Nothing if a cell
    /// cannot be read, which is recorded as an error. A total's figure is not compared with those
    /// of wards.
    enum class Of { ward, total };
    [[nodiscard]] std::optional<Cell> read(const tables::Row& row, Of of = Of::ward);

    /// Errors in the figures read: individually, and in comparison (some with a percentage sign,
    /// some without; numbers that look like codes for no data).
    [[nodiscard]] Findings faults() const;
    /// Notes on texts that were read as stated intervals ("<5").
    [[nodiscard]] Findings notes() const;

private:
    /// A figure with a percentage sign and one without.
    struct Percents {
        std::optional<std::size_t> with; // line
        std::optional<std::size_t> without;
    };

    void keep_figure(const tables::Row& row, std::size_t column, const std::string& name,
                     double value);
    void keep_fault(const tables::Row& row, std::size_t column, const std::string& name,
                    const tables::Unreadable& bad);

    const tables::Table& m_table;
    const Request& m_request;
    Findings m_faults;
    std::set<std::string> m_stated; // undeclared intervals
    std::vector<ReadFigure> m_known;
    std::map<std::size_t, Percents> m_percents; // by column
};

} // namespace wardmap::join
