// SPDX-License-Identifier: MIT
// Every figure behind the reading of one ward, as text and as data.
#pragma once

#include <cstddef>
#include <string>

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::audit {

/// The ward denoted by a code, a former code or a name. Throws InputError with the nearest names if
/// there is none, or if several wards have the name.
[[nodiscard]] std::size_t find_ward(const Study& study, const std::string& word);

[[nodiscard]] std::string explanation_text(const Study& study, const CategoryResult& category,
                                           std::size_t ward);
/// All categories of the study: the columns of the ward table, and the neighbours with their
/// values, as printed.
[[nodiscard]] std::string explanation_json(const Study& study, std::size_t ward);

} // namespace wardmap::audit
