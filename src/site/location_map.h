// SPDX-License-Identifier: MIT
// Map of a site's location: in detail with ward names, and within the whole area. Private to site/.
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

/// Inputs of the map.
struct MapInputs {
    const Profile& profile;
    const style::Style& style;
    const paint::TextMetrics& metrics;
    const maps::BaseMap& ground;
};

/// Two maps side by side within a box on the page.
[[nodiscard]] std::vector<paint::Item> location_map(const MapInputs& inputs, const geo::Box& box);

/// Text alternative of the map.
[[nodiscard]] std::string map_alt(const Profile& profile);

/// The meaning of lines and greys.
[[nodiscard]] std::string map_caption(const Profile& profile);

} // namespace wardmap::site
