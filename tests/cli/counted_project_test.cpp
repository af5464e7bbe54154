// SPDX-License-Identifier: MIT
// Projects that count incidents, drawn by the built program.
#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/csv.h"
#include "support/program.h"
#include "support/project_files.h"
#include "support/zip_file.h"

using namespace wardmap::testing;
namespace fs = std::filesystem;

namespace {

constexpr const char* street_header =
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context\n";
/// In the middle of the first three squares of `squares_geojson` (GDAL's gdaltransform).
constexpr std::array<const char*, 3> middles = {"0.528838,51.271316", "0.543159,51.271006",
                                                "0.557479,51.270694"};

/// Rows of a street file of data.police.uk.
std::string street(const std::string& month, const std::string& type, std::size_t ward,
                   std::size_t rows) {
    std::string text;
    for (std::size_t i = 0; i < rows; ++i) {
        text += fmt::format(",{},Kent Police,Kent Police,{},On or near High Street,E01024345,"
                            "Maidstone 001A,{},Under investigation,\n",
                            month, middles[ward], type);
    }
    return text;
}

std::vector<NamedCode> three_wards() {
    return {{"E05000001", "West"}, {"E05000002", "Middle"}, {"E05000003", "East"}};
}

constexpr const char* head = "hotspots = false\n[project]\ntitle = \"T\"\narea = \"Testshire\"\n"
                             "[boundaries]\nsource = \"wards.geojson\"\n";
constexpr const char* burglary =
    "[[category]]\nid = \"burglary\"\nincidents = \"police\"\nwhere = { type = \"Burglary\" }\n"
    "steps = \"month\"\n";

std::string police(const std::string& source, const std::string& more = "") {
    return fmt::format("[incidents.police]\nsource = {}\n{}", source, more);
}

/// Street files of two months in a folder as downloaded, with a file of outcomes.
void write_download(const TempFolder& folder, const std::string& in = "download") {
    folder.write("wards.geojson", squares_geojson(three_wards()));
    folder.write(in + "/2014-01/2014-01-kent-street.csv",
                 street_header + street("2014-01", "Burglary", 0, 12) +
                     street("2014-01", "Burglary", 1, 7) + street("2014-01", "Drugs", 1, 31) +
                     ",2014-01,Kent Police,Kent Police,,,No Location,,,Burglary,,\n");
    folder.write(in + "/2014-02/2014-02-kent-street.csv",
                 street_header + street("2014-02", "Burglary", 0, 9) +
                     street("2014-02", "Burglary", 2, 21) + street("2014-02", "Drugs", 0, 17));
    folder.write(in + "/2014-02/2014-02-kent-outcomes.csv", "Crime ID,Month\nx,2014-02\n");
}

/// A column of data/wards.csv.
std::vector<std::string> column(const fs::path& out, const std::string& name) {
    const auto lines = csv_lines(read_file(out / "data/wards.csv"));
    const auto at = std::find(lines[0].begin(), lines[0].end(), name);
    std::vector<std::string> cells;
    if (at == lines[0].end()) return cells;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        cells.push_back(lines[i][static_cast<std::size_t>(at - lines[0].begin())]);
    }
    return cells;
}

using Cells = std::vector<std::string>;

} // namespace

TEST_CASE("Burglary by month is drawn from a folder as downloaded, a zip and by a pattern",
          "[incidents][program]") {
    const TempFolder folder;
    write_download(folder);
    const auto january = read_file(folder.path() / "download/2014-01/2014-01-kent-street.csv");
    const auto february = read_file(folder.path() / "download/2014-02/2014-02-kent-street.csv");
    folder.write("flat/2014-01-kent-street.csv", january);
    folder.write("flat/2014-02-kent-street.csv", february);
    folder.write("police.zip", zip_of({{"2014-01/2014-01-kent-street.csv", january},
                                       {"2014-02/2014-02-kent-street.csv", february}}));
    for (const std::string source :
         {"\"download\"", "\"flat/*-street.csv\"", "\"police.zip\"",
          "[\"flat/2014-01-kent-street.csv\", \"flat/2014-02-kent-street.csv\"]"}) {
        INFO(source);
        folder.write("project.toml", std::string(head) + police(source) + burglary +
                                         "[[category]]\nid = \"all\"\nincidents = \"police\"\n");
        const auto drawn =
            run(folder.path(), "draw project.toml --out out --quiet --only data --only maps");
        INFO(drawn.err);
        REQUIRE(drawn.code == 0);
        const auto out = folder.path() / "out";
        CHECK(column(out, "all_figure") == Cells{"38", "38", "21"});
        CHECK(column(out, "burglary_figure") == Cells{"21", "7", "21"}); // of both months
        const auto months = read_file(out / "maps/burglary.periods.txt");
        CHECK(says(months, "January 2014. Highest: West (12), Middle (7) and East (0).\n"));
        CHECK(says(months, "February 2014. Highest: East (21), West (9) and Middle (0).\n"));
        CHECK_FALSE(says(read_file(out / "data/study.json"), "0.528838"));
        const auto check = run(folder.path(), "check project.toml");
        CHECK(
            says(check.out + check.err, "98 rows of incidents: 97 counted; 1 without a location"));
        const auto manifest = nlohmann::json::parse(read_file(out / "manifest.json"));
        std::string inputs = manifest["inputs"].dump();
        CHECK(says(inputs, source.find("zip") != std::string::npos ? "police.zip"
                                                                   : "2014-02-kent-street.csv"));
        CHECK_FALSE(says(inputs, "outcomes"));
    }
}

TEST_CASE("Steps of a quarter and a year add months up, and types are chosen whatever their case",
          "[incidents][program]") {
    const TempFolder folder;
    write_download(folder);
    folder.write("project.toml",
                 std::string(head) + police("\"download\"") +
                     "[[category]]\nid = \"q\"\nincidents = \"police\"\nwhere = { type = "
                     "[\"burglary\", \"DRUGS\"] }\nsteps = \"quarter\"\n" +
                     "[[category]]\nid = \"{}\"\neach = [\"Burglary\", \"Drugs\"]\n"
                     "incidents = \"police\"\nwhere = { type = \"{}\" }\n");
    const auto drawn = run(folder.path(), "draw project.toml --out out --quiet");
    INFO(drawn.err);
    REQUIRE(drawn.code == 0);
    CHECK(column(folder.path() / "out", "q_figure") == Cells{"38", "38", "21"});
    CHECK(column(folder.path() / "out", "drugs_figure") == Cells{"17", "31", "0"});
    CHECK(says(drawn.err + run(folder.path(), "check project.toml").out,
               "incomplete periods: 2014 Q1 (2 of 3 months)"));
    folder.write("project.toml", std::string(head) +
                                     police("\"download\"", "from = \"2014-02\"\n") +
                                     "[[category]]\nid = \"x\"\nincidents = \"police\"\n"
                                     "where = { type = \"Burglery\" }\n");
    const auto wrong = run(folder.path(), "check project.toml");
    CHECK(wrong.code == 1);
    CHECK(says(wrong.err, "no row is of the type \"Burglery\""));
    CHECK(says(wrong.err, "Burglary or Drugs"));
}

TEST_CASE("Incidents are counted into the wards of the ring too", "[incidents][program]") {
    const TempFolder folder;
    write_download(folder);
    const std::string area = "[project]\ntitle = \"T\"\narea = \"Testshire\"\nrequire_coverage = "
                             "1\n[boundaries]\nsource = \"wards.geojson\"\nwhere = \"WD13CD <> "
                             "'E05000003'\"\n[ring]\n";
    folder.write("project.toml", area + police("\"download\"") +
                                     "[[category]]\nid = \"all\"\nincidents = \"police\"\n");
    const auto check = run(folder.path(), "check project.toml");
    INFO(check.err);
    CHECK(check.code == 0);
    CHECK(says(check.out + check.err, "98 rows of incidents: 76 counted; 1 without a location; 21 "
                                      "in the surrounding wards"));
    const auto drawn = run(folder.path(), "draw project.toml --out out --quiet --only data");
    INFO(drawn.err);
    REQUIRE(drawn.code == 0);
    CHECK(column(folder.path() / "out", "all_figure") == Cells{"38", "38"});
}

TEST_CASE("Under a rule months and types give no small count away, and no hash of the incidents",
          "[incidents][program][secrecy]") {
    const TempFolder folder;
    folder.write("wards.geojson", squares_geojson(three_wards()));
    const auto category = [](const std::string& id, const std::string& more) {
        return "[[category]]\nid = \"" + id + "\"\nincidents = \"police\"\n" + more;
    };
    folder.write("project.toml", head + std::string("[suppression]\npublish_below = 5\n") +
                                     police("\"" + (folder.path() / "secret").string() + "\"") +
                                     burglary + category("all", "") +
                                     category("drugs", "where = { type = \"Drugs\" }\n"));
    // 3 burglaries in January in Middle.
    std::string rows = street_header;
    for (std::size_t ward = 0; ward < 3; ++ward) {
        rows += street("2014-01", "Burglary", ward, ward == 1 ? 3 : 30 + ward);
        rows += street("2014-02", "Burglary", ward, 50 + ward);
        rows += street("2014-01", "Drugs", ward, 60 + ward);
    }
    folder.write("secret/2014-01-kent-street.csv", rows);
    const auto drawn = run(folder.path(), "draw project.toml --out out --quiet");
    INFO(drawn.err);
    REQUIRE(drawn.code == 0);
    const auto out = folder.path() / "out";
    CHECK(column(out, "burglary_figure") == Cells{"80", "54", "84"});
    CHECK(column(out, "drugs_figure") == Cells{"60", "61", "62"});
    // A month withheld takes another of its ward with it, and the total of each is a range.
    const auto months = read_file(out / "maps/burglary.periods.txt");
    CHECK(says(months, "Testshire: 63 to 66 in January 2014 and 152 to 155 in February 2014.\n"));
    CHECK(says(months, "January 2014. Highest: East (32) and West (30). Withheld: Middle.\n"));
    CHECK(says(months, "February 2014. Highest: East (52) and West (50). Withheld: Middle.\n"));
    const auto manifest = nlohmann::json::parse(read_file(out / "manifest.json"));
    std::size_t hidden = 0;
    for (const auto& input : manifest["inputs"]) {
        if (!says(input["path"].get<std::string>(), "2014-01-kent-street.csv")) continue;
        CHECK(input["sha256"].is_null());
        ++hidden;
    }
    CHECK(hidden == 1);
    for (const auto& entry : fs::recursive_directory_iterator(out)) {
        if (!entry.is_regular_file()) continue;
        INFO(entry.path().string());
        CHECK_FALSE(says(read_file(entry.path()), folder.path().string()));
    }
}

TEST_CASE("Under a rule the same incidents are not counted twice over",
          "[incidents][program][secrecy]") {
    const TempFolder folder;
    write_download(folder);
    const std::string both = police("\"download\"") +
                             "[incidents.start]\nsource = "
                             "\"download/2014-01/2014-01-kent-street.csv\"\nto = \"2014-01\"\n" +
                             burglary + "[[category]]\nid = \"s\"\nincidents = \"start\"\n";
    folder.write("project.toml", head + both);
    CHECK(run(folder.path(), "check project.toml").code == 0);
    folder.write("project.toml", head + both + "[suppression]\npublish_below = 5\n");
    const auto refused = run(folder.path(), "check project.toml");
    CHECK(refused.code == 1);
    CHECK(says(refused.err, "[incidents.police] and [incidents.start] both count these incidents"));
}

TEST_CASE("What is wrong with incidents of a project is named", "[incidents][program]") {
    const TempFolder folder;
    write_download(folder);
    const auto fails = [&](const std::string& toml, const std::string& words) {
        folder.write("project.toml", head + toml);
        const auto check = run(folder.path(), "check project.toml");
        INFO(check.err);
        CHECK(check.code == 1);
        CHECK(says(check.err, words));
    };
    fails(police("\"nowhere.csv\"") + burglary, "nowhere.csv");
    fails(police("\"none/*.csv\"") + burglary, "no file matches this name");
    folder.write("undated.csv", "easting,northing,type\n576500,155500,Burglary\n");
    fails(police("\"undated.csv\"") + burglary,
          "no column of the incidents holds dates, but a category has steps");
    fails(police("\"download\"", "x = \"E\"\ny = \"N\"\n") + burglary, "there is no column \"E\"");
    fails(police("\"download\"", "table = \"crime\"\n") + burglary, "table is of a database");
}

TEST_CASE("Counts of incidents make rates, and every ward has a figure", "[incidents][program]") {
    const TempFolder folder;
    write_download(folder);
    folder.write("people.csv", "code,residents\nE05000001,1000\nE05000002,2000\nE05000003,3000\n");
    folder.write("project.toml",
                 std::string(head) + police("\"download\"") +
                     "[denominator.residents]\ntable = \"people.csv\"\nvalue = \"residents\"\n"
                     "label = \"residents\"\n"
                     "[[category]]\nid = \"b\"\nincidents = \"police\"\nwhere = { type = "
                     "\"Burglary\" }\nmeasure = \"rate\"\ndenominator = \"residents\"\n"
                     "require_coverage = 1\n");
    const auto drawn = run(folder.path(), "draw project.toml --out out --quiet --only data");
    INFO(drawn.err);
    REQUIRE(drawn.code == 0);
    CHECK(column(folder.path() / "out", "b_figure") == Cells{"21", "7", "21"});
    CHECK(column(folder.path() / "out", "b_value") == Cells{"21", "3.5", "7"});
}

TEST_CASE("New knows files of incidents by their contents", "[incidents][program][new]") {
    const TempFolder folder;
    write_download(folder);
    fs::rename(folder.path() / "download/2014-01/2014-01-kent-street.csv",
               folder.path() / "download/2014-01/kent.csv"); // its name says nothing
    folder.write(
        "calls.csv", "Ref,Received,Easting,Northing,Category\n" + [] {
            std::string rows;
            for (int i = 0; i < 30; ++i) {
                rows += fmt::format("{},2014-01-{:02},576500,155500,{}\n", i, i + 1,
                                    i < 4 ? "Litter" : "Noise");
            }
            return rows;
        }());
    folder.write("people.csv", "code,name,residents\nE05000001,West,1000\nE05000002,Middle,2000\n"
                               "E05000003,East,3000\n");
    folder.write("counts.csv", "code,lat,long,month,type,number\n"
                               "E05000001,51.27,0.52,2014-01,Fires,3\n"
                               "E05000002,51.27,0.54,2014-01,Fires,4\n"
                               "E05000003,51.27,0.55,2014-01,Fires,5\n"); // of wards
    const auto made = run(folder.path(), "new wards.geojson calls.csv people.csv counts.csv "
                                         "download/2014-01/kent.csv "
                                         "download/2014-02/2014-02-kent-street.csv "
                                         "download/2014-02/2014-02-kent-outcomes.csv");
    INFO(made.err << made.out);
    REQUIRE(made.code == 0);
    const auto toml = read_file(folder.path() / "project.toml");
    INFO(toml);
    CHECK(says(toml, "[incidents.police]\nsource = [\"download/2014-01/kent.csv\", "
                     "\"download/2014-02/2014-02-kent-street.csv\"]\n"));
    CHECK(says(toml, "id = \"police-burglary\"\ntitle = \"Burglary\"\nincidents = \"police\"\n"
                     "where = { type = \"Burglary\" }\nsteps = \"month\"\n"
                     "period = \"2014-01 to 2014-02\"\nmeasure = \"rate\" # guessed\n"));
    CHECK(says(toml, "[incidents.calls]\nsource = \"calls.csv\"\n"));
    CHECK(says(toml, "where = { type = \"Noise\" }\nperiod = \"2014-01\"\n"));
    CHECK_FALSE(says(toml, "Litter"));
    CHECK_FALSE(says(toml, "[incidents.counts]"));
    CHECK(says(made.out, "calls.csv: types with few incidents: Litter (4)"));
    CHECK(says(made.out, "98 incidents, 97 of them in the wards of the map"));
    const auto drawn = run(folder.path(), "draw project.toml --out out --quiet --only data");
    INFO(drawn.err);
    CHECK(drawn.code == 0);
    CHECK(column(folder.path() / "out", "police-burglary_figure") == Cells{"21", "7", "21"});
}

TEST_CASE("New names the folder of street files as downloaded", "[incidents][program][new]") {
    const TempFolder folder;
    write_download(folder);
    const auto made = run(folder.path(), "new . --out p.toml");
    INFO(made.err << made.out);
    REQUIRE(made.code == 0);
    CHECK(says(read_file(folder.path() / "p.toml"), "[incidents.police]\nsource = \"download\"\n"));
}
