// SPDX-License-Identifier: MIT
#include "words/compared_to.h"

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/hotspots.h"
#include "project/measure_kind.h"
#include "study/category_result.h"
#include "study/study_area.h"

namespace wardmap::words {
namespace {

bool is_index(const CategoryResult& category) {
    return category.spec.is(project::MeasureKind::index);
}

std::string those_with_figure(const StudyArea& study, std::size_t wards) {
    return fmt::format("the {} {} with a figure", text::number(double(wards), 0),
                       wards == 1 ? study.project.boundaries.noun.singular
                                  : study.project.boundaries.noun.plural);
}

} // namespace

std::string compared_to(const StudyArea& study, const CategoryResult& category) {
    if (is_index(category)) return "expected";
    if (category.hotspots && category.hotspots->own_tests > 0 &&
        !category.hotspots->area.is_whole) {
        return those_with_figure(study, category.hotspots->area.wards);
    }
    return study.project.area.empty() ? "the area" : study.project.area;
}

std::string rate_name(const StudyArea& study, const CategoryResult& category) {
    if (is_index(category)) return "the expected number";
    if (category.hotspots && category.hotspots->own_tests > 0 &&
        !category.hotspots->area.is_whole) {
        return "the rate of " + those_with_figure(study, category.hotspots->area.wards);
    }
    return study.project.area.empty() ? "the area's rate"
                                      : fmt::format("the {} rate", study.project.area);
}

hotspots::LabelWords label_words(const StudyArea& study, const CategoryResult& category) {
    return {compared_to(study, category), study.project.boundaries.noun.plural};
}

std::string why_not_tested(const hotspots::Hotspots& found) {
    using hotspots::WhyNot;
    switch (found.why_not) {
    case WhyNot::tested:
        return {};
    case WhyNot::count:
        return "counts have no denominator";
    case WhyNot::density:
        return "a density has no limits: km² are not a population at risk";
    case WhyNot::mean:
        return "means have no published limits";
    case WhyNot::share_of_sum:
        return "shares of their own total have nothing independent to be compared with";
    case WhyNot::weighted:
        return "weighted sums do not vary as counts do";
    case WhyNot::made_of_others:
        return "it is derived from other categories";
    }
    return {};
}

} // namespace wardmap::words
