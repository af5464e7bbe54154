// SPDX-License-Identifier: MIT
// Captions of sheets, all computed from the study.
#pragma once

#include <string>
#include <vector>

#include "words/map_text.h"

namespace wardmap {
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::words {

/// "Incidents per 1,000 residents".
[[nodiscard]] std::string legend_title(const CategoryResult& category);

/// "Maidstone as a whole: 22.3"; "… 12.1 to 13.4" if wards are withheld; empty if it would be
/// meaningless.
[[nodiscard]] std::string area_line(const StudyArea& study, const CategoryResult& category);

/// "22.3", "12.1 to 13.4": the figure of that line alone.
[[nodiscard]] std::string area_printed(const CategoryResult& category);

/// "Incidents per 1,000 residents by ward, Maidstone, January to November 2014".
[[nodiscard]] std::string subtitle(const StudyArea& study, const CategoryResult& category,
                                   Subject subject = Subject::bands);

/// "Maidstone, January to November 2014"; empty if neither is known.
[[nodiscard]] std::string place_and_time(const StudyArea& study, const CategoryResult& category);

} // namespace wardmap::words
