// SPDX-License-Identifier: MIT
// wardmap new: a first project file that works without changes.
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"
#include "support/workbooks.h"

using namespace wardmap::testing;
namespace fs = std::filesystem;

TEST_CASE("New writes a project that draws, and reports what it guessed", "[program][new]") {
    const TempFolder folder;
    write_four_wards(folder);
    fs::remove(folder.path() / "project.toml");
    const auto made = run(folder.path(), "new wards.geojson asb.csv population.csv");
    INFO(made.err);
    CHECK(made.code == 0);
    CHECK(made.out == "project.toml: 4 wards, 1 category\nFound:\n"
                      "  wards.geojson: codes are in WD13CD, names in WD13NM\n"
                      "  asb.csv: \"Ward code\" (codes of 4 of the 4 areas of the map)\n"
                      "  population.csv: \"code\" (codes of 4 of the 4 areas of the map)\n"
                      "  population.csv: rates are per residents: column residents\n"
                      "  asb.csv: \"*\" is withheld after the scheme le4 of its notes\n"
                      "  the whole area is Testshire\n"
                      "Next: wardmap draw project.toml\n");
    const auto toml = read_file(folder.path() / "project.toml");
    CHECK(toml.find("suppression = { scheme = \"le4\", shown_as = [\"*\"] } # guessed\n") !=
          std::string::npos);
    CHECK(run(folder.path(), "draw project.toml").code == 0);
}

TEST_CASE("New keeps an existing file, unless forced", "[program][new]") {
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
    CHECK(other.code == 0); // the folder is created
    CHECK(read_file(folder.path() / "sub/p.toml").find("[boundaries]") != std::string::npos);
    folder.write("file", "");
    CHECK(run(folder.path(), "new wards.geojson asb.csv --out file/p.toml").code == 1);
    CHECK(run(folder.path(), "new wards.geojson").code == 2);
}

TEST_CASE("New reads workbooks with several sheets, years over categories, and long tables",
          "[program][new]") {
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
    CHECK(made.out.find("book.xlsx, Notes: no line names an area of the boundaries") !=
          std::string::npos);
    CHECK(made.out.starts_with("p.toml: 4 wards, 6 categories\n"));
    const auto check = run(folder.path(), "check p.toml --json");
    INFO(check.err);
    CHECK(check.code == 0);
    CHECK(check.out.find("\"sum_before\": 24.0") != std::string::npos); // burglaries of all months
    CHECK(check.out.find("2014 Theft") != std::string::npos);
}

TEST_CASE("New makes a working project of the example tables", "[program][new][slow]") {
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

TEST_CASE("New reports why a table cannot be used", "[program][new]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("other.csv", "Town,Count\nParis,1\nLyon,2\n");
    folder.write("words.csv", "Ward,Remark\nNorth,fine and well\nPark Wood,none at all yet\n");
    CHECK(run(folder.path(), "new wards.geojson other.csv --out p.toml").err ==
          "error: other.csv: no line names an area of the boundaries\n"
          "  expected: a table of the same areas\n");
    const auto words = run(folder.path(), "new wards.geojson words.csv --out p.toml");
    CHECK(words.code == 1);
    CHECK(words.err ==
          "error: no column with figures was found that could be mapped: words.csv: no "
          "column with figures that can be mapped\n"
          "  expected: a table with a column of codes or names, and one of figures\n");
    CHECK_FALSE(fs::exists(folder.path() / "p.toml"));
}

TEST_CASE("New reads a name merged over two lines, units below, and totals of some wards",
          "[program][new]") {
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

namespace {

/// Ten wards of two districts, three in a row.
std::string two_districts() {
    std::string features;
    for (int i = 0; i < 10; ++i) {
        const bool first = i < 4;
        const auto x = 576000 + 1000 * (i % 3);
        const auto y = 155000 + 1000 * (i / 3);
        features += fmt::format(
            R"({}{{"type":"Feature","properties":{{"WD23CD":"E050000{:02}","WD23NM":"{}",)"
            R"("LAD23CD":"{}","LAD23NM":"{}"}},"geometry":{{"type":"Polygon","coordinates":)"
            R"([[[{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
            i == 0 ? "" : ",", i + 1,
            first ? four_wards()[static_cast<std::size_t>(i)].name : fmt::format("Other {}", i),
            first ? "E07000001" : "E07000002", first ? "Testham" : "Elsewhere", x, y, x + 1000, y,
            x + 1000, y + 1000, x, y + 1000, x, y);
    }
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":)"
           R"("urn:ogc:def:crs:EPSG::27700"}},"features":[)" +
           features + "]}";
}

/// The project file that new writes for a table beside the four wards.
std::string project_for(const TempFolder& folder, const std::string& table) {
    folder.write("wards.geojson", squares_geojson(four_wards()));
    folder.write("t.csv", table);
    const auto made = run(folder.path(), "new wards.geojson t.csv --force");
    INFO(made.err << made.out);
    CHECK(made.code == 0);
    const auto check = run(folder.path(), "check project.toml");
    INFO(check.err << check.out);
    CHECK(check.code == 0);
    return read_file(folder.path() / "project.toml");
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("In a breakdown, the text that is the sum of the others is mapped alone",
          "[program][new]") {
    const TempFolder folder;
    std::string table = "code,name,geography,sex,population\n";
    int n = 100;
    for (const auto& ward : four_wards()) {
        table += fmt::format("{0},{1},Ward,Persons,{2}\n{0},{1},Ward,Females,{3}\n"
                             "{0},{1},Ward,Males,{4}\n",
                             ward.code, ward.name, 2 * n + 3, n, n + 3);
        n += 17;
    }
    const auto toml = project_for(folder, table);
    INFO(toml);
    CHECK(holds(toml, "where = { sex = \"Persons\" }"));
    CHECK_FALSE(holds(toml, "each"));
    CHECK_FALSE(holds(toml, "duplicates"));
    CHECK_FALSE(holds(toml, "geography"));
    const auto check = run(folder.path(), "check project.toml --json");
    CHECK(holds(check.out, "\"sum_after\": 1016.0")); // 203 + 237 + 271 + 305
}

TEST_CASE("Percentages and counts are kept apart, and limits are not mapped", "[program][new]") {
    const TempFolder folder;
    std::string table = "area_code,indicator,period,measure,value,lower ci,upper ci\n";
    for (const auto& ward : four_wards()) {
        table += ward.code + ",No qualifications,2021,Percentage,10.6,9.1,12\n";
        table += ward.code + ",No qualifications,2021,Count,1200,1100,1300\n";
    }
    const auto toml = project_for(folder, table);
    INFO(toml);
    CHECK(holds(toml, "where = { measure = \"Percentage\" }"));
    CHECK(holds(toml, "where = { measure = \"Count\" }"));
    CHECK(holds(toml, "measure = \"mean\""));
    CHECK(holds(toml, "period = \"2021\""));
    CHECK_FALSE(holds(toml, "\"lower ci\""));
    CHECK_FALSE(holds(toml, "duplicates"));
}

TEST_CASE("Years are categories, months are series, and residents of several years are not added",
          "[program][new]") {
    const TempFolder folder;
    std::string years = "code,district,year,violence\n";
    std::string months = "code,month,incidents\n";
    std::string people = "code,year,population\n";
    for (const auto& ward : four_wards()) {
        years += ward.code + ",E07000001,2020,5\n" + ward.code + ",E07000001,2019,4\n";
        months += ward.code + ",Feb-23,5\n" + ward.code + ",Jan-23,4\n";
        people += ward.code + ",2020,500\n" + ward.code + ",2021,510\n";
    }
    auto toml = project_for(folder, years);
    INFO(toml);
    CHECK(holds(toml, "each = [\"2019\", \"2020\"]\nwhere = { year = \"{}\" }"));
    CHECK_FALSE(holds(toml, "duplicates"));
    toml = project_for(folder, months);
    INFO(toml);
    CHECK(holds(toml, "steps = \"month\"\nduplicates = \"sum\""));
    CHECK(holds(toml, "period = \"January to February 2023\""));
    toml = project_for(folder, people);
    INFO(toml);
    CHECK(holds(toml, "where = { year = \"2021\" }"));
    CHECK_FALSE(holds(toml, "duplicates"));
}

TEST_CASE("Columns that are months are a series, columns that are years are categories",
          "[program][new]") {
    const TempFolder folder;
    std::string months = "Offence,Detail,WardCode,202301,202212,202302\n";
    std::string rates = "WardCode,2019/20,2020/21\n";
    int n = 0;
    for (const auto& ward : four_wards()) {
        months +=
            fmt::format("Burglary,Home,{0},1,{1},3\nBurglary,Shop,{0},{1},1,{1}\n", ward.code, n);
        months += fmt::format("Theft,Theft,{},{},4,0\n", ward.code, n);
        rates += ward.code + fmt::format(",{}.5,{}.5\n", 10 + n, 11 + n);
        ++n;
    }
    auto toml = project_for(folder, months);
    INFO(toml);
    CHECK(holds(toml, "each = [\"Burglary\", \"Theft\"]"));
    CHECK(holds(toml, "value = [\"202212\", \"202301\", \"202302\"]\nsteps = \"columns\""));
    CHECK(holds(toml, "period = \"December 2022 to February 2023\""));
    const auto check = run(folder.path(), "check project.toml --json");
    CHECK(
        holds(check.out, "\"sum_after\": 38.0")); // 4 wards x (1 + 3 + 1), and 3 x (0 + 1 + 2 + 3)
    toml = project_for(folder, rates);
    INFO(toml);
    CHECK(holds(toml, "each = [\"2019/20\", \"2020/21\"]"));
    CHECK(holds(toml, "measure = \"mean\""));
}

TEST_CASE("A national layer gives the district of the table", "[program][new]") {
    const TempFolder folder;
    folder.write("nation.geojson", two_districts());
    std::string table = "Ward,ASB\n";
    int n = 7;
    for (const auto& ward : four_wards()) {
        table += fmt::format("{},{}\n", ward.name, n++);
    }
    folder.write("t.csv", table);
    const auto made = run(folder.path(), "new nation.geojson t.csv");
    INFO(made.err << made.out);
    CHECK(made.code == 0);
    CHECK(made.out.starts_with("project.toml: 4 wards, 1 category\n"));
    const auto toml = read_file(folder.path() / "project.toml");
    INFO(toml);
    CHECK((holds(toml, "where = \"LAD23CD = 'E07000001'\" # guessed") ||
           holds(toml, "where = \"LAD23NM = 'Testham'\" # guessed")));
    CHECK(run(folder.path(), "check project.toml").code == 0);
}

TEST_CASE("A national table gives the rows of the map's district", "[program][new]") {
    const TempFolder folder;
    folder.write("wards.geojson", squares_geojson(four_wards()));
    std::string table = "ward_code,ward_name,lad_code,lad_name,score\n";
    int n = 12;
    for (int i = 0; i < 8; ++i) {
        table += fmt::format("E0600000{},Far {},E07000009,Farham,{}.5\n", i, i, 30 + i);
    }
    for (const auto& ward : four_wards()) {
        table += fmt::format("{},{},E07000001,Testham,{}.5\n", ward.code, ward.name, n++);
    }
    folder.write("t.csv", table);
    const auto made = run(folder.path(), "new wards.geojson t.csv");
    INFO(made.err << made.out);
    CHECK(made.code == 0);
    const auto toml = read_file(folder.path() / "project.toml");
    INFO(toml);
    CHECK(holds(toml, "where = { lad_name = \"Testham\" }"));
    CHECK(holds(toml, "area = \"Testham\""));
    CHECK(run(folder.path(), "check project.toml").code == 0);
}

TEST_CASE("A folder is used as it is, and unused files are named", "[program][new]") {
    const TempFolder folder;
    folder.write("heap/map/wards.geojson", squares_geojson(four_wards()));
    folder.write("heap/map/other.geojson", two_districts());
    folder.write("heap/notes.pdf", "%PDF-1.4");
    folder.write("heap/.hidden.csv", "a,b\n1,2\n");
    folder.write("heap/towns.csv", "Town,Count\nParis,1\nLyon,2\n");
    folder.write("heap/asb.csv", "Ward,ASB\nNorth,1\nNorth Downs,2\nPark Wood,3\nHigh Street,4\n");
    const auto made = run(folder.path(), "new heap");
    INFO(made.err << made.out);
    CHECK(made.code == 0);
    CHECK(made.out.starts_with("project.toml: 4 wards, 1 category\n"));
    CHECK(holds(made.out, "notes.pdf: neither a table nor boundaries by its name"));
    CHECK(holds(made.out, "towns.csv: no line names an area of the boundaries"));
    CHECK(holds(made.out, "other.geojson: boundaries of 10 wards; the tables name 40% of them"));
    CHECK_FALSE(holds(made.out, "hidden"));
    CHECK(holds(read_file(folder.path() / "project.toml"), "source = \"heap/map/wards.geojson\""));
    CHECK(run(folder.path(), "draw project.toml").code == 0);
    folder.write("tables/a.csv", "a,b\n1,2\n");
    CHECK(run(folder.path(), "new tables --out q.toml").err ==
          "error: tables: no boundaries are among these files\n"
          "  expected: a shapefile, GeoPackage, GeoJSON or another vector file\n"
          "  help: wardmap new wards.shp table.csv\n");
}

TEST_CASE("Every column has a role with its evidence, as JSON", "[program][new]") {
    const TempFolder folder;
    folder.write("wards.geojson", squares_geojson(four_wards()));
    folder.write("t.csv", "code,Easting,ASB\nE05000001,1,3\nE05000002,2,4\nE05000003,3,5\n");
    const auto made = run(folder.path(), "new wards.geojson t.csv --json");
    INFO(made.err << made.out);
    CHECK(made.code == 0);
    CHECK(holds(made.out, "\"column\": \"code\",\n      \"role\": \"area code\",\n"
                          "      \"evidence\": \"codes of 3 of the 4 areas of the map\""));
    CHECK(holds(made.out, "\"column\": \"Easting\",\n      \"role\": \"identifier\""));
    CHECK(holds(made.out, "\"column\": \"ASB\",\n      \"role\": \"figure\""));
}

TEST_CASE("Boundaries without a system or without codes are enough for a project",
          "[program][new]") {
    const TempFolder folder;
    folder.write("w.topojson",
                 R"({"type":"Topology","objects":{"w":{"type":"GeometryCollection","geometries":[)"
                 R"({"type":"Polygon","arcs":[[0,1]],"properties":{"id":"","Ward":"North"}},)"
                 R"({"type":"Polygon","arcs":[[2,-1]],"properties":{"id":"","Ward":"South"}}]}},)"
                 R"("arcs":[[[0.5,51.2],[0.6,51.2]],[[0.6,51.2],[0.6,51.3],[0.5,51.3],[0.5,51.2]],)"
                 R"([[0.5,51.2],[0.5,51.1],[0.6,51.1],[0.6,51.2]]]})");
    folder.write("t.csv", "Ward,ASB\nNorth,3\nSouth,4\n");
    const auto made = run(folder.path(), "new w.topojson t.csv");
    INFO(made.err << made.out);
    CHECK(made.code == 0);
    CHECK(holds(made.out, "does not state its coordinate system; its coordinates look like "
                          "EPSG:4326"));
    const auto toml = read_file(folder.path() / "project.toml");
    CHECK(holds(toml, "crs = \"EPSG:4326\" # guessed\ncode = \"Ward\"\nname = \"Ward\"\n"));
    CHECK(run(folder.path(), "draw project.toml").code == 0);
}
