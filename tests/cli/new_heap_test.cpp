// SPDX-License-Identifier: MIT
// wardmap new on heaps as publishers make them: guesses must be right, or reported.
#include <fmt/format.h>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The project file drafted from four wards and a table.
std::string project_of(const TempFolder& folder, const std::string& table) {
    folder.write("wards.geojson", squares_geojson(four_wards()));
    folder.write("t.csv", table);
    const auto made = run(folder.path(), "new wards.geojson t.csv --force");
    INFO(made.err << made.out);
    CHECK(made.code == 0);
    return read_file(folder.path() / "project.toml");
}

} // namespace

TEST_CASE("Figures of smaller areas are added up, not drawn area by area", "[program][new]") {
    const TempFolder folder;
    std::string table = "WD24CD,LSOA21CD,row,2023,2024\n";
    int n = 1;
    for (const auto& ward : four_wards()) {
        table += fmt::format("{},E0100000{},1,{},{}\n", ward.code, n, n, n + 1);
        table += fmt::format("{},E0100010{},2,{},{}\n", ward.code, n, n, n + 1);
        ++n;
    }
    const auto toml = project_of(folder, table);
    INFO(toml);
    CHECK(holds(toml, "each = [\"2023\", \"2024\"]\nduplicates = \"sum\""));
    CHECK_FALSE(holds(toml, "E0100000"));
    CHECK_FALSE(holds(toml, "\"row\""));
    const auto check = run(folder.path(), "check project.toml");
    CHECK(holds(check.out, "Sum of the known figures 20 in the table, 20 on the map."));
}

TEST_CASE("The map's district is taken from a national table without codes", "[program][new]") {
    const TempFolder folder;
    std::string table = "Local authority,Ward,ASB\n";
    for (const char* const place : {"Farham", "Testham", "Westmere"}) {
        int n = std::string(place) == "Testham" ? 1 : 50;
        for (const auto& ward : four_wards()) {
            const bool shared = n % 2 == 0 || n < 50; // others share half of the names
            table += fmt::format("{},{}{},{}\n", place, ward.name, shared ? "" : " Green", n);
            ++n;
        }
    }
    const auto toml = project_of(folder, table);
    INFO(toml);
    CHECK(holds(toml, "where = { \"Local authority\" = \"Testham\" }\nvalue = \"ASB\""));
    const auto check = run(folder.path(), "check project.toml");
    CHECK(holds(check.out, "Sum of the known figures 10 in the table, 10 on the map."));
}

TEST_CASE("A map of two districts keeps the rows of both", "[program][new]") {
    const TempFolder folder;
    folder.write("wards.geojson", squares_geojson({{"E05000001", "A"},
                                                   {"E05000002", "B"},
                                                   {"E05000003", "C"},
                                                   {"E05000004", "D"},
                                                   {"E05000005", "E"},
                                                   {"E05000006", "F"}}));
    folder.write("t.csv", "District,Ward,ASB\nTestham,A,1\nTestham,B,2\nTestham,C,3\nTestham,D,4\n"
                          "Testham,E,5\nFarham,F,6\n");
    CHECK(run(folder.path(), "new wards.geojson t.csv").code == 0);
    const auto check = run(folder.path(), "check project.toml");
    CHECK(holds(check.out, "Sum of the known figures 21 in the table, 21 on the map."));
}

TEST_CASE("A mark has the meaning its own note gives", "[program][new]") {
    const TempFolder folder;
    const std::string rows = "Ward,Offences\nTestham total,50\nNorth,12\nNorth Downs,c\n"
                             "Park Wood,-\nHigh Street,34\n";
    auto toml = project_of(folder, "Offences 2024\n\n" + rows + "\nc = fewer than 5; - = nil\n");
    INFO(toml);
    CHECK(holds(toml, "suppression = { marks = { \"-\" = \"zero\", \"c\" = [0, 4] } } # guessed"));
    CHECK(holds(toml, "area = \"Testham\""));
    toml = project_of(folder, rows + "\nc: suppressed (1 to 4)\n");
    INFO(toml);
    CHECK(holds(toml, "marks = { \"-\" = \"missing\", \"c\" = [1, 4] }"));
}

TEST_CASE("A withheld rate is not read as a count of 1 to 5", "[program][new]") {
    const TempFolder folder;
    const auto toml = project_of(
        folder, "Ward,Admissions,Rate per 1000\nNorth,12,3.5\nNorth Downs,*,*\nPark Wood,20,6.1\n"
                "High Street,34,9.5\n* Counts of 1 to 5 have been suppressed.\n");
    INFO(toml);
    CHECK(holds(toml, "value = \"Admissions\"\nunit = \"cases\"\n"
                      "suppression = { scheme = \"1-5\", shown_as = [\"*\"] }"));
    CHECK(holds(toml, "value = \"Rate per 1000\"\n"
                      "suppression = { marks = { \"*\" = \"missing\" } }"));
}

TEST_CASE("A figure with a letter behind it is reported and not taken as missing",
          "[program][new]") {
    const TempFolder folder;
    const auto toml = project_of(
        folder, "Ward,Offences\nNorth,12†\nNorth Downs,30r\nPark Wood,20\nHigh Street,34\n");
    INFO(toml);
    CHECK_FALSE(holds(toml, "30r"));
    const auto check = run(folder.path(), "check project.toml");
    CHECK(check.code == 1);
    CHECK(holds(check.err, "\"30r\" is neither a figure nor a declared mark"));
    CHECK_FALSE(holds(check.err, "12†"));
}

TEST_CASE("Decimal commas are named and never taken for thousands", "[program][new]") {
    const TempFolder folder;
    folder.write("wards.geojson", squares_geojson(four_wards()));
    folder.write("t.csv",
                 "sep=;\nWard;Rate;ASB\nNorth;0,125;1\nNorth Downs;1,5;2\nPark Wood;2,25;3\n"
                 "High Street;0,5;4\n");
    const auto made = run(folder.path(), "new wards.geojson t.csv");
    INFO(made.out);
    CHECK(holds(made.out, "t.csv: \"Rate\": figures with decimal commas, which are not read"));
    CHECK_FALSE(holds(read_file(folder.path() / "project.toml"), "sep="));
    folder.write("p.toml", "[boundaries]\nsource = \"wards.geojson\"\n[[category]]\nid = \"r\"\n"
                           "table = \"t.csv\"\nvalue = \"Rate\"\nmeasure = \"mean\"\n");
    const auto check = run(folder.path(), "check p.toml");
    CHECK(check.code == 1);
    CHECK(holds(check.err, "\"0,125\" is neither a figure nor a declared mark"));
    CHECK(holds(check.err, "write decimals with a point"));
}

TEST_CASE("A decile is not a percentage", "[program][new]") {
    const TempFolder folder;
    const auto toml = project_of(folder, "Ward,Decile (1 is most deprived 10%)\nNorth,1\n"
                                         "North Downs,2\nPark Wood,3\nHigh Street,10\n");
    INFO(toml);
    CHECK(holds(toml, "measure = \"mean\""));
    CHECK_FALSE(holds(toml, "unit = \"%\""));
}

TEST_CASE("A lookup in the heap carries the areas of other tables", "[program][new]") {
    const TempFolder folder;
    folder.write("heap/wards.geojson", squares_geojson(four_wards()));
    std::string lookup = "\xEF\xBB\xBFLSOA21CD,LSOA21NM,WD24CD,WD24NM,ObjectId\n";
    std::string table = "LSOA Code,Burglary,Rate\n";
    int n = 1;
    for (const auto& ward : four_wards()) {
        for (int part = 0; part < 3; ++part, ++n) {
            lookup +=
                fmt::format("E010000{:02},Testham {},{},{},{}\n", n, n, ward.code, ward.name, n);
            table += fmt::format("E010000{:02},{},{}.5\n", n, n, n);
        }
    }
    folder.write("heap/lookup.csv", lookup);
    folder.write("heap/burglary.csv", table);
    const auto made = run(folder.path(), "new heap");
    INFO(made.err << made.out);
    CHECK(made.code == 0);
    CHECK(holds(made.out,
                "heap/lookup.csv: carries the areas of \"LSOA21CD\" to those of \"WD24CD\""));
    CHECK(holds(made.out, "\"Rate\" is an average of areas that a lookup carries"));
    CHECK(holds(read_file(folder.path() / "project.toml"),
                "[lookup]\ntable = \"heap/lookup.csv\"\nfrom = \"LSOA21CD\"\nto = \"WD24CD\"\n"));
    CHECK(run(folder.path(), "draw project.toml --only data").code == 0);
    const auto data = read_file(folder.path() / "output/project/data/wards.csv");
    CHECK(holds(data, "E05000001,,North,100,6,"));        // 1 + 2 + 3
    CHECK(holds(data, "E05000004,,High Street,100,33,")); // 10 + 11 + 12
}

TEST_CASE("A table of other boundaries does not stop the others", "[program][new]") {
    const TempFolder folder;
    folder.write("heap/wards.geojson", squares_geojson(four_wards()));
    folder.write("heap/asb.csv", "Ward,ASB\nNorth,1\nNorth Downs,2\nPark Wood,3\nHigh Street,4\n");
    folder.write("heap/old.csv", "code,Ward,Sales\nE04000001,North,1\nE04000002,Oldham,2\n"
                                 "E04000003,Park Wood,3\nE04000004,Elsewhere,4\n");
    const auto made = run(folder.path(), "new heap");
    INFO(made.err << made.out);
    CHECK(made.code == 0);
    CHECK(made.out.find("old.csv") > made.out.find("Not used:"));
    CHECK(run(folder.path(), "draw project.toml --only data").code == 0);
    // Alone it is written, and check reports the fault.
    const auto alone = run(folder.path(), "new heap/wards.geojson heap/old.csv --out old.toml");
    CHECK(alone.code == 0);
    CHECK(run(folder.path(), "check old.toml").code == 1);
}

TEST_CASE("Street files are named with the way to count them", "[program][new]") {
    const TempFolder folder;
    folder.write("heap/wards.geojson", squares_geojson(four_wards()));
    folder.write("heap/2024-01-street.csv", "Crime ID,Month,Longitude,Latitude,Crime type\n"
                                            "1,2024-01,0.5,51.2,Burglary\n");
    const auto made = run(folder.path(), "new heap");
    CHECK(made.code == 1);
    CHECK(
        holds(made.err, "heap/wards.geojson holds boundaries of 4 wards, and no table names one"));
    CHECK(holds(made.err, "wardmap count heap --boundaries heap/wards.geojson"));
}
