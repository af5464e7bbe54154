// SPDX-License-Identifier: MIT
// Names of wards made comparable. Folding only ever equates spellings, it never guesses.
#pragma once

#include <string>
#include <string_view>

namespace wardmap::join {

/// Case, punctuation, kinds of apostrophes and hyphens, blanks, "&" and "and", "St." and "Saint",
/// and a trailing "Ward" or footnote mark are folded away. "North" and "North Downs" stay
/// different.
[[nodiscard]] std::string fold_name(std::string_view name);

/// "Barming" and "Barming and Teston": one begins with all words of the other.
[[nodiscard]] bool is_renamed(std::string_view a, std::string_view b);

} // namespace wardmap::join
