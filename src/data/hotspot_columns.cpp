// SPDX-License-Identifier: MIT
#include "data/hotspot_columns.h"

#include <cmath>
#include <functional>
#include <optional>
#include <utility>

#include "bands/stability.h"
#include "hotspots/hotspots.h"
#include "hotspots/persistence.h"
#include "hotspots/reading.h"
#include "project/measure_kind.h"
#include "study/category_result.h"
#include "study/study_area.h"
#include "words/compared_to.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"

namespace wardmap::data {
namespace {

using hotspots::WardHotspot;

/// "high", "low, tentative", "uncertain", "no".
Value verdict_of(const std::optional<hotspots::Tested>& test) {
    using hotspots::Verdict;
    if (!test) return {};
    const std::string tentative =
        test->evidence == hotspots::Evidence::tentative ? ", tentative" : "";
    switch (test->verdict) {
    case Verdict::none:
        return Value("no");
    case Verdict::high:
        return Value("high" + tentative);
    case Verdict::low:
        return Value("low" + tentative);
    case Verdict::uncertain:
        return Value("uncertain");
    }
    return {};
}

/// Nothing if suppressed figures leave several values.
Value one_value(const statistics::Interval& interval) {
    return interval.low == interval.high ? Value(interval.low) : Value();
}

Value quadrant_of(const WardHotspot& ward) {
    if (!ward.moran) return {};
    switch (ward.moran->quadrant) {
    case hotspots::Quadrant::high_high:
        return Value("high-high");
    case hotspots::Quadrant::high_low:
        return Value("high-low");
    case hotspots::Quadrant::low_high:
        return Value("low-high");
    case hotspots::Quadrant::low_low:
        return Value("low-low");
    }
    return {};
}

/// Adds columns of one category.
class Adder {
public:
    Adder(const AreaNoun& noun, const CategoryResult& category, std::vector<Column>& columns)
        : m_noun(noun), m_category(category), m_columns(columns),
          m_what(category.spec.title +
                 (category.spec.period.empty() ? "" : ", " + category.spec.period) + ": ") {}

    [[nodiscard]] const AreaNoun& noun() const { return m_noun; }

    void add(const char* name, Column::Type type, const std::string& meaning,
             const std::function<Value(const WardHotspot&)>& value_of) {
        Column column{m_category.spec.id + "_" + name, type, m_what + meaning, {}, {}};
        for (const auto& ward : m_category.hotspots->wards) {
            column.values.push_back(value_of(ward));
        }
        m_columns.push_back(std::move(column));
    }

    /// For wards compared with the area's rate; null for others.
    void add_own(const char* name, const std::string& meaning,
                 const std::function<Value(const hotspots::OwnLevel&)>& value_of) {
        add(name, Column::Type::real, meaning,
            [&](const WardHotspot& ward) { return ward.own ? value_of(*ward.own) : Value(); });
    }

    /// For wards whose neighbours were tested; null for others.
    void add_around(const char* name, const std::string& meaning,
                    const std::function<double(const WardHotspot&)>& value_of) {
        add(name, Column::Type::real, meaning, [&](const WardHotspot& ward) {
            return ward.surroundings ? Value(value_of(ward)) : Value();
        });
    }

private:
    const AreaNoun& m_noun;
    const CategoryResult& m_category;
    std::vector<Column>& m_columns;
    std::string m_what;
};

/// Question 1.
void add_comparison(Adder& adder, const std::string& to, double per) {
    using hotspots::OwnLevel;
    adder.add("compared_to", Column::Type::text, "what the comparison is with",
              [&](const WardHotspot& w) { return w.own ? Value(to) : Value(); });
    adder.add_own("limit_low", "lower 95% confidence limit of the value",
                  [&](const OwnLevel& own) { return Value(per * own.limits.at_95.low); });
    adder.add_own("limit_high", "upper 95% confidence limit of the value",
                  [&](const OwnLevel& own) { return Value(per * own.limits.at_95.high); });
    adder.add_own("expected",
                  "count expected at the rate compared with; empty if withheld figures decide",
                  [](const OwnLevel& own) { return one_value(own.expected); });
    adder.add_own("ratio", "count / expected; empty if withheld figures decide",
                  [](const OwnLevel& own) { return own.ratio ? one_value(*own.ratio) : Value(); });
    adder.add(
        "probability_above", Column::Type::real,
        "probability that the true rate is above the one compared with (gamma posterior); empty "
        "if the rates differ by no more than chance",
        [](const WardHotspot& w) {
            return w.probability_above ? Value(*w.probability_above) : Value();
        });
    adder.add(
        "smoothed", Column::Type::real, "spatial empirical Bayes rate, in the measure's unit",
        [per](const WardHotspot& w) { return w.smoothed ? Value(per * *w.smoothed) : Value(); });
}

/// Question 2.
void add_exceptional(Adder& adder) {
    using hotspots::OwnLevel;
    const auto& noun = adder.noun();
    adder.add("exceptional", Column::Type::text,
              "exceptional among the " + noun.plural +
                  ", whose usual spread includes over-dispersion: high, low, no, uncertain; "
                  "tentative: not after correction for multiple testing, or fewer events expected "
                  "than the over-dispersion",
              [](const WardHotspot& w) { return verdict_of(w.exceptional); });
    adder.add_own("exceptional_p", "two-sided p of that; the largest that withheld figures allow",
                  [](const OwnLevel& own) { return Value(own.p.high); });
    adder.add("exceptional_q", Column::Type::real, "the same, corrected for multiple testing",
              [](const WardHotspot& w) { return w.own ? Value(w.own_q.high) : Value(); });
    adder.add_own("funnel_low",
                  "ratio below which a " + noun.singular +
                      " of this size is exceptionally low (95%, over-dispersion included)",
                  [](const OwnLevel& own) { return Value(own.funnel_95.low); });
    adder.add_own("funnel_high",
                  "ratio above which a " + noun.singular +
                      " of this size is exceptionally high (95%, over-dispersion included)",
                  [](const OwnLevel& own) { return Value(own.funnel_95.high); });
}

/// Question 3.
void add_neighbourhood(Adder& adder) {
    adder.add("neighbours", Column::Type::text,
              "what the neighbours show without the " + adder.noun().singular +
                  " itself: high, low, no (neither), uncertain; tentative: not after correction",
              [](const WardHotspot& w) { return verdict_of(w.neighbours); });
    adder.add_around("neighbours_z", "their local G as a z score, withheld figures at the middle",
                     [](const WardHotspot& w) { return w.surroundings->z; });
    adder.add_around("neighbours_p", "two-sided p of that; the largest that withheld figures allow",
                     [](const WardHotspot& w) { return w.surroundings->p().high; });
    adder.add_around("neighbours_q", "the same, corrected for multiple testing",
                     [](const WardHotspot& w) { return w.around_q.high; });
    adder.add("cluster", Column::Type::integer,
              "number of the cluster of high " + adder.noun().plural + " that it belongs to",
              [](const WardHotspot& w) {
                  return w.cluster > 0 ? Value(static_cast<std::int64_t>(w.cluster)) : Value();
              });
    adder.add("moran", Column::Type::real, "local Moran's I",
              [](const WardHotspot& w) { return w.moran ? Value(w.moran->i) : Value(); });
    adder.add("quadrant", Column::Type::text,
              "own value and mean of the neighbours, each against the mean", quadrant_of);
}

/// Columns from a vector with an optional entry per ward.
template <typename Entry, typename Function>
void add_optional(const CategoryResult& category, std::vector<Column>& columns, const char* name,
                  Column::Type type, const char* meaning,
                  const std::vector<std::optional<Entry>>& entries, Function value_of) {
    Column column{
        category.spec.id + "_" + name, type, category.spec.title + ": " + meaning, {}, {}};
    for (const auto& entry : entries) {
        column.values.push_back(entry ? value_of(*entry) : Value());
    }
    columns.push_back(std::move(column));
}

Value whole(std::size_t n) {
    return n > 0 ? Value(static_cast<std::int64_t>(n)) : Value();
}

void add_stability(const CategoryResult& category, std::vector<Column>& columns) {
    using bands::Stability;
    const auto& entries = category.stability;
    add_optional(category, columns, "band_probability", Column::Type::real,
                 "probability that the true rate is in the band (small numbers)", entries,
                 [](const Stability& s) { return Value(s.probability); });
    add_optional(category, columns, "rank_low", Column::Type::integer,
                 "best rank within the 95% interval", entries,
                 [](const Stability& s) { return whole(s.rank_low); });
    add_optional(category, columns, "rank_high", Column::Type::integer,
                 "worst rank within the 95% interval", entries,
                 [](const Stability& s) { return whole(s.rank_high); });
}

void add_changes(const CategoryResult& category, std::vector<Column>& columns) {
    using measures::Change;
    const auto finite = [](double x) { return std::isfinite(x) ? Value(x) : Value(); };
    const auto& entries = category.changes;
    add_optional(category, columns, "change_ratio_low", Column::Type::real,
                 "lower 95% confidence limit of later rate / earlier rate", entries,
                 [&](const Change& c) { return finite(c.ratio_95.low); });
    add_optional(category, columns, "change_ratio_high", Column::Type::real,
                 "upper 95% confidence limit of later rate / earlier rate; empty if there is none",
                 entries, [&](const Change& c) { return finite(c.ratio_95.high); });
    add_optional(category, columns, "earlier", Column::Type::real,
                 "count of the earlier period; empty if it is withheld", entries,
                 [](const Change& c) { return one_value(c.earlier); });
    add_optional(category, columns, "later", Column::Type::real,
                 "count of the later period; empty if it is withheld", entries,
                 [](const Change& c) { return one_value(c.later); });
    add_optional(
        category, columns, "change_p", Column::Type::real,
        "two-sided p of the change against no change, over-dispersion included; the largest that "
        "withheld figures allow",
        entries, [](const Change& c) { return Value(c.p.high); });
    add_optional(category, columns, "area_change_p", Column::Type::real,
                 "the same against the area's own change", entries,
                 [](const Change& c) { return Value(c.area_p.high); });
    if (!category.hotspots) return;
    const auto add = [&](const char* name, Column::Type type, const char* meaning, auto value_of) {
        Column column{
            category.spec.id + "_" + name, type, category.spec.title + ": " + meaning, {}, {}};
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const auto& ward = category.hotspots->wards[i];
            column.values.push_back(entries[i] ? value_of(ward) : Value());
        }
        columns.push_back(std::move(column));
    };
    add("change_q", Column::Type::real, "p against no change, corrected for multiple testing",
        [](const WardHotspot& ward) { return Value(ward.change_q.high); });
    add("area_change", Column::Type::text,
        "against the area's own change: high (above it), low, no, uncertain; tentative: not after "
        "correction",
        [](const WardHotspot& ward) { return verdict_of(ward.area_change); });
}

void add_series(const CategoryResult& category, std::vector<Column>& columns) {
    const auto add = [&](const char* name, Column::Type type, const std::string& meaning,
                         const std::function<Value(const hotspots::Series&)>& value_of) {
        Column column{
            category.spec.id + "_" + name, type, category.spec.title + ": " + meaning, {}, {}};
        for (const auto& series : category.series) {
            column.values.push_back(value_of(series));
        }
        columns.push_back(std::move(column));
    };
    using hotspots::Series;
    const auto n = [](std::size_t count) { return Value(static_cast<std::int64_t>(count)); };
    add("steps", Column::Type::integer,
        "periods of the series in which the neighbourhood could be tested",
        [&](const Series& s) { return n(s.steps); });
    add("hot_steps", Column::Type::integer,
        "periods in which the neighbourhood is high, corrected for multiple testing",
        [&](const Series& s) { return n(s.corrected.hot_steps); });
    add("hot_steps_uncorrected", Column::Type::integer, "the same, uncorrected",
        [&](const Series& s) { return n(s.uncorrected.hot_steps); });
    add("pattern", Column::Type::text, "pattern through time of high neighbourhoods, corrected",
        [](const Series& s) { return Value(hotspots::words(s.corrected.hot)); });
    add("pattern_uncorrected", Column::Type::text, "the same, uncorrected (tentative)",
        [](const Series& s) { return Value(hotspots::words(s.uncorrected.hot)); });
    add("pattern_low", Column::Type::text, "pattern through time of low neighbourhoods, corrected",
        [](const Series& s) { return Value(hotspots::words(s.corrected.cold)); });
    add("trend_tau", Column::Type::real, "Kendall's tau-b of its neighbours' local G through time",
        [](const Series& s) { return Value(s.corrected.trend.tau); });
    add("trend_p", Column::Type::real, "p of that trend (Mann-Kendall, two-sided)",
        [](const Series& s) { return Value(s.corrected.trend.p); });
}

void add_alerts(const CategoryResult& category, std::vector<Column>& columns) {
    const auto& entries = category.alerts;
    add_optional(category, columns, "latest", Column::Type::real, "count of the latest period",
                 entries, [](const Alert& a) { return Value(a.count); });
    add_optional(
        category, columns, "latest_expected", Column::Type::real,
        "expected count of that period from its own history (Farrington with two years of months, "
        "else EARS C2)",
        entries, [](const Alert& a) { return Value(a.expected); });
    add_optional(category, columns, "latest_upper", Column::Type::real,
                 "count above which the latest period is an alert", entries,
                 [](const Alert& a) { return Value(a.upper); });
    add_optional(category, columns, "alert", Column::Type::text,
                 "yes if the latest period is above the alert count", entries,
                 [](const Alert& a) { return Value(a.is_alert ? "yes" : "no"); });
}

void add_ranks_without_one(const CategoryResult& category, std::vector<Column>& columns) {
    using Span = std::pair<std::size_t, std::size_t>;
    const auto& entries = category.ranks_without_one;
    add_optional(category, columns, "rank_best_without_one", Column::Type::integer,
                 "best rank with one part of the index left out", entries,
                 [](const Span& s) { return whole(s.first); });
    add_optional(category, columns, "rank_worst_without_one", Column::Type::integer,
                 "worst rank with one part of the index left out", entries,
                 [](const Span& s) { return whole(s.second); });
}

} // namespace

void add_hotspots(const StudyArea& study, const CategoryResult& category,
                  std::vector<Column>& columns) {
    if (category.hotspots) {
        Adder adder(study.wards.noun, category, columns);
        std::size_t ward = 0;
        adder.add("label", Column::Type::text, "the three answers in one label",
                  [&](const WardHotspot&) {
                      return Value(words::reading_text(study, category, ward++));
                  });
        adder.add("compared", Column::Type::text,
                  category.changes.empty()
                      ? "against the rate compared with: much higher or lower (by 99.8% limits), "
                        "higher or lower (95%), similar, uncertain (withheld figures decide), not "
                        "tested, no figure"
                      : "risen, fallen, unchanged (within what chance explains), uncertain",
                  [](const WardHotspot& w) { return Value(hotspots::name(w.reading.level)); });
        const auto& found = *category.hotspots;
        const double per = category.spec.is(project::MeasureKind::rate) ? category.spec.per : 100;
        if (found.own_tests > 0 && category.changes.empty()) {
            add_comparison(adder, words::compared_to(study, category), per);
        }
        if (found.funnel_tests > 0) add_exceptional(adder);
        if (found.around_tests > 0) add_neighbourhood(adder);
    }
    if (!category.stability.empty()) add_stability(category, columns);
    if (!category.series.empty()) add_series(category, columns);
    if (!category.changes.empty()) add_changes(category, columns);
    if (!category.alerts.empty()) add_alerts(category, columns);
    if (!category.ranks_without_one.empty()) add_ranks_without_one(category, columns);
    Column sentence{category.spec.id + "_sentence",
                    Column::Type::text,
                    category.spec.title + ": these results in one sentence",
                    {},
                    {}};
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        sentence.values.emplace_back(words::ward_sentence(study, category, i));
    }
    columns.push_back(std::move(sentence));
}

} // namespace wardmap::data
