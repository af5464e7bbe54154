// SPDX-License-Identifier: MIT
// Texts below maps: sources, notes, boundaries.
#pragma once

#include <string>
#include <vector>

#include "words/map_text.h"

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::words {

/// "Source: ... Denominator: ..."; nothing if neither is known.
[[nodiscard]] std::vector<std::string> source_lines(const CategoryResult& category);

/// "Sources: A; B." and "Denominators: C; D." of several categories, each once.
[[nodiscard]] std::vector<std::string>
common_sources(const std::vector<const CategoryResult*>& categories);

/// The boundaries' note and attribution.
[[nodiscard]] std::vector<std::string> boundary_lines(const Study& study);

/// Attributions of the layers that are drawn for orientation; islands that are drawn elsewhere.
[[nodiscard]] std::vector<std::string> layer_lines(const Study& study);

/// Whether the lines say how bands and tests are made.
enum class Method { in_full, elsewhere };

/// The lines below the map: source, denominator, method, boundary note, attribution. Where the
/// method is elsewhere, they say where: in the text file beside the map.
[[nodiscard]] std::vector<std::string> foot_lines(const Study& study,
                                                  const CategoryResult& category,
                                                  Subject subject = Subject::bands,
                                                  Method method = Method::in_full);

/// The lines below several small maps, each once: their sources, what `more` there is to say, the
/// boundaries.
[[nodiscard]] std::vector<std::string>
small_foot_lines(const Study& study, const std::vector<const CategoryResult*>& maps,
                 const std::vector<std::string>& more = {});

/// With a full stop, if there is none and there is anything to end.
[[nodiscard]] std::string as_sentence(std::string s);

} // namespace wardmap::words
