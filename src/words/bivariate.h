// SPDX-License-Identifier: MIT
// Texts of a bivariate map, all computed from the study.
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

/// "low", "middle", "high"; for a rank without a name in sentences "last", "middle", "first",
/// because its numbers are not high or low. Empty if the axis has no class at that place.
[[nodiscard]] std::string level_word(const BivariateAxis& axis, std::size_t place);

/// "high deprivation"; "first in Index of Multiple Deprivation: national rank".
[[nodiscard]] std::string axis_words(const BivariateAxis& axis, std::size_t place);

/// "high deprivation and low theft".
[[nodiscard]] std::string class_words(const BivariateResult& result, std::size_t up,
                                      std::size_t across);

/// A ward's class in words, or why it has none: "withheld", "no figure", "not calculable".
[[nodiscard]] std::string class_words(const BivariateResult& result, const BivariateWard& ward);

/// The range of the figures at a place of an axis, as printed; empty if there is none.
[[nodiscard]] std::string range_at(const BivariateAxis& axis, std::size_t place);

/// The wards of a class by name.
[[nodiscard]] std::vector<std::string> names_at(const Study& study, const BivariateResult& result,
                                                std::size_t up, std::size_t across);

/// The association of the two, in two or three sentences: the number of wards high on both against
/// the number expected if they were independent (not a test), Spearman's rank correlation, wards
/// without a class.
[[nodiscard]] std::vector<std::string> bivariate_sentences(const Study& study,
                                                           const BivariateResult& result);

/// A line for each class that occurs, C3 first: code, words, ranges, wards by name.
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
