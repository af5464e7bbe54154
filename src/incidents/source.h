// SPDX-License-Identifier: MIT
// What a user says of incidents; whatever is empty is found by looking at the files.
#pragma once

#include <string>
#include <vector>

#include "base/file_path.h"

namespace wardmap::incidents {

/// Columns by name. Empty: found by names and contents.
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
    /// Files; folders, of which all tables of incidents are read; names with * and ?; zip archives
    /// of tables; layers of points that GDAL reads.
    std::vector<FilePath> files;
    std::string sheet; // of a workbook, or layer
    std::string crs;   // of the coordinates; empty: found
    ColumnNames columns;
};

} // namespace wardmap::incidents
