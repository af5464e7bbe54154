// SPDX-License-Identifier: MIT
// What a sheet says in words, all of it computed from the study.
#pragma once

#include <string>
#include <vector>

#include "maps/sheet.h"
#include "study/study.h"

namespace wardmap::maps {

/// "Incidents per 1,000 residents".
[[nodiscard]] std::string legend_title(const CategoryResult& category);

/// "Maidstone as a whole: 22.3"; "… 12.1 to 13.4" where wards are withheld; empty where it makes no
/// sense.
[[nodiscard]] std::string area_line(const Study& study, const CategoryResult& category);

/// "22.3", "12.1 to 13.4": the figure of that line alone.
[[nodiscard]] std::string area_printed(const CategoryResult& category);

/// "Incidents per 1,000 residents by ward, Maidstone, January to November 2014".
[[nodiscard]] std::string subtitle(const Study& study, const CategoryResult& category,
                                   Subject subject = Subject::bands);

/// "Source: ... Denominator: ..."; nothing where neither is known.
[[nodiscard]] std::vector<std::string> source_lines(const CategoryResult& category);

/// "Sources: A; B." and "Denominators: C; D." of several categories, each once.
[[nodiscard]] std::vector<std::string>
common_sources(const std::vector<const CategoryResult*>& categories);

/// The boundaries' note and attribution.
[[nodiscard]] std::vector<std::string> boundary_lines(const Study& study);

/// Attributions of the layers that are drawn for orientation; islands that are drawn elsewhere.
[[nodiscard]] std::vector<std::string> layer_lines(const Study& study);

/// The lines below the map: source, denominator, method, boundary note, attribution.
[[nodiscard]] std::vector<std::string>
foot_lines(const Study& study, const CategoryResult& category, Subject subject = Subject::bands);

/// The lines below several small maps, each once: their sources, what `more` there is to say, the
/// boundaries.
[[nodiscard]] std::vector<std::string>
small_foot_lines(const Study& study, const std::vector<const CategoryResult*>& maps,
                 const std::vector<std::string>& more = {});

/// How a category is banded and tested: "Bands: natural breaks (Fisher), 5 bands, goodness of
/// variance fit 0.93."
[[nodiscard]] std::string method_line(const Study& study, const CategoryResult& category,
                                      Subject subject = Subject::bands);

/// With a full stop, where there is none and there is anything to end.
[[nodiscard]] std::string as_sentence(std::string s);

/// "High Street (88.0), Park Wood (35.0) and North (27.5)": the wards whose rank is at most
/// `places`; none where ties make them more than twice as many.
[[nodiscard]] std::string highest(const Study& study, const CategoryResult& category,
                                  std::size_t places);

/// What a map shows, in one sentence; `more` comes before its full stop.
[[nodiscard]] std::string map_alt(const Study& study, const CategoryResult& category,
                                  const std::string& more = {});

/// A figure as printed: "22.3", "withheld (0 to 4)", "no figure", "not calculable".
[[nodiscard]] std::string printed(const CategoryResult& category, std::size_t ward);

/// The same of any value.
[[nodiscard]] std::string printed(const Cell& value, int decimals);

/// "ward", "wards": what the project calls its areas.
[[nodiscard]] std::string called(const Study& study, std::size_t n);

} // namespace wardmap::maps
