// SPDX-License-Identifier: MIT
// The words that the book uses, and no others.
#include <algorithm>
#include <functional>
#include <set>

#include "book/parts.h"
#include "hotspots/reading.h"
#include "words/ward_figures.h"

namespace wardmap::book {
namespace {

using hotspots::Reading;

struct Uses {
    std::set<Reading> readings;
    bool tested = false;
    bool around = false;
    bool tentative = false;
    bool withheld = false;
    bool denominators = false;
    bool limits = false;
    bool unstable = false;
};

Uses uses_of(const Study& study) {
    Uses uses;
    for (const auto& category : study.categories) {
        uses.denominators |= !category.denominator_label.empty();
        for (std::size_t i = 0; i < category.values.size(); ++i) {
            uses.withheld |= category.values[i].is_suppressed();
            if (!category.stability.empty() && category.stability[i]) {
                uses.unstable |= !category.stability[i]->is_stable();
            }
            if (!category.hotspots) continue;
            const auto& ward = category.hotspots->wards[i];
            uses.tested = true;
            uses.around |= ward.neighbourhood_test.has_value();
            uses.limits |= ward.own.has_value();
            uses.readings.insert(ward.joint.reading);
            uses.tentative |= ward.joint.evidence == hotspots::Evidence::tentative;
        }
    }
    return uses;
}

} // namespace

void add_glossary(const Inputs& inputs, const Part& part, layout::Flow& flow) {
    const auto& study = inputs.study;
    const auto uses = uses_of(study);
    const auto one = words::area_noun(study, 1);
    const auto many = words::area_noun(study, 2);
    const auto is_used = [&](Reading reading) { return uses.readings.contains(reading); };
    std::vector<std::pair<std::string, std::string>> words = {
        {"Band", "One class of a map: all " + many + " in it have the same colour."},
        {"Category", "One thing that is mapped, from one source and over one period."}};
    const auto add = [&](bool used, const std::string& word, const std::string& meaning) {
        if (used) words.emplace_back(word, meaning);
    };
    add(is_used(Reading::beside_high), "Next to high " + many + " only",
        "The " + one + " and its neighbours together are high; it is not high in its own right.");
    add(uses.denominators, "Denominator",
        "What a count is divided by: residents, households. Its year and source are printed with "
        "each map.");
    add(uses.around, "Gi* (Getis-Ord)", "The test of a " + one + " together with its neighbours.");
    add(is_used(Reading::high) || is_used(Reading::high_in_cluster), "High in its own right",
        "The " + one + "'s own count is above what chance and ordinary differences explain.");
    add(is_used(Reading::high_in_cluster) || is_used(Reading::in_high_cluster), "High cluster",
        "Neighbouring " + many + " whose figures are high together.");
    add(uses.tested, "Hotspot reading",
        "Result of the tests of a " + one + " individually and with its neighbours.");
    add(uses.limits, "Confidence limits (95%)",
        "How far chance alone moves a figure of this size: in 95 of 100 such cases it stays "
        "within them.");
    words.emplace_back("Rank", "The position of a " + one +
                                   " among those with a figure; equal figures "
                                   "share the better rank.");
    add(uses.tentative, "Tentative",
        "Significant in a single test, but not after correction for multiple testing.");
    add(is_used(Reading::uncertain), "Uncertain",
        "The reading depends on a figure that is withheld.");
    add(is_used(Reading::untestable), "Not testable",
        "There is no figure, or nothing to compare it with.");
    add(uses.unstable, "In italics on a map",
        "Small numbers: by chance the " + one + " could well belong to another band.");
    add(uses.withheld, "Withheld",
        "The publisher does not give the figure, only the lowest and highest value it may have.");
    std::sort(words.begin(), words.end());
    flow.heading(1, part.title, {"", part.anchor});
    layout::Table table;
    table.caption = "Meaning of the terms";
    table.columns = {{"Word"}, {"Meaning"}};
    table.size_pt = 9.5;
    for (const auto& [word, meaning] : words) {
        table.rows.push_back({{word, {}, true}, {meaning}});
    }
    flow.table(table);
}

} // namespace wardmap::book
