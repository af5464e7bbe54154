// SPDX-License-Identifier: MIT
// The map book: a committee paper of all categories of a study, as tagged pages.
#pragma once

#include <string>
#include <vector>

#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {
class BaseMap;
}

namespace wardmap::book {

/// Title page, contents, all categories at a glance, the pages of each category (map, what it
/// shows, table of wards, source and method), deprivation and overlaps if the project has them,
/// methods, glossary, data quality. Throws InputError as maps::lay_out_sheet does.
[[nodiscard]] std::vector<paint::Scene> lay_out_book(const Study& study, const style::Style& style,
                                                     const paint::TextMetrics& metrics,
                                                     const maps::BaseMap& ground);

/// The document's title.
[[nodiscard]] std::string book_title(const Study& study);

} // namespace wardmap::book
