// SPDX-License-Identifier: MIT
// Periods of time as written in tables: days, weeks, months, quarters, years, and spans of these.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tables/unreadable.h"

namespace wardmap::tables {

struct Period {
    enum class Kind { day, week, month, quarter, year, span };
    Kind kind = Kind::day;
    std::chrono::sys_days first; // its first and its last day
    std::chrono::sys_days last;
    /// False for "March", "Week 10" and "Q1", which state no year (their days are in 2001).
    bool dated = true;
    std::string label; // short form, which read_period reads as this period: "2014-11"
    std::string words; // "November 2014"

    bool operator==(const Period&) const = default;
};

/// Number of days, inclusive.
[[nodiscard]] int days_in(const Period& period);
/// Whether two periods have the same calendar length: any two months have, a month and a quarter
/// have not; a year may start in any month.
[[nodiscard]] bool same_length(const Period& a, const Period& b);
/// Whether `b` starts on the day after the last of `a`.
[[nodiscard]] bool follows(const Period& a, const Period& b);

/// Reads one text by itself, if it has only one reading: "2014-11", "Nov 2014", "2013/14", "Q1
/// 2013", "April 2014 to March 2015", "30 June 2024", "Week 10". A year and a two-digit month
/// joined by a hyphen are that month ("2011-12" is December 2011).
[[nodiscard]] std::optional<Period> read_period(std::string_view text);

/// The texts of a column, or the names of several columns, as periods in the same order. Ambiguous
/// texts are resolved by the others: 01/05/2014 is the first of May if the steps are then even (or
/// another text cannot be read the other way round), 2011-12 a financial year beside 2012-13. Days
/// that are all the first or all the last of their months are those months. Plain numbers are
/// months, weeks, quarters or years if `heading` says so. Otherwise Unreadable, with the text that
/// has no reading or two.
using PeriodsReading = std::variant<std::vector<Period>, Unreadable>;
[[nodiscard]] PeriodsReading read_periods(const std::vector<std::string>& texts,
                                          std::string_view heading);

/// Why periods cannot be compared side by side: unequal lengths, overlaps, dated ones beside
/// undated ones. Nothing if they can.
[[nodiscard]] std::optional<Unreadable> unfit_for_a_series(std::vector<Period> periods);

/// The gaps between periods of a series, in words: "March 2014", "March to May 2014".
[[nodiscard]] std::vector<std::string> gaps_between(std::vector<Period> periods);

/// Lists exactly these periods: "January to March and May 2014", "2009/10 to 2011/12", "January to
/// November, 2013 to 2014", "18 months from January 2013 to December 2014". Empty without any.
[[nodiscard]] std::string words_of(std::vector<Period> periods);

} // namespace wardmap::tables
