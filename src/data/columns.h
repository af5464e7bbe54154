// SPDX-License-Identifier: MIT
// The ward table that all data products share.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace wardmap {
struct Study;
}

namespace wardmap::data {

using Value = std::variant<std::monostate, std::string, std::int64_t, double>;

struct Column {
    enum class Type { text, integer, real };
    std::string name;
    Type type = Type::text;
    std::string meaning;       // for the data dictionary
    std::vector<Value> values; // one per ward
    std::string category = {}; // id, or that of a bivariate map; empty for what is the ward's own
};

/// A number as every data product has it: ten decimals, for more are noise of the division.
[[nodiscard]] double published_number(double value);

/// Code, names and area, then for each category: figure, its ends where withheld, state, value,
/// band, range, rank; for each bivariate map class, words, state. Where a cell has no number,
/// `figure` and `value` are null and `state` says why.
[[nodiscard]] std::vector<Column> ward_columns(const Study& study);

} // namespace wardmap::data
