// SPDX-License-Identifier: MIT
// Numbers of coordinates. Private to incidents/.
#pragma once

#include <optional>
#include <string_view>

namespace wardmap::incidents {

/// What a comma in the numbers of a column means.
enum class Comma { none, decimal, thousands };

/// A finite number, ignoring surrounding blanks; nothing if it is not one.
[[nodiscard]] std::optional<double> read_number(std::string_view text, Comma comma);

/// Decimal places of a number as written: "0.968272" has 6, "576012" has 0.
[[nodiscard]] int decimals_of(std::string_view text, Comma comma);

/// Whether it has groups of three digits, such as "576,012" or "1,155,988.5".
[[nodiscard]] bool has_thousands(std::string_view text);

} // namespace wardmap::incidents
