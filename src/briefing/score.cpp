// SPDX-License-Identifier: MIT
#include "briefing/score.h"

#include <algorithm>
#include <cmath>

#include "hotspots/reading.h"

namespace wardmap::briefing {
namespace {

using hotspots::Evidence;
using hotspots::Reading;
using hotspots::Verdict;

constexpr double high_firm = 3;
constexpr double high_tentative = 2;
constexpr double cluster_firm = 2;
constexpr double cluster_tentative = 1;
constexpr double highest_band = 1;
constexpr double same = 1e-9; // scores and places closer than this are equal

double points_of(const hotspots::CombinedReading& joint) {
    const bool firm = joint.evidence == Evidence::firm;
    switch (joint.reading) {
    case Reading::high:
    case Reading::high_in_cluster:
        return firm ? high_firm : high_tentative;
    case Reading::in_high_cluster:
        return firm ? cluster_firm : cluster_tentative;
    default:
        return 0;
    }
}

/// The band that is highest: of ranks the one with the lowest numbers. Nothing with one band.
std::optional<std::size_t> top_band(const CategoryResult& category) {
    const auto n = category.banding.bands.size();
    if (n < 2) return std::nullopt;
    return category.spec.is(project::MeasureKind::rank) ? 0 : n - 1;
}

bool may_reach(const CategoryResult& category, std::size_t ward, std::size_t band) {
    const auto& value = category.values[ward];
    const auto& top = category.banding.bands[band];
    return value.is_suppressed() && !category.banding.band_of[ward] && value.high() >= top.low &&
           value.low() <= top.high;
}

bool is_same(double a, double b) {
    return std::abs(a - b) < same;
}

} // namespace

Points points_of(const CategoryResult& category, std::size_t ward) {
    Points points;
    if (category.hotspots) points.reading = points_of(category.hotspots->wards[ward].joint);
    const auto top = top_band(category);
    if (top && category.banding.band_of[ward] == top) points.band = highest_band;
    return points;
}

Points most_points(const CategoryResult& category, std::size_t ward) {
    auto points = points_of(category, ward);
    const auto top = top_band(category);
    if (top && may_reach(category, ward, *top)) points.band = highest_band;
    if (!category.hotspots) return points;
    const auto& tested = category.hotspots->wards[ward];
    if (tested.ward_level_test && tested.ward_level_test->verdict == Verdict::uncertain) {
        points.reading = high_firm;
    } else if (!tested.ward_level_test && tested.neighbourhood_test &&
               tested.neighbourhood_test->verdict == Verdict::uncertain) {
        points.reading = cluster_firm;
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
        double places = 0;
        double weights = 0;
        for (const auto& subject : subjects.list) {
            const auto& category = at(subject, time);
            score.score += subject.weight * points_of(category, ward).sum();
            const auto& standing = category.standings[ward];
            if (!standing) continue;
            places += subject.weight * static_cast<double>(standing->rank) /
                      static_cast<double>(standing->of);
            weights += subject.weight;
        }
        if (weights > 0) score.place = places / weights;
        scores.push_back(score);
    }
    std::ranges::sort(scores, [&](const WardScore& a, const WardScore& b) {
        if (!is_same(a.score, b.score)) return a.score > b.score;
        if (!is_same(a.place, b.place)) return a.place < b.place;
        const auto& one = wards[a.ward];
        const auto& other = wards[b.ward];
        return one.name != other.name ? one.name < other.name : one.code < other.code;
    });
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const bool equal = i > 0 && is_same(scores[i].score, scores[i - 1].score) &&
                           is_same(scores[i].place, scores[i - 1].place);
        scores[i].rank = equal ? scores[i - 1].rank : i + 1;
        scores[i].tied = equal;
        if (equal) scores[i - 1].tied = true;
    }
    return scores;
}

double most_score(const Subjects& subjects, std::size_t ward) {
    double score = 0;
    for (const auto& subject : subjects.list) {
        score += subject.weight * most_points(*subject.now, ward).sum();
    }
    return score;
}

} // namespace wardmap::briefing
