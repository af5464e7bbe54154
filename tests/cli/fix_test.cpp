// SPDX-License-Identifier: MIT
// wardmap check --fix: writes proposed aliases into the project file.
#include <string>

#include "support/catch.h"
#include "support/files.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;

namespace {

const std::string project = "# by hand\n[boundaries]\nsource = \"wards.geojson\"\n"
                            "[aliases]\n\"The Park\" = \"Park Wood\" # agreed\n"
                            "[[category]]\nid = \"asb\"\ntable = \"t.csv\"\nvalue = \"n\"\n";

} // namespace

TEST_CASE("Misspelt names are corrected by one command, and the file is otherwise unchanged",
          "[program][join]") {
    const TempFolder folder;
    folder.write("wards.geojson", squares_geojson(four_wards()));
    folder.write("t.csv", "Ward,n\nNroth,1\nNorth Dwons,2\nThe Park,3\nHigh Street,4\n");
    folder.write("p.toml", project);
    const auto before = run(folder.path(), "check p.toml");
    CHECK(before.code == 1);
    CHECK(before.err.find("[aliases] \"Nroth\" = \"North\"") != std::string::npos);
    const auto fixed = run(folder.path(), "check p.toml --fix");
    INFO(fixed.err);
    CHECK(fixed.code == 0);
    CHECK(fixed.err == "p.toml: written into [aliases]: \"Nroth\" = \"North\"\n"
                       "p.toml: written into [aliases]: \"North Dwons\" = \"North Downs\"\n");
    CHECK(fixed.out.find("4 of 4 wards have a row") != std::string::npos);
    CHECK(read_file(folder.path() / "p.toml") ==
          "# by hand\n[boundaries]\nsource = \"wards.geojson\"\n"
          "[aliases]\n\"The Park\" = \"Park Wood\" # agreed\n"
          "\"Nroth\" = \"North\"\n\"North Dwons\" = \"North Downs\"\n"
          "[[category]]\nid = \"asb\"\ntable = \"t.csv\"\nvalue = \"n\"\n");
    CHECK(run(folder.path(), "check p.toml --fix").err.empty());
}

TEST_CASE("Names that cannot be corrected are reported, and nothing is written",
          "[program][join]") {
    const TempFolder folder;
    folder.write("wards.geojson", squares_geojson(four_wards()));
    folder.write("t.csv", "Ward,n\nParis,1\nNorth Downs,2\nPark Wood,3\nHigh Street,4\n");
    folder.write("p.toml", project);
    const auto done = run(folder.path(), "check p.toml --fix");
    CHECK(done.code == 1);
    CHECK(done.err.find("\"Paris\" is not a ward of wards.geojson\n") != std::string::npos);
    CHECK(read_file(folder.path() / "p.toml") == project);
}

TEST_CASE("Filters, marks, coverage and snapping are written as they are proposed",
          "[program][fix]") {
    const TempFolder folder;
    folder.write("wards.geojson", squares_geojson(four_wards()));
    std::string people = "Ward,sex,n\n";
    int n = 10;
    for (const auto& ward : four_wards()) {
        for (const auto* const sex : {"Females", "Males"}) {
            people += ward.name + "," + sex + "," + std::to_string(n) + "\n";
        }
        people += ward.name + ",Persons," + std::to_string(2 * n) + "\n";
        ++n;
    }
    folder.write("people.csv", people);
    folder.write("scores.csv",
                 "Ward,score\nNorth,12.5\nNorth Downs,13.5\nPark Wood,-999\nHigh Street,11\n");
    const std::string first = "[boundaries]\nsource = \"wards.geojson\"\n"
                              "[[category]]\nid = \"people\" # all\ntable = \"people.csv\"\n";
    const std::string second = "value = \"n\"\nduplicates = \"sum\"\n"
                               "[[category]]\nid = \"score\"\ntable = \"scores.csv\"\n";
    const std::string third = "value = \"score\"\nmeasure = \"mean\"\n";
    folder.write("p.toml", first + second + third);
    const auto fixed = run(folder.path(), "check p.toml --fix");
    INFO(fixed.err);
    CHECK(fixed.code == 0);
    CHECK(fixed.err.find("p.toml: written: people.csv: where = { \"sex\" = \"Persons\" }\n") !=
          std::string::npos);
    CHECK(read_file(folder.path() / "p.toml") ==
          first + "where = { \"sex\" = \"Persons\" }\n" + second +
              "suppression = { marks = { \"-999\" = \"missing\" } }\n" + third);
    CHECK(fixed.out.find("Sum of the known figures 92 in the table, 92 on the map.") !=
          std::string::npos); // 20 + 22 + 24 + 26
}

TEST_CASE("What is wrong beyond the proposals is still an error", "[program][fix]") {
    const TempFolder folder;
    folder.write("wards.geojson", squares_geojson(four_wards()));
    folder.write("t.csv", "Ward,n\nNroth,1\nNorth Downs,*\nPark Wood,3\nHigh Street,4\n");
    folder.write("p.toml", project);
    const auto done = run(folder.path(), "check p.toml --fix");
    CHECK(done.code == 1);
    CHECK(done.err.find("written into [aliases]: \"Nroth\" = \"North\"") != std::string::npos);
    CHECK(done.err.find("\"*\" is neither a figure nor a declared mark") != std::string::npos);
    CHECK(read_file(folder.path() / "p.toml").find("marks") == std::string::npos);
}
