// SPDX-License-Identifier: MIT
// The score by which wards come onto the list. docs/briefing.md says the same in words.
#pragma once

#include <vector>

#include "briefing/subjects.h"

namespace wardmap {
struct Study;
}

namespace wardmap::briefing {

enum class Time { now, before };

/// What one category gives a ward, before its weight.
struct Points {
    double level = 0;  // exceptionally high: 3, tentative 2; much higher than the area 2, higher 1
    double volume = 0; // 1 for over a tenth of all events and twice an even share, or one of
                       // the three most; with at least seven wards
    double change = 0; // 1 for an alert, or a rise that holds after correction; only now
    bool is_halved = false; // the ward may well belong to another band

    [[nodiscard]] double sum() const { return (level + volume + change) * (is_halved ? 0.5 : 1); }
};
[[nodiscard]] Points points_of(const Subject& subject, std::size_t ward, Time time = Time::now);

/// The same if withheld figures were whatever gives the ward the most; equal where none decides.
[[nodiscard]] Points most_points(const Subject& subject, std::size_t ward);

/// The category as it was then; one with a single period is the same at both times.
[[nodiscard]] const CategoryResult& at(const Subject& subject, Time time);

struct WardScore {
    std::size_t ward = 0;
    double score = 0;  // sum of points times weight
    double volume = 0; // weighted mean of its shares of all events in the categories, 0 to 1
    std::size_t rank = 0;
    bool tied = false;
};

/// All wards, the highest score first; of equal scores the larger volume, then the name. Equal in
/// both: the same rank.
[[nodiscard]] std::vector<WardScore> ranking(const Study& study, const Subjects& subjects,
                                             Time time);

/// The score of a ward at the most that withheld figures allow.
[[nodiscard]] double most_score(const Subjects& subjects, std::size_t ward);

} // namespace wardmap::briefing
