// SPDX-License-Identifier: MIT
#include "study/category_sets.h"

#include <algorithm>

#include "base/text.h"
#include "study/study.h"

namespace wardmap {
namespace {

bool mentions_deprivation(const std::string& text) {
    return text::fold_case(text).find("depriv") != std::string::npos;
}

} // namespace

std::vector<const CategoryResult*> deprivation_of(const Study& study) {
    std::vector<const CategoryResult*> found;
    for (const auto& category : study.categories) {
        const auto& spec = category.spec;
        if (mentions_deprivation(spec.title) || mentions_deprivation(spec.group) ||
            mentions_deprivation(spec.rank_meaning)) {
            found.push_back(&category);
        }
    }
    return found;
}

std::vector<const CategoryResult*> overlapping(const Study& study) {
    const auto deprivation = deprivation_of(study);
    std::vector<const CategoryResult*> found;
    for (const auto& category : study.categories) {
        const auto& spec = category.spec;
        const bool left_out =
            std::find(deprivation.begin(), deprivation.end(), &category) != deprivation.end() ||
            !category.hotspots || !category.changes.empty() || spec.tables() == nullptr;
        const bool twice = std::any_of(found.begin(), found.end(), [&](const auto* other) {
            return other->figures == category.figures && other->spec.unit == spec.unit;
        });
        const bool contained =
            !spec.part_of.empty() &&
            std::any_of(study.categories.begin(), study.categories.end(),
                        [&](const auto& other) { return other.spec.id == spec.part_of; });
        if (!left_out && !twice && !contained) found.push_back(&category);
    }
    return found;
}

} // namespace wardmap
