// SPDX-License-Identifier: MIT
// Everything computed for one project file. Products only print what is here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "project/briefing_spec.h"
#include "project/product.h"
#include "study/accounts.h"
#include "study/bivariate_result.h"
#include "study/category_result.h"
#include "study/input_file.h"
#include "study/study_area.h"
#include "study/surroundings/surroundings.h"
#include "wards/displaced_parts.h"
#include "wards/neighbourhood.h"

namespace wardmap {

/// Every figure in it is the published one; the tables' own accounts are accessible only to the
/// audit (see Accounts).
struct Study : StudyArea {
    std::vector<project::Product> products; // that the project wants
    project::BriefingSpec briefing;
    wards::Neighbours neighbours; // as in the project file; queen contiguity by default
    std::optional<Fringe> fringe;
    std::vector<ContextLayer> layers;
    std::optional<Tiles> tiles;                         // else tile maps compute their own
    std::vector<wards::DisplacedParts> displaced_parts; // drawn in boxes on maps
    std::vector<DenominatorResult> denominators;
    std::vector<CategoryResult> categories;
    std::vector<BivariateResult> bivariates; // of categories above
    std::vector<InputFile> inputs;           // project file, boundaries, tables; ordered by path
    Findings findings;                       // of the boundaries and the project as a whole
    Accounts accounts;

    /// Null if there is none with that id.
    [[nodiscard]] const CategoryResult* category(const std::string& id) const {
        for (const auto& result : categories) {
            if (result.spec.id == id) return &result;
        }
        return nullptr;
    }

    /// All results for one ward in one category. Precondition: both exist.
    [[nodiscard]] CategoryResult::Row row(const std::string& category_id, std::size_t ward) const {
        return category(category_id)->row(ward);
    }
};

/// The denominator of a category; null if it has none, or it could not be read.
[[nodiscard]] inline const DenominatorResult* find_denominator(const Study& study,
                                                               const project::Category& spec) {
    return find_denominator(study.denominators, spec);
}

} // namespace wardmap
