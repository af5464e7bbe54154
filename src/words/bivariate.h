// SPDX-License-Identifier: MIT
// What a map of two categories says in words, all of it computed from the study.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "words/map_text.h"

namespace wardmap {
struct BivariateAxis;
struct BivariateResult;
struct BivariateWard;
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::words {

/// "low", "middle", "high"; of a rank that has no name in sentences "last", "middle", "first", for
/// its numbers have no heights. Empty if the axis has no class at that place.
[[nodiscard]] std::string level_word(const BivariateAxis& axis, std::size_t place);

/// "high deprivation"; "first in Index of Multiple Deprivation: national rank".
[[nodiscard]] std::string axis_words(const BivariateAxis& axis, std::size_t place);

/// "high deprivation and low theft".
[[nodiscard]] std::string class_words(const BivariateResult& result, std::size_t up,
                                      std::size_t across);

/// The words of a ward's class, or why it has none: "withheld", "no figure", "not calculable".
[[nodiscard]] std::string class_words(const BivariateResult& result, const BivariateWard& ward);

/// The range of the figures at a place of an axis, as printed; empty if there is none.
[[nodiscard]] std::string range_at(const BivariateAxis& axis, std::size_t place);

/// The wards of a class by name.
[[nodiscard]] std::vector<std::string> names_at(const Study& study, const BivariateResult& result,
                                                std::size_t up, std::size_t across);

/// What the two have in common, in two or three sentences: how many wards are high on both against
/// what one would expect if they had nothing to do with each other (no test), Spearman's rank
/// correlation, wards without a class.
[[nodiscard]] std::vector<std::string> bivariate_sentences(const Study& study,
                                                           const BivariateResult& result);

/// A line for each class that there is, C3 first: code, words, ranges, wards by name.
[[nodiscard]] std::vector<std::string> class_lines(const Study& study,
                                                   const BivariateResult& result);

/// Units and periods of both, and the area.
[[nodiscard]] std::string bivariate_subtitle(const Study& study, const BivariateResult& result);

/// "Average score, 2010": unit and period of one axis.
[[nodiscard]] std::string axis_unit(const CategoryResult& category);

/// Sources, notes, method, boundaries.
[[nodiscard]] std::vector<std::string> bivariate_foot(const Study& study,
                                                      const BivariateResult& result);

[[nodiscard]] MapWords words_of(const Study& study, const BivariateResult& result);

} // namespace wardmap::words
