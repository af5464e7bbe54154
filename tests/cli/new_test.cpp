// SPDX-License-Identifier: MIT
// wardmap new: a first project file that works as it stands.
#include <algorithm>
#include <filesystem>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"
#include "support/workbooks.h"

using namespace wardmap::testing;
namespace fs = std::filesystem;

TEST_CASE("New writes a project that draws, and says what it guessed", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    fs::remove(folder.path() / "project.toml");
    const auto made = run(folder.path(), "new wards.geojson asb.csv population.csv");
    INFO(made.err);
    CHECK(made.code == 0);
    CHECK(made.out == "project.toml: 4 wards, 1 category\nGuessed:\n"
                      "  codes are in WD13CD, names in WD13NM of wards.geojson\n"
                      "  rates are per residents: column residents of population.csv\n"
                      "  asb.csv: \"*\" is withheld after the scheme le4 of its notes\n"
                      "  Testshire is the name of the whole area: its row is a total\n"
                      "Next: wardmap check project.toml\n");
    const auto toml = read_file(folder.path() / "project.toml");
    CHECK(toml.find("suppression = { scheme = \"le4\", shown_as = [\"*\"] } # guessed\n") !=
          std::string::npos);
    CHECK(run(folder.path(), "draw project.toml").code == 0);
}

TEST_CASE("New keeps a file that is there, unless forced", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    const auto before = read_file(folder.path() / "project.toml");
    const auto refused = run(folder.path(), "new wards.geojson asb.csv");
    CHECK(refused.code == 1);
    CHECK(refused.err == "error: project.toml: the file already exists\n"
                         "  help: choose another with --out, or --force to overwrite it\n");
    CHECK(read_file(folder.path() / "project.toml") == before);
    CHECK(run(folder.path(), "new wards.geojson asb.csv --force").code == 0);
    CHECK(read_file(folder.path() / "project.toml") != before);
    const auto other = run(folder.path(), "new wards.geojson asb.csv --out sub/p.toml");
    CHECK(other.code == 0); // the folder is made
    CHECK(read_file(folder.path() / "sub/p.toml").find("[boundaries]") != std::string::npos);
    folder.write("file", "");
    CHECK(run(folder.path(), "new wards.geojson asb.csv --out file/p.toml").code == 1);
    CHECK(run(folder.path(), "new wards.geojson").code == 2);
}

TEST_CASE("New reads workbooks with several sheets, years over categories, and long tables",
          "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    const TestSheet notes = {"Notes", {{"About this", "book"}, {"made", "today"}}};
    const TestSheet wide = {"Wide",
                            {{"Crime by ward"},
                             {"", "2013", "", "2014", ""},
                             {"Ward", "ASB", "Theft", "ASB", "Theft"},
                             {"North", "1", "2", "3", "4"},
                             {"North Downs", "5", "6", "7", "8"},
                             {"Park Wood", "9", "10", "11", "12"},
                             {"High Street", "13", "14", "15", "16"}}};
    TestSheet tall = {"Tall", {{"ward_name", "month", "offence", "n"}}};
    for (const auto& ward : four_wards()) {
        for (const char* const month : {"2014-01", "2014-02"}) {
            tall.rows.push_back({ward.name, month, "Burglary", "3"});
            tall.rows.push_back({ward.name, month, "Robbery", "2"});
        }
    }
    folder.write("book.xlsx", xlsx_of({notes, wide, tall}));
    const auto made = run(folder.path(), "new wards.geojson book.xlsx --out p.toml");
    INFO(made.err << made.out);
    CHECK(made.code == 0);
    CHECK(made.out.find("book.xlsx, Notes: left out: no line names an area of the boundaries") !=
          std::string::npos);
    CHECK(made.out.starts_with("p.toml: 4 wards, 6 categories\n"));
    const auto check = run(folder.path(), "check p.toml --json");
    INFO(check.err);
    CHECK(check.code == 0);
    CHECK(check.out.find("\"sum_before\": 24.0") != std::string::npos); // burglaries of all months
    CHECK(check.out.find("2014 Theft") != std::string::npos);
}

TEST_CASE("New makes a working project of the example tables", "[program][slow]") {
    const TempFolder folder;
    for (const std::string area :
         {"maidstone/wards/maidstone_wards", "kent/districts/kent_districts"}) {
        const auto base = source_file("geodata/" + area.substr(0, area.find('/')));
        const auto made = run(folder.path(), "new '" + source_file("geodata/" + area + ".shp") +
                                                 "' '" + base + "'/tables/*.csv --force");
        INFO(made.err << made.out);
        CHECK(made.code == 0);
        const auto check = run(folder.path(), "check project.toml");
        INFO(check.err);
        CHECK(check.code == 0);
        if (area.starts_with("maidstone")) {
            CHECK(made.out.find("assault_admissions.csv: joined by Ward name") !=
                  std::string::npos);
            CHECK(check.out.find("Line 30, Maidstone: 649 = 643 known + 6 for 2 withheld figures; "
                                 "agrees.") != std::string::npos);
        }
    }
}

TEST_CASE("New says why a table is of no use", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("other.csv", "Town,Count\nParis,1\nLyon,2\n");
    folder.write("words.csv", "Ward,Remark\nNorth,fine and well\nPark Wood,none at all yet\n");
    CHECK(run(folder.path(), "new wards.geojson other.csv --out p.toml").err ==
          "error: other.csv: no line names an area of the boundaries\n"
          "  expected: a table of the same areas\n");
    const auto words = run(folder.path(), "new wards.geojson words.csv --out p.toml");
    CHECK(words.code == 1);
    CHECK(words.err == "error: no column with figures was found that could be mapped\n"
                       "  expected: a table with a column of codes or names, and one of figures\n");
    CHECK_FALSE(fs::exists(folder.path() / "p.toml"));
}

TEST_CASE("New reads a name merged over two lines, units below, and totals of some wards",
          "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("book.xlsx", xlsx_of({{"Cover", {{"Crime"}}},
                                       {"Data",
                                        {{"", "Crime by ward"},
                                         {},
                                         {"", "Ward", "2013", "", "2014", ""},
                                         {"", "", "ASB", "Theft", "ASB", "Theft"},
                                         {"", "", "Number", "Number", "Number", "Number"},
                                         {"", "North", "1", "2", "3", "[c]"},
                                         {"", "North Downs", "5", "6", "7", "8"},
                                         {"", "Northern total", "6", "8", "10", "11"},
                                         {"", "Park Wood", "9", "8", "7", "6"},
                                         {"", "High Street", "5", "4", "3", "2"},
                                         {},
                                         {"", "[c] = 1 to 4, withheld"}}}}));
    const auto made = run(folder.path(), "new wards.geojson book.xlsx -o p.toml");
    INFO(made.err << made.out);
    CHECK(made.code == 0);
    CHECK(made.out.find("\"[c]\" is withheld after the scheme 1-4 of its notes") !=
          std::string::npos);
    const auto toml = read_file(folder.path() / "p.toml");
    CHECK(toml.find("each = [\"2013 ASB\", \"2013 Theft\", \"2014 ASB\"]") != std::string::npos);
    const auto checked = run(folder.path(), "check p.toml");
    INFO(checked.err << checked.out);
    CHECK(checked.code == 0);
    CHECK(checked.out.find("Line 8, Northern total for 2: 10 = 10 known; agrees.") !=
          std::string::npos);
    CHECK(checked.out.find("the suppressed ward (North) is exactly 3") != std::string::npos);
}
