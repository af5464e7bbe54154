// SPDX-License-Identifier: MIT
// One category laid out on one page.
#pragma once

#include <string>

#include "maps/ground.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"
#include "project/style.h"
#include "study/study.h"

namespace wardmap::maps {

/// The words that go with a map for those who cannot see it.
struct MapWords {
    std::string alt;         // one sentence
    std::string description; // pattern, highest and lowest wards, states; plain text, several lines
};

struct Sheet {
    paint::Scene scene;
    MapWords words;
    Findings findings; // what the layout has to say: names left out, ...
};

/// What a sheet shows: the bands with the hotspot reading over them, or the reading alone.
enum class Subject { bands, reading };

/// Lays out the sheet of one category. For Subject::reading it must have hotspots. Throws
/// InputError where a guarantee of the legend is broken. `ground` holds the study's wards and
/// serves all its categories; without one, it is made here.
[[nodiscard]] Sheet lay_out_sheet(const Study& study, const CategoryResult& category,
                                  const project::Style& style, const paint::TextMetrics& metrics,
                                  const Ground& ground, Subject subject = Subject::bands);
[[nodiscard]] Sheet lay_out_sheet(const Study& study, const CategoryResult& category,
                                  const project::Style& style, const paint::TextMetrics& metrics,
                                  Subject subject = Subject::bands);

/// Once for all counts that are shaded: that circles are offered.
[[nodiscard]] Findings advice_on_counts(const Study& study);

[[nodiscard]] MapWords words_of(const Study& study, const CategoryResult& category,
                                Subject subject = Subject::bands);

} // namespace wardmap::maps
