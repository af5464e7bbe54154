// SPDX-License-Identifier: MIT
// What names of columns and notes of tables give away. Private to draft/.
#pragma once

#include <optional>
#include <string>

#include "tables/table.h"

namespace wardmap::draft {

/// "households" of "Households 2011": a column that others may be divided by; "" for another.
[[nodiscard]] std::string denominator_word(const std::string& column);

/// Numbers that are no figures: identifiers, coordinates, lines.
[[nodiscard]] bool is_identifier(const std::string& column);
[[nodiscard]] bool is_rank(const std::string& column);
/// "rate", "score", "%", "per 1,000": an average, not a count.
[[nodiscard]] bool is_average(const std::string& column);
/// "month", "year", "period".
[[nodiscard]] bool is_period(const std::string& column);

/// The suppression scheme that a table's notes state, such as "le4"; nothing where none does.
[[nodiscard]] std::optional<std::string> stated_scheme(const tables::Table& table);

/// "asb_incidents" as "Asb incidents".
[[nodiscard]] std::string title_of(const std::string& name);
/// Letters, digits and "-" of a name: for an id.
[[nodiscard]] std::string slug(const std::string& name);

} // namespace wardmap::draft
