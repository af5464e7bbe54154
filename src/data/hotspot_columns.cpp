// SPDX-License-Identifier: MIT
#include "data/hotspot_columns.h"

#include <cmath>
#include <functional>
#include <optional>
#include <utility>

#include "hotspots/reading.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"

namespace wardmap::data {
namespace {

using hotspots::WardHotspot;

Value evidence_of(const hotspots::CombinedReading& joint) {
    switch (joint.evidence) {
    case hotspots::Evidence::none:
        return {};
    case hotspots::Evidence::tentative:
        return Value("tentative");
    case hotspots::Evidence::firm:
        return Value("firm");
    }
    return {};
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

    /// A figure of the own level; null where there is none.
    void add_own(const char* name, const std::string& meaning,
                 const std::function<double(const WardHotspot&)>& value_of) {
        add(name, Column::Type::real, meaning,
            [&](const WardHotspot& ward) { return ward.own ? Value(value_of(ward)) : Value(); });
    }

    /// A figure of the neighbourhood; null where it was not tested.
    void add_around(const char* name, const std::string& meaning,
                    const std::function<double(const WardHotspot&)>& value_of) {
        add(name, Column::Type::real, meaning,
            [&](const WardHotspot& ward) { return ward.gi ? Value(value_of(ward)) : Value(); });
    }

private:
    const AreaNoun& m_noun;
    const CategoryResult& m_category;
    std::vector<Column>& m_columns;
    std::string m_what;
};

void add_own_level(Adder& adder, double per) {
    adder.add_own("expected", "count expected at the whole area's rate",
                  [](const WardHotspot& w) { return w.own->expected; });
    adder.add("ratio", Column::Type::real, "count / expected; empty if the count is withheld",
              [](const WardHotspot& w) {
                  const bool one = w.own && w.own->ratio_low == w.own->ratio_high;
                  return one ? Value(w.own->ratio_low) : Value();
              });
    adder.add_own("ratio_low", "lower 95% confidence limit of the ratio by chance alone",
                  [](const WardHotspot& w) { return w.own->ratio_95.low; });
    adder.add_own("ratio_high", "upper 95% confidence limit of the ratio by chance alone",
                  [](const WardHotspot& w) { return w.own->ratio_95.high; });
    adder.add_own("funnel_low",
                  "ratio below which a " + adder.noun().singular +
                      " of this size is low (95%, "
                      "over-dispersion included)",
                  [](const WardHotspot& w) { return w.own->funnel_95.low; });
    adder.add_own("funnel_high",
                  "ratio above which a " + adder.noun().singular +
                      " of this size is high (95%, "
                      "over-dispersion included)",
                  [](const WardHotspot& w) { return w.own->funnel_95.high; });
    adder.add_own("own_p", "p of the own level, over-dispersion included (two-sided)",
                  [](const WardHotspot& w) { return w.own->p; });
    adder.add_own("own_q", "the same, corrected for multiple testing",
                  [](const WardHotspot& w) { return w.own_q; });
    adder.add(
        "smoothed", Column::Type::real, "spatial empirical Bayes rate, in the measure's unit",
        [per](const WardHotspot& w) { return w.smoothed ? Value(per * *w.smoothed) : Value(); });
}

void add_neighbourhood(Adder& adder) {
    adder.add_around("gi_z", "Getis-Ord Gi* (z score), withheld figures at the middle",
                     [](const WardHotspot& w) { return w.gi->z; });
    adder.add_around("gi_p", "p of Gi* (two-sided)", [](const WardHotspot& w) { return w.gi_p; });
    adder.add_around("gi_q", "the same, corrected for multiple testing",
                     [](const WardHotspot& w) { return w.gi_q; });
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
                 "probability that the true rate lies in the band (small numbers)", entries,
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
    add_optional(category, columns, "change_p", Column::Type::real,
                 "p of the change (conditional binomial, two-sided)", entries,
                 [](const Change& c) { return Value(c.p); });
    Column q{category.spec.id + "_change_q",
             Column::Type::real,
             category.spec.title + ": the same, corrected for multiple testing",
             {},
             {}};
    for (std::size_t i = 0; i < entries.size(); ++i) {
        q.values.push_back(
            entries[i] && category.hotspots ? Value(category.hotspots->wards[i].own_q) : Value());
    }
    columns.push_back(std::move(q));
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
    add("trend_tau", Column::Type::real, "Kendall's tau-b of its Gi* through time",
        [](const Series& s) { return Value(s.corrected.trend.tau); });
    add("trend_p", Column::Type::real, "p of that trend (Mann-Kendall, two-sided)",
        [](const Series& s) { return Value(s.corrected.trend.p); });
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

void add_hotspots(const Study& study, const CategoryResult& category,
                  std::vector<Column>& columns) {
    if (category.hotspots) {
        Adder adder(study.wards.noun, category, columns);
        adder.add("reading", Column::Type::text,
                  "hotspot reading: own level and neighbourhood together",
                  [&](const WardHotspot& w) {
                      return Value(hotspots::words(w.joint.reading, words::area_noun(study, 2)));
                  });
        adder.add(
            "evidence", Column::Type::text,
            "firm: significant after correction for multiple testing; tentative: only without it",
            [](const WardHotspot& w) { return evidence_of(w.joint); });
        const bool share = category.spec.is(project::MeasureKind::share);
        if (category.hotspots->own_tests > 0 && category.changes.empty()) {
            add_own_level(adder, share ? 100 : category.spec.per);
        }
        if (category.hotspots->gi_tests > 0) add_neighbourhood(adder);
    }
    if (!category.stability.empty()) add_stability(category, columns);
    if (!category.series.empty()) add_series(category, columns);
    if (!category.changes.empty()) add_changes(category, columns);
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
