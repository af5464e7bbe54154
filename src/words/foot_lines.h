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

/// "Source: ... Denominator: ..."; empty if neither is known.
[[nodiscard]] std::vector<std::string> source_lines(const CategoryResult& category);

/// "Sources: A; B." and "Denominators: C; D." for several categories, each once.
[[nodiscard]] std::vector<std::string>
common_sources(const std::vector<const CategoryResult*>& categories);

/// The boundaries' note and attribution.
[[nodiscard]] std::vector<std::string> boundary_lines(const Study& study);

/// Attributions of the context layers; displaced islands.
[[nodiscard]] std::vector<std::string> layer_lines(const Study& study);

/// Whether the lines explain bands and tests.
enum class Method { in_full, elsewhere };

/// The lines below the map: source, denominator, method, boundary note, attribution. If the method
/// is elsewhere, they refer to it: the text file beside the map.
[[nodiscard]] std::vector<std::string> foot_lines(const Study& study,
                                                  const CategoryResult& category,
                                                  Subject subject = Subject::bands,
                                                  Method method = Method::in_full);

/// The lines below several small maps, each once: their sources, `more`, the boundaries.
[[nodiscard]] std::vector<std::string>
small_foot_lines(const Study& study, const std::vector<const CategoryResult*>& maps,
                 const std::vector<std::string>& more = {});

/// Adds a full stop if there is none, unless the text is empty.
[[nodiscard]] std::string as_sentence(std::string s);

} // namespace wardmap::words
