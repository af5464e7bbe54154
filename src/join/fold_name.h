// SPDX-License-Identifier: MIT
// Names of wards made comparable. Folding only ever equates spellings, it never guesses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wardmap::join {

/// Case, punctuation, kinds of apostrophes and hyphens, blanks, "&" and "and", "St." and "Saint",
/// and a trailing "Ward" or footnote mark are folded away. "North" and "North Downs" stay
/// different.
[[nodiscard]] std::string fold_name(std::string_view name);

/// The same for a district: "City of Westminster" and "Westminster", "Bristol, City of", "County
/// Durham" and "Durham", "London Borough of Barnet".
[[nodiscard]] std::string fold_district(std::string_view name);

/// The halves of a name in two languages, "Canton / Treganna"; nothing for another.
[[nodiscard]] std::vector<std::string> bilingual_halves(std::string_view name);

} // namespace wardmap::join
