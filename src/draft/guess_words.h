// SPDX-License-Identifier: MIT
// Clues from column names, their texts and the notes of tables. Private to draft/.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tables/table.h"

namespace wardmap::draft {

/// "households" of "Households 2011": a column usable as a denominator; "" for any other.
[[nodiscard]] std::string denominator_word(const std::string& column);
/// "Denominator", "Base", "Sample size": the denominator of the figure beside it.
[[nodiscard]] bool is_denominator_heading(const std::string& column);

/// Numbers that are not figures: identifiers, coordinates, line numbers.
[[nodiscard]] bool is_identifier(const std::string& column);
[[nodiscard]] bool is_rank(const std::string& column);
[[nodiscard]] bool is_percentage(const std::string& text);
/// "rate", "score", "%", "per 1,000", "median price": an average or a share, not a count.
[[nodiscard]] bool is_average(const std::string& column);
/// "month", "year", "period".
[[nodiscard]] bool is_period(const std::string& column);
/// "District", "LAD name", "Region", "Parent code".
[[nodiscard]] bool is_parent_heading(const std::string& column);
/// "Indicator", "Offence", "Crime type", "Major category".
[[nodiscard]] bool is_indicator(const std::string& column);
/// "Sex", "Age group", or texts such as Females and Males.
[[nodiscard]] bool is_breakdown(const std::string& column, const std::vector<std::string>& texts);
/// Texts such as Percentage and Count.
[[nodiscard]] bool are_kinds_of_value(const std::string& column,
                                      const std::vector<std::string>& texts);
/// "value", "count", "n": a heading that does not say what is counted.
[[nodiscard]] bool is_uninformative(const std::string& column);
/// "Maidstone Borough Council", "Published 12/05/2014", "Source: ONS": a line above a table that
/// does not describe its content.
[[nodiscard]] bool is_imprint(const std::string& line);
/// "England", "North West": cannot be the name of a map of areas within a district.
[[nodiscard]] bool is_larger_place(const std::string& text);

enum class Limit { lower, upper };
/// "Lower CI 95.0 limit", "LCL", "Upper 95% confidence limit".
[[nodiscard]] std::optional<Limit> limit_of(const std::string& column);

/// The text that by its name is the total of a breakdown: "Persons", "Total", "All ages"; "" for
/// none.
[[nodiscard]] std::string named_total(const std::vector<std::string>& texts);

/// "Testham" of "Testham total" and "Total for Testham".
[[nodiscard]] std::string without_total(const std::string& text);

/// The meaning of a mark in place of a figure.
struct MarkMeaning {
    enum class Kind { withheld, zero, missing, unexplained };
    Kind kind = Kind::unexplained;
    std::string scheme; // of withheld values: "le4", "lt5", "1-7"

    bool operator==(const MarkMeaning&) const = default;
};

/// After the notes of the table: a note about this mark ("c = fewer than 5", "- denotes nil");
/// else, of a mark that official statistics use for what is withheld, a note on suppression.
[[nodiscard]] MarkMeaning meaning_of_mark(const std::string& mark, const tables::Table& table);

/// "asb_incidents" as "Asb incidents".
[[nodiscard]] std::string title_of(const std::string& name);
/// Letters, digits and "-" of a name: for an id.
[[nodiscard]] std::string slug(const std::string& name);
/// The id, with "-2", "-3" ... if it is taken; now it is.
[[nodiscard]] std::string unique_id(const std::string& id, std::set<std::string>& taken);

} // namespace wardmap::draft
