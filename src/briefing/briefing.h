// SPDX-License-Identifier: MIT
// A one-page briefing for a tasking meeting: the wards to discuss, and why.
//
//     const auto briefing = briefing::make_briefing(study, threads);
//     const auto pages = briefing::lay_out(briefing, style, metrics, ground);
//     const auto html = briefing::to_html(briefing, style, metrics, ground);
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "briefing/score.h"
#include "briefing/subjects.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {
class BaseMap;
}

namespace wardmap::briefing {

/// Computed once for both formats. Does not copy the study.
struct Briefing {
    const Study& study;
    Subjects subjects;
    std::vector<WardScore> now;          // all wards, best first
    std::vector<WardScore> before;       // the same a period earlier; empty if no category has one
    std::vector<std::size_t> priorities; // wards, in the project's order
};

/// Throws InputError if no category is left, or a priority is not a ward.
[[nodiscard]] Briefing make_briefing(const Study& study, int threads);

/// "Briefing: Safer Maidstone Partnership".
[[nodiscard]] std::string title_of(const Study& study);

/// One A4 side, or up to as many as the project allows. Omitted items are listed. Throws InputError
/// if not even one ward fits.
[[nodiscard]] std::vector<paint::Scene> lay_out(const Briefing& briefing, const style::Style& style,
                                                const paint::TextMetrics& metrics,
                                                const maps::BaseMap& ground);

/// The same with nothing omitted, in one self-contained file.
[[nodiscard]] std::string to_html(const Briefing& briefing, const style::Style& style,
                                  const paint::TextMetrics& metrics, const maps::BaseMap& ground);

} // namespace wardmap::briefing
