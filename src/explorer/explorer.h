// SPDX-License-Identifier: MIT
// The explorer: a study as one interactive HTML file that opens without a network.
#pragma once

#include <string>

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {
class BaseMap;
}

namespace wardmap::explorer {

/// The whole page: its style, its script and the study's published figures in one file. Same bands,
/// colours and words as the sheets. Throws InputError if a legend's guarantee is broken,
/// OutputError if the page's files (styles/explorer/) are missing.
[[nodiscard]] std::string explorer_page(const Study& study, const style::Style& style,
                                        const maps::BaseMap& ground);

/// The page's data as JSON.
[[nodiscard]] std::string explorer_data(const Study& study, const style::Style& style,
                                        const maps::BaseMap& ground);

/// The document's title.
[[nodiscard]] std::string explorer_title(const Study& study);

} // namespace wardmap::explorer
