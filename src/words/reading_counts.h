// SPDX-License-Identifier: MIT
// The readings of a category in words, and how many wards have each.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hotspots/reading.h"
#include "study/study.h"

namespace wardmap::words {

/// A reading, what it means, the number of wards.
struct ReadingCount {
    hotspots::Reading reading = hotspots::Reading::none;
    std::string words;
    std::size_t wards = 0;
};

/// Rows for the readings that occur and are marked, high ones first; "no evidence" last.
[[nodiscard]] std::vector<ReadingCount> reading_counts(const Study& study,
                                                       const CategoryResult& category);

/// "Hotspot reading", or "Evidence of change".
[[nodiscard]] std::string readings_title(const CategoryResult& category);

/// What the outlines mean, where there are any; else empty.
[[nodiscard]] std::string outline_note(const CategoryResult& category);

/// Whether wards with a reading are outlined: they are high, beside high ones, or have changed.
[[nodiscard]] bool is_outlined(hotspots::Reading reading);

/// Whether wards with a reading bear a mark.
[[nodiscard]] bool is_marked(hotspots::Reading reading);

} // namespace wardmap::words
