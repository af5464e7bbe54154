// SPDX-License-Identifier: MIT
// A small project on disk: square wards as GeoJSON, tables as CSV, a project file.
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/files.h"

namespace wardmap::testing {

struct NamedCode {
    std::string code;
    std::string name;
};

/// GeoJSON of squares of 1 km on British National Grid, three in a row.
inline std::string squares_geojson(const std::vector<NamedCode>& wards) {
    std::string features;
    for (std::size_t i = 0; i < wards.size(); ++i) {
        const auto x = 576000 + 1000 * (i % 3);
        const auto y = 155000 + 1000 * (i / 3);
        features += fmt::format(
            R"({}{{"type":"Feature","properties":{{"WD13CD":"{}","WD13NM":"{}"}},"geometry":)"
            R"({{"type":"Polygon","coordinates":[[[{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
            i == 0 ? "" : ",", wards[i].code, wards[i].name, x, y, x + 1000, y, x + 1000, y + 1000,
            x, y + 1000, x, y);
    }
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":)"
           R"("urn:ogc:def:crs:EPSG::27700"}},"features":[)" +
           features + "]}";
}

inline const std::vector<NamedCode>& four_wards() {
    static const std::vector<NamedCode> wards = {{"E05000001", "North"},
                                                 {"E05000002", "North Downs"},
                                                 {"E05000003", "Park Wood"},
                                                 {"E05000004", "High Street"}};
    return wards;
}

inline const char* const four_wards_project = R"([project]
title = "Test partnership"
area = "Testshire"

[boundaries]
source = "wards.geojson"

[denominator.residents]
table = "population.csv"
value = "residents"
label = "residents, 2011 Census"

[[category]]
id = "asb"
title = "Anti-social behaviour"
unit = "incidents"
period = "2014"
source = "Test police"
table = "asb.csv"
value = "incidents"
measure = "rate"
denominator = "residents"
bands = { count = 2 }
suppression = { marks = { "*" = [0, 4] } }
)";

/// Writes the whole project and returns the project file's path.
inline std::string write_four_wards(const TempFolder& folder,
                                    const std::string& project = four_wards_project) {
    folder.write("wards.geojson", squares_geojson(four_wards()));
    folder.write("population.csv", "code,name,residents\n"
                                   "E05000001,North,1000\n"
                                   "E05000002,North Downs,2000\n"
                                   "E05000003,Park Wood,4000\n"
                                   "E05000004,High Street,5000\n");
    folder.write("asb.csv", "Incidents of anti-social behaviour, 2014\n"
                            "Ward code,Ward,incidents\n"
                            "E05000001,North,10\n"
                            "E05000002,North Downs,*\n"
                            "E05000003,Park Wood,100\n"
                            "E05000004,High Street,\"1,000\"\n"
                            ",Testshire,1112\n"
                            "* 4 or fewer\n");
    return folder.write("project.toml", project);
}

} // namespace wardmap::testing
