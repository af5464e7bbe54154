// SPDX-License-Identifier: MIT
#include "gdal/versions.h"

#include <gdal.h>

namespace wardmap::gdal {

std::vector<std::pair<std::string, std::string>> library_versions() {
    return {{"GDAL", GDALVersionInfo("RELEASE_NAME")}};
}

} // namespace wardmap::gdal
