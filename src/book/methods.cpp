// SPDX-License-Identifier: MIT
// The methods used in the project, in plain language.
#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "bands/banding.h"
#include "base/text.h"
#include "book/parts.h"
#include "book/ward_table.h"
#include "project/category.h"
#include "project/hotspot_spec.h"
#include "project/measure_kind.h"
#include "study/study.h"
#include "wards/neighbours.h"
#include "words/ward_figures.h"

namespace wardmap::book {
namespace {

using project::MeasureKind;

class Methods {
public:
    Methods(const Study& study, layout::Flow& flow) : m_study(study), m_flow(flow) {}

    void add() {
        measures();
        withheld();
        bands();
        own_level();
        neighbourhood();
        many_tests();
        small_numbers();
        change();
        combined();
    }

private:
    using Condition = std::function<bool(const CategoryResult&)>;

    [[nodiscard]] bool any(const Condition& is_so) const {
        return std::any_of(m_study.categories.begin(), m_study.categories.end(), is_so);
    }
    [[nodiscard]] bool measured(MeasureKind kind) const {
        return any([&](const CategoryResult& c) { return c.spec.is(kind); });
    }

    template <typename Origin>
    [[nodiscard]] bool has_origin() const {
        return any([](const CategoryResult& c) { return c.spec.made_as<Origin>() != nullptr; });
    }
    void section(const std::string& title, const std::vector<std::string>& paragraphs,
                 const std::string& source = {}) {
        m_flow.heading(2, title, {"", "", false});
        for (const auto& paragraph : paragraphs) {
            m_flow.paragraph(paragraph);
        }
        if (!source.empty()) m_flow.paragraph("Source: " + source, layout::Kind::note);
    }
    [[nodiscard]] std::string one() const { return words::area_noun(m_study, 1); }
    [[nodiscard]] std::string many() const { return words::area_noun(m_study, 2); }

    void measures() {
        std::vector<std::string> wording;
        if (measured(MeasureKind::count)) {
            wording.push_back("Counts are what was recorded. A larger or busier " + one() +
                              " has more without being worse.");
        }
        if (measured(MeasureKind::rate)) {
            wording.push_back(
                "A rate is the count divided by a denominator (such as residents), so "
                "that " +
                many() +
                " of different size compare. Where visitors outnumber "
                "residents, as in a town centre, a rate per resident looks "
                "higher than anyone's risk.");
        }
        if (measured(MeasureKind::share))
            wording.push_back("A share is a part as a percentage of a whole.");
        if (measured(MeasureKind::density)) {
            wording.push_back("A density is the count divided by the area in square kilometres.");
        }
        if (measured(MeasureKind::mean)) {
            wording.push_back(
                "A score is an average supplied by the source; it is shown unchanged.");
        }
        if (measured(MeasureKind::rank)) {
            wording.push_back(
                "A rank is a position in the source's own order; it is shown unchanged.");
        }
        if (measured(MeasureKind::index)) {
            wording.push_back(
                "An index is the figure as a percentage of the source's expected figure: 100 is "
                "as expected.");
        }
        const bool whole = any([](const CategoryResult& c) { return c.area_value.is_known(); });
        if (whole) {
            wording.push_back(
                "The value of the whole area is the sum of all counts over the sum of all "
                "denominators, never the average of the " +
                many() + ".");
        }
        if (!wording.empty()) section("What is mapped", wording);
    }

    void withheld() {
        if (!any([](const CategoryResult& c) {
                return std::any_of(c.values.begin(), c.values.end(),
                                   [](const Cell& v) { return v.is_suppressed(); });
            })) {
            return;
        }
        section(
            "Withheld figures",
            {fmt::format("If the publisher withholds a small count, it is known only to be "
                         "between two figures. It is never treated as 0, as the larger figure, or "
                         "as missing. A {0} is shown in a band only if every figure that it "
                         "may have is in that band, and is hatched. A reading that depends on "
                         "the withheld figure is reported as uncertain.",
                         one())});
    }

    void bands() {
        std::set<std::string> used;
        for (const auto& category : m_study.categories) {
            if (category.spec.map != project::MapKind::circles &&
                category.banding.bands.size() > 1) {
                used.insert(bands::describe(category.banding));
            }
        }
        const bool natural = any([](const CategoryResult& c) {
            return c.banding.scheme == project::Scheme::natural && c.banding.bands.size() > 1;
        });
        if (used.empty()) return;
        std::vector<std::string> wording = {fmt::format(
            "Each map sorts its {} into bands. The bands used here: {}. Each map's own method "
            "is at the end of its pages. Printed ranges are checked against every printed "
            "figure.",
            many(), text::join({used.begin(), used.end()}, "; "))};
        if (natural) {
            wording.push_back(
                "Natural breaks put the borders between bands where the figures leave "
                "gaps: figures within a band differ as little as possible.");
        }
        section("Bands and colours", wording,
                natural ? "Fisher, W. D. (1958), On grouping for maximum homogeneity, Journal of "
                          "the American Statistical Association 53, 789-798."
                        : "");
    }

    void own_level() {
        if (!any([](const CategoryResult& c) {
                return c.hotspots && c.hotspots->own_tests > 0 && c.changes.empty();
            })) {
            return;
        }
        section("Higher and lower than the area",
                {fmt::format(
                    "Each {0}'s figure has confidence limits: how far chance alone moves it. If "
                    "its 95% limits are above the area's rate it is higher, if its 99.8% limits "
                    "do, much higher; and likewise lower. This is how public health profiles "
                    "compare. It is not corrected for the number of {1}: of 20 that are all "
                    "like the area about one is reported as higher or lower by chance.",
                    one(), many())},
                "Byar's limits, exact under 10 events: Breslow, N. E. and Day, N. E. (1987), "
                "Statistical "
                "Methods in Cancer Research II. For shares Wilson, E. B. (1927).");
        section(
            fmt::format("Exceptional among the {}", many()),
            {fmt::format("{} differ by more than chance alone. A {} is exceptional if it is out of "
                         "line even with that usual spread (\u03C6, stated with each map).",
                         words::first_capital(many()), one())},
            "Spiegelhalter, D. J. (2005), Handling over-dispersion of performance indicators, "
            "Quality and Safety in Health Care 14, 347-351, with normal scores of the exact mid-p "
            "and "
            "Huber's estimate of \u03C6.");
    }

    void neighbourhood() {
        if (!any([](const CategoryResult& c) {
                return c.hotspots && c.hotspots->around_tests > 0;
            })) {
            return;
        }
        std::vector<std::string> wording = {fmt::format(
            "The neighbours of a {0}, without the {0} itself, are compared with as many drawn at "
            "random from the other {1}. Neighbours here: {2}. A {0} above the area's rate among "
            "high "
            "neighbours is in a cluster; one that is not above it is next to high {1}; a high {0} "
            "among low ones is alone.",
            one(), many(), wards::describe(m_study.project.neighbours))};
        if (any([](const CategoryResult& c) { return c.hotspots && c.hotspots->around > 0; })) {
            wording.push_back(fmt::format("{} around the area count as neighbours of those at its "
                                          "edge. They have no figures in this book.",
                                          words::first_capital(many())));
        }
        section("What the neighbours show", wording,
                "Ord, J. K. and Getis, A. (1995), Local spatial autocorrelation statistics, "
                "Geographical Analysis 27, 286-306.");
    }

    void many_tests() {
        const auto uses = [&](project::HotspotSpec::Correction correction) {
            return any([&](const CategoryResult& c) {
                return c.hotspots && c.hotspots->own_tests + c.hotspots->around_tests > 0 &&
                       c.hotspots->spec.correction == correction;
            });
        };
        using Correction = project::HotspotSpec::Correction;
        if (!uses(Correction::fdr) && !uses(Correction::bonferroni)) return;
        std::string source;
        if (uses(Correction::fdr)) {
            source = "Benjamini, Y. and Hochberg, Y. (1995), Controlling the false discovery rate, "
                     "Journal of the Royal Statistical Society B 57, 289-300.";
        }
        if (uses(Correction::bonferroni)) {
            source += std::string(source.empty() ? "" : " ") + "Bonferroni's correction.";
        }
        section(
            "Multiple testing",
            {fmt::format("If many {} are tested, some look unusual by chance. Results that remain "
                         "significant after correction are firm; those that do not are "
                         "tentative. Both are shown and marked as such.",
                         many())},
            source);
    }

    void small_numbers() {
        if (!any([](const CategoryResult& c) {
                return std::any_of(c.stability.begin(), c.stability.end(),
                                   [](const auto& s) { return s && !s->is_stable(); });
            })) {
            return;
        }
        section("Small numbers",
                {fmt::format("A {0} with few events could by chance belong to another band. "
                             "Names in italics on a map are those of {1} for which that has a "
                             "probability of more than 20%.",
                             one(), many())},
                "Marshall, R. J. (1991), Mapping disease and mortality rates using empirical Bayes "
                "estimators, Applied Statistics 40, 283-294.");
    }

    void change() {
        if (!any([](const CategoryResult& c) { return !c.changes.empty(); })) return;
        section(
            "Change",
            {fmt::format("Two periods are compared per day, so that their lengths do not "
                         "matter. A {} has risen or fallen if chance does not explain the "
                         "difference between its two counts.",
                         one())},
            "Clopper, C. J. and Pearson, E. S. (1934), Biometrika 26, 404-413, for the limits.");
    }

    void combined() {
        std::vector<std::string> wording;
        if (has_origin<project::Composite>()) {
            wording.push_back(
                "An index of several categories: each as 100 times its value over the "
                "average of all, then their weighted average. It helps to order, and "
                "depends on the weights chosen.");
        }
        if (has_origin<project::Overlap>()) {
            wording.push_back("An overlap counts in how many categories a " + one() +
                              " is in the top band.");
        }
        if (has_origin<project::Quotient>()) {
            wording.push_back(
                "A location quotient compares what one category is of another here with "
                "what it is in the whole area: 1 is the same.");
        }
        std::set<std::string> weights;
        for (const auto& category : m_study.categories) {
            const auto* const used = project::weights_of(category.spec);
            if (used != nullptr && !used->source.empty()) weights.insert(used->source);
        }
        if (!weights.empty()) {
            wording.push_back("Parts count by their weights. "
                              "Weights: " +
                              text::join({weights.begin(), weights.end()}, "; ") + ".");
        }
        if (wording.empty()) return;
        std::string source;
        if (has_origin<project::Composite>()) {
            source = "Chainey, S. (2008), Identifying priority neighbourhoods using the "
                     "Vulnerable Localities Index.";
        }
        section("Derived categories", wording, source);
    }

    const Study& m_study;
    layout::Flow& m_flow;
};

} // namespace

void add_methods(const Inputs& inputs, const Part& part, layout::Flow& flow) {
    flow.heading(1, part.title, {"", part.anchor});
    Methods(inputs.study, flow).add();
}

} // namespace wardmap::book
