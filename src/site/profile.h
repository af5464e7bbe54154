// SPDX-License-Identifier: MIT
// A profile of the wards that contain a site: as text, as data, or as two pages to attach to a
// consultation reply.
#pragma once

#include <string>
#include <vector>

#include "paint/scene.h"
#include "paint/text_metrics.h"
#include "site/site.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {
class BaseMap;
}

namespace wardmap::site {

/// A site, its location and the search radius. Does not copy the study.
struct Profile {
    const Study& study;
    Site site;
    Location location;
    double within_m = 2000;
};

/// "Site profile: TQ 760 556".
[[nodiscard]] std::string profile_title(const Profile& profile);

[[nodiscard]] std::string profile_text(const Profile& profile);

/// See docs/site.md for its members.
[[nodiscard]] std::string profile_json(const Profile& profile);

/// Two A4 pages, never more: omitted categories are listed, with where to find them.
[[nodiscard]] std::vector<paint::Scene> lay_out_profile(const Profile& profile,
                                                        const style::Style& style,
                                                        const paint::TextMetrics& metrics,
                                                        const maps::BaseMap& ground);

} // namespace wardmap::site
