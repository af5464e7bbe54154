// SPDX-License-Identifier: MIT
// Incidents as specified by the user; empty members are detected from the files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/file_path.h"

namespace wardmap::incidents {

/// A month as a number: 12 * year + month - 1.
using Month = std::int32_t;
inline constexpr Month no_month = -1;

/// Treatment of rows with the id of an earlier row.
enum class Repeats { counted, left_out };

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
    /// archives of tables; point layers readable by GDAL; or one PostgreSQL server, which counts.
    std::vector<FilePath> files;
    std::string sheet; // of a workbook, or layer
    std::string crs;   // of the coordinates; empty: detected
    ColumnNames columns;

    // Of a server only:
    std::vector<std::string> tables; // of incidents: "crime" or "force.crime"
    std::string query;               // a SELECT in the place of them
    std::vector<std::string> wards;  // its own wards, one for all tables or one beside each
};

/// Every file that is read, by name: folders and patterns opened up, an archive once. Throws
/// InputError where something is not there, or holds no table.
[[nodiscard]] std::vector<FilePath> files_of(const Source& source);

/// As messages name them together: "a.csv and 2 more"; "" of none.
[[nodiscard]] std::string shown_sources(const std::vector<FilePath>& files);

} // namespace wardmap::incidents
