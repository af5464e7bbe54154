// SPDX-License-Identifier: MIT
// Normalisation of ward names. Folding only equates spellings, it never guesses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wardmap::join {

/// Case, punctuation, kinds of apostrophes and hyphens, blanks, "&" and "and", "St." and "Saint",
/// and a trailing "Ward" or footnote mark are folded away. "North" and "North Downs" stay
/// different.
[[nodiscard]] std::string fold_name(std::string_view name);

/// The same for district names: "City of Westminster" and "Westminster", "Bristol, City of",
/// "County Durham" and "Durham", "London Borough of Barnet".
[[nodiscard]] std::string fold_district(std::string_view name);

/// The halves of a bilingual name, "Canton / Treganna"; empty for any other.
[[nodiscard]] std::vector<std::string> bilingual_halves(std::string_view name);

} // namespace wardmap::join
