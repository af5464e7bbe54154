// SPDX-License-Identifier: MIT
// Incidents as specified by the user; empty members are detected from the files.
#pragma once

#include <string>
#include <vector>

#include "base/file_path.h"

namespace wardmap::incidents {

/// Columns by name. Empty: detected by names and content.
struct ColumnNames {
    std::string x;         // longitude or easting
    std::string y;         // latitude or northing
    std::string reference; // grid reference
    std::string point;     // WKT or WKB
    std::string date;
    std::string type;
    std::string id;
    std::string area; // code of a small area, such as an LSOA
};

struct Source {
    /// Files; folders, from which all tables of incidents are read; names with * and ?; zip
    /// archives of tables; point layers readable by GDAL.
    std::vector<FilePath> files;
    std::string sheet; // of a workbook, or layer
    std::string crs;   // of the coordinates; empty: detected
    ColumnNames columns;
};

} // namespace wardmap::incidents
