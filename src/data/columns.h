// SPDX-License-Identifier: MIT
// The ward table shared by all data products.
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
    std::string category =
        {}; // id of a category or bivariate map; empty for the ward's own columns
};

/// A number as in every data product: ten decimals, because more are rounding noise.
[[nodiscard]] double published_number(double value);

/// Code, names and area, then for each category: figure, its bounds if suppressed, state, value,
/// band, range, rank; for each bivariate map class, words, state. If a cell has no number, `figure`
/// and `value` are null and `state` gives the reason.
[[nodiscard]] std::vector<Column> ward_columns(const Study& study);

} // namespace wardmap::data
