// SPDX-License-Identifier: MIT
#include "briefing/score.h"

#include <algorithm>
#include <cmath>

#include "hotspots/reading.h"
#include "measures/measure.h"
#include "study/study.h"

namespace wardmap::briefing {
namespace {

using hotspots::Evidence;
using hotspots::Verdict;

constexpr double exceptional_firm = 3;
constexpr double exceptional_tentative = 2;
constexpr double much_higher = 2;
constexpr double higher = 1;
constexpr double large_share = 0.1;
constexpr std::size_t most_events = 3; // number of wards counted as having most events
constexpr std::size_t least_wards = 7; // among fewer, being one of three is no distinction
constexpr double same = 1e-9;          // scores and volumes closer than this are equal

double points_of(const hotspots::WardHotspot& ward) {
    const auto& test = ward.exceptional;
    if (test && test->verdict == Verdict::high) {
        return test->evidence == Evidence::firm ? exceptional_firm : exceptional_tentative;
    }
    if (ward.reading.level == hotspots::Level::much_higher) return much_higher;
    return ward.reading.level == hotspots::Level::higher ? higher : 0;
}

/// Maximum points possible with withheld figures: from the highest possible verdicts.
double most_points_of(const hotspots::WardHotspot& ward, double level) {
    double most = points_of(ward);
    if (!ward.own) return most;
    if (ward.own->highest == statistics::Comparison::much_higher)
        most = std::max(most, much_higher);
    if (ward.own->highest == statistics::Comparison::higher) most = std::max(most, higher);
    const bool may_be_exceptional =
        ward.exceptional && ward.own->score.high > 0 && ward.own->p.low <= level;
    if (!may_be_exceptional) return most;
    const bool may_be_firm = ward.own_q.low <= level && !ward.own->has_few_expected;
    return std::max(most, may_be_firm ? exceptional_firm : exceptional_tentative);
}

bool has_figure(const Cell& cell) {
    return cell.is_known() || cell.is_suppressed();
}

/// Whether the ward has a large share of all events or is among those with most: for every value of
/// withheld figures, or for some.
bool has_volume(const CategoryResult& category, std::size_t ward, bool at_most) {
    const auto& own = category.figures[ward];
    if (!measures::is_additive(category.spec) || !has_figure(own)) return false;
    const double count = at_most ? own.high() : own.low();
    if (count <= 0) return false;
    double others = 0;
    std::size_t with_as_many = 0;
    std::size_t wards = 1;
    for (std::size_t i = 0; i < category.figures.size(); ++i) {
        const auto& cell = category.figures[i];
        if (i == ward || !has_figure(cell)) continue;
        const double other = at_most ? cell.low() : cell.high();
        others += other;
        if (other >= count) ++with_as_many;
        ++wards;
    }
    if (wards < least_wards) return false;
    const double share = count / (count + others);
    const double even = 1 / static_cast<double>(wards);
    return with_as_many < most_events || share > std::max(large_share, 2 * even);
}

bool is_unstable(const CategoryResult& category, std::size_t ward) {
    return ward < category.stability.size() && category.stability[ward] &&
           !category.stability[ward]->is_stable();
}

bool has_risen(const Subject& subject, std::size_t ward, Time time) {
    if (time == Time::before) return false;
    const auto& alerts = subject.category->alerts;
    if (ward < alerts.size() && alerts[ward] && alerts[ward]->is_alert) return true;
    if (!subject.change) return false;
    const auto& test = subject.change->readings.wards[ward].change;
    return test && test->verdict == Verdict::high && test->evidence == Evidence::firm;
}

/// A ward's share of all events in a category, excluding withheld ones.
double share_of(const CategoryResult& category, std::size_t ward) {
    if (!measures::is_additive(category.spec) || !category.figures[ward].is_known()) return 0;
    double all = 0;
    for (const auto& cell : category.figures) {
        if (cell.is_known()) all += cell.value();
    }
    return all > 0 ? category.figures[ward].value() / all : 0;
}

bool is_same(double a, double b) {
    return std::abs(a - b) < same;
}

} // namespace

Points points_of(const Subject& subject, std::size_t ward, Time time) {
    const auto& category = at(subject, time);
    Points points;
    if (category.hotspots) points.level = points_of(category.hotspots->wards[ward]);
    if (has_volume(category, ward, false)) points.volume = 1;
    if (has_risen(subject, ward, time)) points.change = 1;
    points.is_halved = is_unstable(category, ward);
    return points;
}

Points most_points(const Subject& subject, std::size_t ward) {
    const auto& category = *subject.now;
    auto points = points_of(subject, ward);
    if (has_volume(category, ward, true)) points.volume = 1;
    if (category.hotspots) {
        points.level =
            most_points_of(category.hotspots->wards[ward], category.hotspots->spec.level);
    }
    return points;
}

const CategoryResult& at(const Subject& subject, Time time) {
    return time == Time::before && subject.before != nullptr ? *subject.before : *subject.now;
}

std::vector<WardScore> ranking(const Study& study, const Subjects& subjects, Time time) {
    const auto& wards = study.wards.wards;
    std::vector<WardScore> scores;
    for (std::size_t ward = 0; ward < wards.size(); ++ward) {
        WardScore score;
        score.ward = ward;
        double weights = 0;
        for (const auto& subject : subjects.list) {
            const auto& category = at(subject, time);
            score.score += subject.weight * points_of(subject, ward, time).sum();
            score.volume += subject.weight * share_of(category, ward);
            weights += subject.weight;
        }
        score.volume /= weights;
        scores.push_back(score);
    }
    std::ranges::sort(scores, [&](const WardScore& a, const WardScore& b) {
        if (!is_same(a.score, b.score)) return a.score > b.score;
        if (!is_same(a.volume, b.volume)) return a.volume > b.volume;
        const auto& one = wards[a.ward];
        const auto& other = wards[b.ward];
        return one.name != other.name ? one.name < other.name : one.code < other.code;
    });
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const bool equal = i > 0 && is_same(scores[i].score, scores[i - 1].score) &&
                           is_same(scores[i].volume, scores[i - 1].volume);
        scores[i].rank = equal ? scores[i - 1].rank : i + 1;
        scores[i].tied = equal;
        if (equal) scores[i - 1].tied = true;
    }
    return scores;
}

double most_score(const Subjects& subjects, std::size_t ward) {
    double score = 0;
    for (const auto& subject : subjects.list) {
        score += subject.weight * most_points(subject, ward).sum();
    }
    return score;
}

} // namespace wardmap::briefing
