// SPDX-License-Identifier: MIT
// Coordinates as people write them. Private to incidents/.
#pragma once

#include <optional>
#include <string_view>

namespace wardmap::incidents {

/// What a comma in the numbers of a column means.
enum class Comma { none, decimal, thousands };

/// A finite number; blanks around it are passed over. Nothing if it is none.
[[nodiscard]] std::optional<double> read_number(std::string_view text, Comma comma);

/// Decimal places of a number as it is written: "0.968272" has 6, "576012" has 0.
[[nodiscard]] int decimals_of(std::string_view text, Comma comma);

/// Whether it is written like "576,012" or "1,155,988.5": groups of three digits.
[[nodiscard]] bool has_thousands(std::string_view text);

} // namespace wardmap::incidents
