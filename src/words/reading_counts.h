// SPDX-License-Identifier: MIT
// Counts of wards by reading, in words: for legends, alternative text and audits.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hotspots/hotspots.h"
#include "hotspots/reading.h"

namespace wardmap {
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::words {

/// Wards with the same answer to question 1 and, in a count of labels, to question 3.
struct ReadingCount {
    hotspots::Reading reading;
    std::string words;
    std::size_t wards = 0;
};

/// Rows of question 1 that occur, the highest first; empty if nothing was tested.
[[nodiscard]] std::vector<ReadingCount> level_counts(const StudyArea& study,
                                                     const CategoryResult& category);

/// Rows of the labels that occur, in the same order.
[[nodiscard]] std::vector<ReadingCount> label_counts(const StudyArea& study,
                                                     const CategoryResult& category);

/// "Compared with Maidstone", or "Evidence of change".
[[nodiscard]] std::string readings_title(const StudyArea& study, const CategoryResult& category);

/// The meaning of the outlines, if there are any; else empty.
[[nodiscard]] std::string outline_note(const StudyArea& study, const CategoryResult& category);

/// Solid or dashed if the ward is outlined: it is exceptional among the wards, or has changed.
[[nodiscard]] hotspots::Evidence outlined(const hotspots::WardHotspot& ward);

/// Whether a line around its cluster encloses the ward: solid if the neighbours of any of its
/// wards are high after correction, else dashed. Per ward; none outside clusters.
[[nodiscard]] std::vector<hotspots::Evidence> cluster_lines(const hotspots::Hotspots& found);

/// Whether wards with this answer to question 1 have a mark.
[[nodiscard]] bool is_marked(hotspots::Level level);

/// Whether there are so many wards that only higher ones are marked on a map of bands.
[[nodiscard]] bool marks_higher_only(const CategoryResult& category);

} // namespace wardmap::words
