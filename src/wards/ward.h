// SPDX-License-Identifier: MIT
// Wards: codes, names and polygons in one projected CRS.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "geo/polygon.h"
#include "wards/area_noun.h"

namespace wardmap {

/// One area with a code, a name and a polygon; it may also be a district, an LSOA or a beat.
struct Ward {
    std::string code;        // GSS code, e.g. "E05004996"; unique in a WardSet
    std::string legacy_code; // e.g. "29UHGW"; empty if the boundaries have none
    std::string name;        // as in the boundaries, UTF-8, NFC
    std::string welsh_name;  // empty if there is none
    /// Code and name of its district, if the boundaries have them.
    std::vector<std::string> district;
    /// "Castle", if `name` is "Castle (Dover)" because another district has one too; else empty.
    std::string plain_name;
    geo::MultiPolygon shape; // metres of the WardSet's CRS; valid, never empty
    double area_m2 = 0;      // of `shape`
};

/// The transformation of boundaries from their own CRS to that of the WardSet.
struct Reprojection {
    std::string source_crs;           // "EPSG:4326 (WGS 84)"
    std::string target_crs;           // "EPSG:27700 (OSGB36 / British National Grid)"
    std::string operation;            // PROJ's name for it; "none" if both are the same
    std::optional<double> accuracy_m; // if PROJ knows it
};

/// All wards of one project.
struct WardSet {
    std::vector<Ward> wards; // ordered by code: the order of every per-ward vector
    AreaNoun noun;
    std::string crs;                // "EPSG:27700"
    std::string source;             // the file as named in the project file
    std::vector<std::string> files; // every file read, including companions, for the manifest
    std::string layer;
    std::string code_field; // the fields used, also if detected
    std::string name_field;
    std::string encoding; // of the attribute table, e.g. "UTF-8"
    Reprojection reprojection;
    Findings findings; // repairs, merges, guesses; never errors (those are thrown)

    [[nodiscard]] geo::Box extent() const {
        geo::Box box;
        for (const auto& ward : wards) {
            box.add(geo::extent(ward.shape));
        }
        return box;
    }
};

} // namespace wardmap
