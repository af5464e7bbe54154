// SPDX-License-Identifier: MIT
// Wards as the rest of the program knows them: codes, names and polygons in one projected CRS.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "geo/polygon.h"
#include "wards/area_noun.h"

namespace wardmap {

/// One area with a code, a name and a polygon; a district, an LSOA or a beat serves as well.
struct Ward {
    std::string code;        // GSS code, e.g. "E05004996"; unique in a WardSet
    std::string legacy_code; // e.g. "29UHGW"; empty if the boundaries have none
    std::string name;        // as the boundaries give it, UTF-8, composed form
    std::string welsh_name;  // empty if there is none
    /// Code and name of its district, as far as the boundaries have them.
    std::vector<std::string> district;
    /// "Castle", where `name` is "Castle (Dover)" because another district has one too; else empty.
    std::string plain_name;
    geo::MultiPolygon shape; // metres of the WardSet's CRS; valid, never empty
    double area_m2 = 0;      // of `shape`
};

/// How boundaries came from their own CRS into that of the WardSet.
struct Reprojection {
    std::string source_crs;           // "EPSG:4326 (WGS 84)"
    std::string target_crs;           // "EPSG:27700 (OSGB36 / British National Grid)"
    std::string operation;            // PROJ's name of it; "none" where both are the same
    std::optional<double> accuracy_m; // where PROJ knows it
};

/// All wards of one project.
struct WardSet {
    std::vector<Ward> wards; // ordered by code: the order of every per-ward vector
    AreaNoun noun;
    std::string crs;                // "EPSG:27700"
    std::string source;             // the file as the project file names it
    std::vector<std::string> files; // every file that was read, sister files too, for the manifest
    std::string layer;
    std::string code_field; // the fields that were used, also if they were guessed
    std::string name_field;
    std::string encoding; // of the attribute table, e.g. "UTF-8"
    Reprojection reprojection;
    Findings findings; // repairs, merges, guesses; never errors (those have stopped the reading)

    [[nodiscard]] geo::Box extent() const {
        geo::Box box;
        for (const auto& ward : wards) {
            box.add(geo::extent(ward.shape));
        }
        return box;
    }
};

} // namespace wardmap
