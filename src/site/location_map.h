// SPDX-License-Identifier: MIT
// Where the site lies, drawn: near by with the names of wards, and in the whole area. Private to
// site/.
#pragma once

#include <string>
#include <vector>

#include "paint/scene.h"
#include "paint/text_metrics.h"
#include "site/profile.h"

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {
class BaseMap;
}

namespace wardmap::site {

/// What the map is made with.
struct MapInputs {
    const Profile& profile;
    const style::Style& style;
    const paint::TextMetrics& metrics;
    const maps::BaseMap& ground;
};

/// Two maps side by side within a box on the page.
[[nodiscard]] std::vector<paint::Item> location_map(const MapInputs& inputs, const geo::Box& box);

/// What is drawn, for those who cannot see it.
[[nodiscard]] std::string map_alt(const Profile& profile);

/// What the lines and greys mean.
[[nodiscard]] std::string map_caption(const Profile& profile);

} // namespace wardmap::site
