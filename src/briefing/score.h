// SPDX-License-Identifier: MIT
// The score that orders the list, as described in docs/briefing.md.
#pragma once

#include <vector>

#include "briefing/subjects.h"

namespace wardmap {
struct Study;
}

namespace wardmap::briefing {

enum class Time { now, before };

/// A ward's points from one category, before weighting.
struct Points {
    double level = 0;  // exceptionally high: 3, tentative 2; much higher than the area 2, higher 1
    double volume = 0; // 1 for over a tenth of all events and twice an even share, or one of the
                       // three highest; with at least seven wards
    double change =
        0; // 1 for an alert, or a rise that holds after correction; only for the latest period
    bool is_halved = false; // the ward may belong to another band

    [[nodiscard]] double sum() const { return (level + volume + change) * (is_halved ? 0.5 : 1); }
};
[[nodiscard]] Points points_of(const Subject& subject, std::size_t ward, Time time = Time::now);

/// The maximum over all values of withheld figures; the same if they make no difference.
[[nodiscard]] Points most_points(const Subject& subject, std::size_t ward);

/// The category at that time; one with a single period is the same at both times.
[[nodiscard]] const CategoryResult& at(const Subject& subject, Time time);

struct WardScore {
    std::size_t ward = 0;
    double score = 0;  // sum of points times weight
    double volume = 0; // weighted mean of its shares of all events in the categories, 0 to 1
    std::size_t rank = 0;
    bool tied = false;
};

/// All wards by descending score, then volume, then name. Equal score and volume: the same rank.
[[nodiscard]] std::vector<WardScore> ranking(const Study& study, const Subjects& subjects,
                                             Time time);

/// The maximum score of a ward over all values of withheld figures.
[[nodiscard]] double most_score(const Subjects& subjects, std::size_t ward);

} // namespace wardmap::briefing
