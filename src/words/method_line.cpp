// SPDX-License-Identifier: MIT
#include "words/method_line.h"

#include <vector>

#include <fmt/format.h>

#include "bands/banding.h"
#include "base/text.h"
#include "project/category.h"
#include "project/measure_kind.h"
#include "study/study.h"
#include "wards/neighbours.h"
#include "words/compared_to.h"
#include "words/test_words.h"
#include "words/tile_notes.h"

namespace wardmap::words {
namespace {

std::string band_method(const Study& study, const CategoryResult& category) {
    std::string method = "Bands: " + bands::describe(category.banding);
    if (category.banding.scheme != project::Scheme::fixed && category.banding.bands.size() > 1) {
        method +=
            fmt::format(", goodness of variance fit {}", text::number(category.banding.fit.gvf, 2));
    }
    method += "." + about_tiles(study, category);
    if (category.spec.is(project::MeasureKind::count)) {
        method += " Counts: larger or busier areas have more.";
    }
    return method;
}

/// "against the Maidstone rate by each ward's 95% and 99.8% limits (Byar), of 26 about 1 beyond the
/// 95% ones by chance"
std::string comparison_method(const Study& study, const CategoryResult& category) {
    const auto& found = *category.hotspots;
    const bool binomial = found.kind == statistics::Distribution::binomial;
    constexpr double beyond = 0.05;
    const double by_chance = beyond * static_cast<double>(found.own_tests);
    return fmt::format("against {} by each {}'s 95% and 99.8% limits ({}), of {} about {} beyond "
                       "the 95% ones by chance",
                       rate_name(study, category), study.wards.noun.singular,
                       binomial ? "Wilson" : "Byar", found.own_tests,
                       text::number(by_chance, by_chance < 1 ? 1 : 0));
}

std::string phi_text(const hotspots::Hotspots& found) {
    const auto low = text::number(found.dispersion.low, 1);
    const auto high = text::number(found.dispersion.high, 1);
    return low == high ? low : fmt::format("{} to {}", low, high);
}

std::string tested_on_words(const hotspots::Hotspots& found) {
    using Of = project::HotspotSpec::Of;
    switch (found.tested_on) {
    case Of::count:
        return " on counts";
    case Of::smoothed:
        return " on smoothed rates";
    case Of::measure:
        return {};
    }
    return {};
}

} // namespace

std::string method_line(const Study& study, const CategoryResult& category, Subject subject) {
    const auto hotspots = hotspot_method(study, category);
    if (subject == Subject::reading) return hotspots + about_tiles(study, category);
    auto method = category.spec.map == project::MapKind::circles
                      ? std::string("The area of a circle is proportional to the count.")
                      : band_method(study, category);
    if (!hotspots.empty()) method += " " + hotspots;
    return method;
}

std::string hotspot_method(const Study& study, const CategoryResult& category) {
    if (!category.hotspots) return {};
    const auto& found = *category.hotspots;
    std::vector<std::string> parts;
    if (!category.changes.empty()) {
        parts.push_back(fmt::format(
            "change tested by the conditional binomial, against no change and against that of {}, "
            "over-dispersion φ {}",
            compared_to(study, category), phi_text(found)));
    } else if (found.own_tests > 0) {
        parts.push_back(comparison_method(study, category));
    } else if (found.around_tests > 0) {
        const auto why = why_not_tested(found);
        parts.push_back("not tested individually: " + (why.empty() ? "no denominator" : why));
    }
    if (found.funnel_tests > 0) {
        parts.push_back(fmt::format("among the {} on a funnel with over-dispersion φ {}",
                                    study.wards.noun.plural, phi_text(found)));
    }
    if (found.around_tests > 0) {
        parts.push_back(fmt::format(
            "neighbours by local G without the {} itself{} ({}); neighbours {}{}",
            study.wards.noun.singular, tested_on_words(found),
            found.permutations > 0
                ? text::number(static_cast<double>(found.permutations), 0) + " permutations"
                : std::string("normal curve"),
            wards::describe(study.project.neighbours),
            found.around > 0 ? fmt::format(", {} around the area among them",
                                           text::with_count(found.around, study.wards.noun.singular,
                                                            study.wards.noun.plural))
                             : std::string()));
    }
    if (parts.empty()) return {};
    const bool corrects = found.funnel_tests + found.around_tests > 0 || !category.changes.empty();
    return fmt::format("Tests: {}{}.", text::join(parts, "; "),
                       corrects ? fmt::format("; level {}, correction: {}", level_text(found),
                                              correction_word(found))
                                : std::string());
}

} // namespace wardmap::words
