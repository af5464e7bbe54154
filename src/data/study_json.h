// SPDX-License-Identifier: MIT
// The whole study as one JSON document, with published figures only.
#pragma once

#include <string>
#include <vector>

#include "data/columns.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::data {

/// Its schema is beside it in the output.
inline constexpr const char* study_schema_name = "study.schema.json";

/// Project, wards, and each category with its bands, colours and every figure of the ward table.
/// `columns` are those of the ward table: a member of a row is a column without the category's id.
[[nodiscard]] std::string study_json(const Study& study, const style::Style& style,
                                     const std::vector<Column>& columns);

} // namespace wardmap::data
