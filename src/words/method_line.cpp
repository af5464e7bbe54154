// SPDX-License-Identifier: MIT
#include "words/method_line.h"

#include <vector>

#include <fmt/format.h>

#include "bands/banding.h"
#include "base/text.h"
#include "wards/neighbours.h"
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
        parts.emplace_back("change by the conditional binomial test");
    } else if (found.own_tests > 0) {
        parts.push_back(fmt::format("own level against the {} rate, over-dispersion φ {}",
                                    study.project.area.empty() ? "overall" : study.project.area,
                                    text::number(found.dispersion.phi, 1)));
    }
    if (found.gi_tests > 0) {
        parts.push_back(fmt::format(
            "neighbourhood by Getis-Ord Gi* ({}), neighbours {}{}",
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
    return fmt::format("{}: {}; level {}, correction: {}.",
                       category.changes.empty() ? "Hotspots" : "Tests", text::join(parts, "; "),
                       level_text(found), correction_word(found));
}

} // namespace wardmap::words
