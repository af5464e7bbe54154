// SPDX-License-Identifier: MIT
// The glossary: only the terms used in the book.
#include <algorithm>
#include <functional>
#include <set>

#include "book/parts.h"
#include "hotspots/reading.h"
#include "study/study.h"
#include "words/ward_figures.h"

namespace wardmap::book {
namespace {

using hotspots::Level;

struct Uses {
    std::set<Level> levels;
    bool tested = false;
    bool around = false;
    bool clusters = false;
    bool exceptional = false;
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
            uses.around |= ward.neighbours.has_value();
            uses.clusters |= hotspots::is_in_cluster(ward.reading);
            uses.exceptional |= ward.exceptional.has_value();
            uses.limits |= ward.own.has_value();
            uses.levels.insert(ward.reading.level);
            for (const auto* const test : {&ward.exceptional, &ward.neighbours, &ward.change}) {
                uses.tentative |= *test && (*test)->evidence == hotspots::Evidence::tentative;
            }
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
    const auto is_used = [&](Level level) { return uses.levels.contains(level); };
    std::vector<std::pair<std::string, std::string>> words = {
        {"Band", "One class of a map: all " + many + " in it have the same colour."},
        {"Category", "One thing that is mapped, from one source and over one period."}};
    const auto add = [&](bool used, const std::string& word, const std::string& meaning) {
        if (used) words.emplace_back(word, meaning);
    };
    add(uses.denominators, "Denominator",
        "What a count is divided by: residents, households. Its year and source are printed with "
        "each map.");
    add(uses.exceptional, "Exceptional",
        "Out of line even among these " + many +
            ", which differ by more than chance alone. Firm if that holds after correction for "
            "multiple testing.");
    add(uses.limits, "Higher, lower",
        "The 95% confidence limits of the " + one +
            "'s figure are above (below) the rate it is compared with; much higher (lower): the "
            "99.8% limits do.");
    add(uses.clusters, "Cluster",
        "Adjoining " + many +
            " above the rate whose neighbours are high, each judged without "
            "itself.");
    add(uses.around, "Neighbours high, low",
        "The " + one + "'s neighbours, without the " + one +
            " itself, are higher (lower) than as "
            "many drawn at random from the others.");
    add(uses.limits, "Confidence limits (95%)",
        "How far chance alone moves a figure of this size: in 95 of 100 such cases it stays "
        "within them.");
    words.emplace_back("Rank", "The position of a " + one +
                                   " among those with a figure; equal figures "
                                   "share the better rank.");
    add(uses.tentative, "Tentative",
        "Significant in a single test, but not after correction for multiple testing.");
    add(is_used(Level::uncertain), "Uncertain",
        "Figures that are withheld decide: the answer is not the same for all that they may be.");
    add(is_used(Level::not_tested), "Not tested by itself",
        "A measure without limits, or nothing to compare it with.");
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
