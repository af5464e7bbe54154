// SPDX-License-Identifier: MIT
// Two categories on one map: each ward's class in both, from published values only.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/finding.h"

namespace wardmap::project {
struct Bivariate;
struct Facts;
} // namespace wardmap::project

namespace wardmap {

struct BivariateAxis;
struct BivariateResult;
struct BivariateWard;
struct CategoryResult;
struct Study;

/// The project's bivariate maps with both categories in the study. A map with fewer than two
/// classes on an axis cannot be drawn and is omitted with a warning; warnings and notes on the
/// classes are added to `findings`.
[[nodiscard]] std::vector<BivariateResult>
make_bivariates(const project::Facts& project, const std::vector<project::Bivariate>& specs,
                const std::vector<CategoryResult>& categories, Findings& findings);

/// The category of an axis. Precondition: the study has it.
[[nodiscard]] const CategoryResult& category_of(const Study& study, const BivariateAxis& axis);

/// "C3": a letter for the place up, a digit for the place across; empty if it has no place.
[[nodiscard]] std::string code_of(const BivariateWard& ward);
[[nodiscard]] std::string code_of(std::size_t up, std::size_t across);

/// Number of wards high on one axis, on the other, on both, and expected on both if the two were
/// independent (the product of the shares).
struct HighWards {
    std::size_t across = 0;
    std::size_t up = 0;
    std::size_t both = 0;
    double expected = 0;
};
[[nodiscard]] HighWards high_wards(const BivariateResult& result);

} // namespace wardmap
