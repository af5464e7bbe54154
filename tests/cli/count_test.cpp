// SPDX-License-Identifier: MIT
// wardmap count as users run it.
#include <filesystem>

#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;
namespace fs = std::filesystem;

namespace {

void write_inputs(const TempFolder& folder) {
    folder.write("wards.geojson",
                 R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":)"
                 R"("urn:ogc:def:crs:EPSG::27700"}},"features":[{"type":"Feature","properties":)"
                 R"({"WD13CD":"E05000001","WD13NM":"West"},"geometry":{"type":"Polygon",)"
                 R"("coordinates":[[[576000,155000],[577000,155000],[577000,156000],)"
                 R"([576000,156000],[576000,155000]]]}},{"type":"Feature","properties":)"
                 R"({"WD13CD":"E05000002","WD13NM":"East"},"geometry":{"type":"Polygon",)"
                 R"("coordinates":[[[577000,155000],[578000,155000],[578000,156000],)"
                 R"([577000,156000],[577000,155000]]]}}]})");
    folder.write("calls.csv", "Ref,Received,Easting,Northing,Category\n"
                              "1,25/03/2014,576500,155500,=Noise\n"
                              "2,26/03/2014,577500,155500,Litter\n"
                              "3,26/04/2014,577600,155500,Litter\n"
                              "4,26/04/2014,,,Litter\n");
}

} // namespace

TEST_CASE("Count writes a table and its audit", "[incidents][program]") {
    const TempFolder folder;
    write_inputs(folder);
    const auto done = run(folder.path(), "count calls.csv --boundaries wards.geojson "
                                         "--date Received --by quarter");
    CHECK(done.err.empty());
    CHECK(done.code == 0);
    CHECK(says(done.out, "Incidents counted into 2 wards"));
    CHECK(says(done.out, "Sums: 3 + 1 = 4; the table adds up to 3"));
    CHECK(says(done.out, "without a location: line 5\n"));
    CHECK(says(done.out, "Table: incidents.csv\nAudit: incidents.audit.txt\n"));
    CHECK(read_file(folder.path() / "incidents.csv") ==
          "ward_code,ward_name,type,period,incidents\n"
          "E05000001,West,\"'=Noise\",2014 Q1,1\n"
          "E05000001,West,\"'=Noise\",2014 Q2,0\n"
          "E05000001,West,Litter,2014 Q1,0\n"
          "E05000001,West,Litter,2014 Q2,0\n"
          "E05000002,East,\"'=Noise\",2014 Q1,0\n"
          "E05000002,East,\"'=Noise\",2014 Q2,0\n"
          "E05000002,East,Litter,2014 Q1,1\n"
          "E05000002,East,Litter,2014 Q2,1\n");
    CHECK(says(done.out, read_file(folder.path() / "incidents.audit.txt")));

    const auto again = run(folder.path(), "count calls.csv --boundaries wards.geojson");
    CHECK(again.code == 1);
    CHECK(says(again.err, "error: incidents.csv: the file already exists"));
}

TEST_CASE("Count prints its audit as JSON, and the table to a stream", "[incidents][program]") {
    const TempFolder folder;
    write_inputs(folder);
    const auto data = run(folder.path(), "count calls.csv --boundaries wards.geojson --json "
                                         "--type Litter --out litter.csv");
    REQUIRE(data.code == 0);
    const auto json = nlohmann::json::parse(data.out);
    CHECK(json["rows"] == 4);
    CHECK(json["fates"]["counted"] == 2);
    CHECK(json["fates"]["other_type"] == 1);
    CHECK(json["fates"]["without_place"] == 1);
    CHECK(json["wards"][1]["incidents"] == 2);
    const auto stream = run(folder.path(), "count calls.csv --boundaries wards.geojson --by all "
                                           "--type Litter --out /dev/stdout | cat");
    CHECK(stream.out == "ward_code,ward_name,type,incidents\n"
                        "E05000001,West,Litter,0\nE05000002,East,Litter,2\n");
}

TEST_CASE("Count refuses options that conflict", "[incidents][program]") {
    const TempFolder folder;
    write_inputs(folder);
    for (const auto& [words, expected] :
         {std::pair("--x Easting", "--x and --y go together"),
          std::pair("--from 2014-13", "--from \"2014-13\" is not a month"),
          std::pair("--from 2014-05 --to 2014-01", "--from is after --to"),
          std::pair("--by week", "week")}) {
        const auto refused =
            run(folder.path(), std::string("count calls.csv --boundaries wards.geojson ") + words);
        CHECK(refused.code == 2);
        CHECK(says(refused.err, expected));
    }
    const auto strict = run(folder.path(), "count calls.csv --boundaries wards.geojson --strict");
    CHECK(strict.code == 1);
    CHECK(says(strict.err, "have no location"));
    CHECK_FALSE(fs::exists(folder.path() / "incidents.csv"));
}
