// SPDX-License-Identifier: MIT
// The score by which wards come onto the list. docs/briefing.md says the same in words.
#pragma once

#include <vector>

#include "briefing/subjects.h"

namespace wardmap::briefing {

/// What one category gives a ward, before its weight.
struct Points {
    double reading = 0; // high itself: 3 firm, 2 tentative; in a high cluster only: 2 firm, 1
    double band = 0;    // 1 in the highest band

    [[nodiscard]] double sum() const { return reading + band; }
};
[[nodiscard]] Points points_of(const CategoryResult& category, std::size_t ward);

/// The same if withheld figures were whatever gives the ward the most; equal where none decides.
[[nodiscard]] Points most_points(const CategoryResult& category, std::size_t ward);

enum class Time { now, before };

/// The category as it was then; one with a single period is the same at both times.
[[nodiscard]] const CategoryResult& at(const Subject& subject, Time time);

struct WardScore {
    std::size_t ward = 0;
    double score = 0; // sum of points times weight
    double place = 1; // mean of rank / wards ranked over the categories, 1 where it has no rank
    std::size_t rank = 0;
    bool tied = false;
};

/// All wards, the highest score first; of equal scores the better mean place, then the name. Equal
/// in both: the same rank.
[[nodiscard]] std::vector<WardScore> ranking(const Study& study, const Subjects& subjects,
                                             Time time);

/// The score of a ward at the most that withheld figures allow.
[[nodiscard]] double most_score(const Subjects& subjects, std::size_t ward);

} // namespace wardmap::briefing
