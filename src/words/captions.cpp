// SPDX-License-Identifier: MIT
#include "words/captions.h"
#include "project/measure_kind.h"
#include "study/category_result.h"
#include "study/study_area.h"
#include "words/ward_figures.h"

#include <fmt/format.h>

#include "base/text.h"
#include "words/compared_to.h"

namespace wardmap::words {
namespace {

std::string number_of(const CategoryResult& category, double value) {
    return text::number(value, category.banding.decimals);
}

/// "The 6 wards with a figure: 12.3", if that is the reference.
std::string rate_of_some(const StudyArea& study, const CategoryResult& category) {
    const auto& found = category.hotspots;
    if (!found || found->own_tests == 0 || found->area.is_whole) return {};
    const double per = category.spec.is(project::MeasureKind::rate) ? category.spec.per : 100;
    const auto low = number_of(category, per * found->area.rate.low);
    const auto high = number_of(category, per * found->area.rate.high);
    return fmt::format("{}: {}", first_capital(compared_to(study, category)),
                       low == high ? low : low + " to " + high);
}

} // namespace

std::string legend_title(const CategoryResult& category) {
    return first_capital(category.unit.title());
}

std::string area_printed(const CategoryResult& category) {
    const auto& value = category.area_value;
    if (value.is_known()) return number_of(category, value.value());
    if (!value.is_suppressed()) return {};
    const auto low = number_of(category, value.low());
    const auto high = number_of(category, value.high());
    return low == high ? low : low + " to " + high;
}

std::string area_line(const StudyArea& study, const CategoryResult& category) {
    const auto figure = area_printed(category);
    if (figure.empty()) return rate_of_some(study, category);
    return fmt::format("{}: {}", study.project.area.empty() ? "Whole area" : study.project.area,
                       figure);
}

std::string subtitle(const StudyArea& study, const CategoryResult& category, Subject subject) {
    std::string wording = fmt::format(
        "{}{} by {}", subject == Subject::reading ? "Hotspot reading of " : "",
        subject == Subject::reading ? category.unit.title() : first_capital(category.unit.title()),
        study.project.boundaries.noun.singular);
    const auto where = place_and_time(study, category);
    return where.empty() ? wording : wording + ", " + where;
}

std::string place_and_time(const StudyArea& study, const CategoryResult& category) {
    std::string wording = study.project.area;
    if (!category.spec.period.empty())
        wording += (wording.empty() ? "" : ", ") + category.spec.period;
    return wording;
}

} // namespace wardmap::words
