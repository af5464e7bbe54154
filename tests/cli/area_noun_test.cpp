// SPDX-License-Identifier: MIT
// Areas other than wards: no text for readers refers to them as wards.
#include <regex>
#include <string>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;

namespace {

/// Districts with a rate, a withheld figure, a district without a row and a total.
void write_districts(const TempFolder& folder) {
    folder.write("areas.geojson", squares_geojson({{"E07000106", "Canterbury"},
                                                   {"E07000107", "Dartford"},
                                                   {"E07000108", "Dover"},
                                                   {"E07000109", "Gravesham"},
                                                   {"E07000110", "Maidstone"}}));
    folder.write("residents.csv", "code,residents\nE07000106,1000\nE07000107,2000\n"
                                  "E07000108,4000\nE07000109,5000\nE07000110,6000\n");
    folder.write("asb.csv", "code,incidents\nE07000106,10\nE07000107,*\nE07000108,100\n"
                            "E07000109,1000\n");
    folder.write("p.toml", "[project]\ntitle = \"County\"\narea = \"Kent\"\n"
                           "[boundaries]\nsource = \"areas.geojson\"\n"
                           "area_nouns = [\"district\", \"districts\"]\n"
                           "[denominator.residents]\ntable = \"residents.csv\"\n"
                           "value = \"residents\"\n"
                           "[[category]]\nid = \"asb\"\ntitle = \"Anti-social behaviour\"\n"
                           "unit = \"incidents\"\ntable = \"asb.csv\"\nvalue = \"incidents\"\n"
                           "measure = \"rate\"\ndenominator = \"residents\"\n"
                           "suppression = { marks = { \"*\" = [0, 4] } }\n");
}

/// The first occurrence of the word, except in names of files and columns.
std::string ward_in(const std::string& text) {
    static const std::regex names(R"(wards\.[a-z-]+|ward_(code|name))");
    static const std::regex word(R"(.{0,40}\b[Ww]ards?\b.{0,40})");
    const auto left = std::regex_replace(text, names, "");
    std::smatch found;
    return std::regex_search(left, found, word) ? found.str() : "";
}

} // namespace

TEST_CASE("The search for the word ward finds it, but not in names of files", "[program][nouns]") {
    CHECK(ward_in("see wards.csv: ward_code") == "");
    CHECK(ward_in("5 wards") == "5 wards");
}

TEST_CASE("Districts are named so in the audit, the data dictionary and the texts of maps",
          "[program][nouns]") {
    const TempFolder folder;
    write_districts(folder);
    const auto done = run(folder.path(), "draw p.toml --only maps,data -o out");
    INFO(done.err);
    REQUIRE(done.code == 0);
    CHECK(ward_in(done.out) == "");
    CHECK(ward_in(done.err) == "");
    for (const char* const file : {"audit.txt", "data/README.txt", "data/summary.txt",
                                   "data/wards.csv-metadata.json", "maps/asb.txt"}) {
        INFO(file);
        const auto text = read_file(folder.path() / "out" / file);
        CHECK(ward_in(text) == "");
        CHECK(text.find("district") != std::string::npos);
    }
}

TEST_CASE("A check of districts reports districts", "[program][nouns]") {
    const TempFolder folder;
    write_districts(folder);
    folder.write("asb.csv", "code,incidents\nE07000106,10\nNowhereshire,1\n");
    const auto done = run(folder.path(), "check p.toml");
    CHECK(done.code == 1);
    CHECK(ward_in(done.err) == "");
    CHECK(done.err.find("is not a district of areas.geojson") != std::string::npos);
}
