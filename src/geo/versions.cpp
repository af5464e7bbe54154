// SPDX-License-Identifier: MIT
#include "geo/versions.h"

#include <geos_c.h>
#include <proj.h>

namespace wardmap::geo {

std::vector<std::pair<std::string, std::string>> library_versions() {
    return {{"GEOS", GEOSversion()}, {"PROJ", proj_info().version}};
}

} // namespace wardmap::geo
