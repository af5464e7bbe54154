// SPDX-License-Identifier: MIT
// Where boundaries come from.
#pragma once

#include <string>

#include "base/file_path.h"

namespace wardmap::wards {

/// The boundaries as specified in the project file. Empty: detected.
struct BoundarySource {
    FilePath file;        // file, zipped shapefile, folder or GDAL connection
    std::string layer;    // if the source has several
    std::string code;     // attribute with the ward code, e.g. "WD13CD"
    std::string name;     // attribute with the ward name
    std::string legacy;   // attribute with the legacy code, e.g. "WD13CDO"
    std::string district; // attribute with the district's name or code, e.g. "LAD23NM"
    std::string where;    // attribute filter in OGR SQL
    std::string crs;      // overrides or supplies that of the source, e.g. "EPSG:27700"
    std::string encoding; // overrides that of the attribute table, e.g. "CP850"
};

} // namespace wardmap::wards
