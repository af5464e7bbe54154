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

/// Every figure in it is the published one; the tables' own accounts are closed to all but the
/// audit (see Accounts).
struct Study : StudyArea {
    std::vector<project::Product> products; // that the project wants
    project::BriefingSpec briefing;
    wards::Neighbours neighbours; // as the project file says; queen contiguity by default
    std::optional<Fringe> fringe;
    std::vector<ContextLayer> layers;
    std::optional<Tiles> tiles;                         // else maps of tiles make their own
    std::vector<wards::DisplacedParts> displaced_parts; // what maps draw in boxes
    std::vector<DenominatorResult> denominators;
    std::vector<CategoryResult> categories;
    std::vector<BivariateResult> bivariates; // of categories above
    std::vector<InputFile> inputs;           // project file, boundaries, tables; ordered by path
    Findings findings;                       // of the boundaries and the project as a whole
    Accounts accounts;

    /// Null if there is none of that id.
    [[nodiscard]] const CategoryResult* category(const std::string& id) const {
        for (const auto& result : categories) {
            if (result.spec.id == id) return &result;
        }
        return nullptr;
    }

    /// All that is known of one ward in one category. Precondition: both are there.
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
