// SPDX-License-Identifier: MIT
// wardmap site as users run it.
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;
namespace fs = std::filesystem;

namespace {

/// A red line of 200 m by 200 m, half in North and half in North Downs.
std::string red_line() {
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":)"
           R"("urn:ogc:def:crs:EPSG::27700"}},"features":[{"type":"Feature","properties":{},)"
           R"("geometry":{"type":"Polygon","coordinates":[[[576900,155400],[577100,155400],)"
           R"([577100,155600],[576900,155600],[576900,155400]]]}}]})";
}

std::vector<std::string> files_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

TEST_CASE("Site reports a place's ward as text, and as data", "[site][program]") {
    const TempFolder folder;
    write_four_wards(folder);
    const auto text = run(folder.path(), "site project.toml --at 'TQ 785 555'");
    CHECK(text.code == 0);
    CHECK(text.err.empty());
    CHECK(says(text.out, "Site profile: TQ 785 555\nThe site is in the ward Park Wood, "
                         "Testshire.\n"));
    CHECK(says(text.out, "Park Wood: 25.0 incidents per 1,000 residents"));
    CHECK(says(text.out, "What these figures cannot say"));
    const auto data = run(folder.path(), "site project.toml --at 577500,155500 --json");
    CHECK(data.code == 0);
    const auto json = nlohmann::json::parse(data.out);
    CHECK(json["wards"][0]["code"] == "E05000002");
    CHECK(json["categories"][0]["wards"][0]["figure"]["state"] == "withheld");
    CHECK(json["categories"][0]["wards"][0]["figure"]["high"] == 4);
    CHECK_FALSE(json["categories"][0]["wards"][0]["figure"].contains("value"));
}

TEST_CASE("Site writes a PDF of two pages, and the same bytes twice", "[site][program]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("red.geojson", red_line());
    const auto words = std::string("site project.toml --site red.geojson --name '24/1' --out ");
    const auto done = run(folder.path(), words + "a.pdf");
    CHECK(done.code == 0);
    CHECK(done.out == "a.pdf\n");
    CHECK(run(folder.path(), words + "b.pdf", "TZ=Asia/Tokyo LC_ALL=C").code == 0);
    const auto pdf = read_file(folder.path() / "a.pdf");
    CHECK(pdf.starts_with("%PDF-"));
    CHECK(pdf == read_file(folder.path() / "b.pdf"));
    const auto text = run(folder.path(), "site project.toml --site red.geojson --name '24/1'");
    CHECK(says(text.out, "Site profile: 24/1 (red.geojson)\nThe site is in the wards North (50% "
                         "of its area) and North Downs (50% of its area), Testshire."));
}

TEST_CASE("A place outside, and one that cannot be read, are errors with help", "[site][program]") {
    const TempFolder folder;
    write_four_wards(folder);
    const auto sea = run(folder.path(), "site project.toml --at 'TR 400 400' --out a.pdf");
    CHECK(sea.code == 1);
    CHECK(says(sea.err, "error: TR 400 400: the site is outside the boundaries of this project"));
    CHECK(says(sea.err, "the nearest ward is Park Wood"));
    CHECK_FALSE(fs::exists(folder.path() / "a.pdf"));
    const auto postcode = run(folder.path(), "site project.toml --at 'ME14 1XX'");
    CHECK(postcode.code == 1);
    CHECK(says(postcode.err, "help: --at \"TQ 760 556\""));
    CHECK(run(folder.path(), "site project.toml --site nosuch.geojson").code == 1);
    const auto unwritable =
        run(folder.path(), "site project.toml --at 'TQ 765 555' --out wards.geojson/a.pdf");
    CHECK(unwritable.code == 1);
}

TEST_CASE("Site refuses options that conflict", "[site][program]") {
    const TempFolder folder;
    write_four_wards(folder);
    CHECK(run(folder.path(), "site project.toml").code == 2);
    CHECK(run(folder.path(), "site project.toml --at 'TQ 765 555' --site x").code == 2);
    CHECK(run(folder.path(), "site project.toml --at 'TQ 765 555' --out folder").code == 2);
    CHECK(run(folder.path(), "site project.toml --sites x.csv --out a.pdf").code == 2);
    CHECK(run(folder.path(), "site project.toml --sites x.csv --name n").code == 2);
    CHECK(run(folder.path(), "site project.toml --at 'TQ 765 555' --within -1").code == 2);
    const auto help = run(folder.path(), "site --help");
    CHECK(help.code == 0);
    CHECK(says(help.out, "wardmap site maidstone.toml --at \"TQ 760 556\""));
}

TEST_CASE("Several sites make a folder with an index of every row", "[site][program]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("red/line.geojson", red_line());
    folder.write("sites.csv", "name,at,easting,northing,file\n"
                              "Land at North,TQ 765 555,,,\n"
                              "\n"
                              "=1+1,,577500,155500,\n"
                              "The sea,\"51.0,1.9\",,,\n"
                              "Red,,,,red/line.geojson\n"
                              "On a border,\"577000,155500\",,,\n");
    const auto done = run(folder.path(), "site project.toml --sites sites.csv --out profiles");
    CHECK(done.code == 0);
    CHECK(done.out == "4 of 5 sites in profiles; 1 outside the boundaries (see index.csv)\n");
    CHECK(says(done.err, "warning: sites.csv:5: The sea: the site is outside the boundaries"));
    const auto out = folder.path() / "profiles";
    CHECK(files_in(out) ==
          std::vector<std::string>{"01-land-at-north.json", "01-land-at-north.pdf", "02-1-1.json",
                                   "02-1-1.pdf", "04-red.json", "04-red.pdf", "05-on-a-border.json",
                                   "05-on-a-border.pdf", "index.csv", "manifest.json"});
    const auto index = read_file(out / "index.csv");
    CHECK(std::count(index.begin(), index.end(), '\n') == 6);
    CHECK(says(index, "2,Land at North,TQ 765 555,profiled,North,E05000001,1,"));
    CHECK(says(index, "4,'=1+1,\"577500,155500\",profiled,North Downs,"));
    CHECK(says(index, "5,The sea,\"51.0,1.9\",outside,,,,,,,,\"the site is outside"));
    CHECK(says(index, "North; North Downs,E05000001; E05000002,0.5; 0.5,"));
    CHECK(says(index, "7,On a border,"));
    CHECK(says(index, "it may also be in North"));
    const auto json = nlohmann::json::parse(read_file(out / "02-1-1.json"));
    CHECK(json["site"] == "=1+1 (577500,155500)");
    CHECK(run(folder.path(), "site project.toml --sites sites.csv --out p2 --strict").code == 1);
    CHECK_FALSE(fs::exists(folder.path() / "p2"));
}

TEST_CASE("Profiles do not depend on threads; a shorter list removes old profiles",
          "[site][program]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("sites.csv", "name,at\nA,TQ 765 555\nB,TQ 775 555\nC,TQ 785 555\n");
    const auto words = std::string("site project.toml --sites sites.csv --out ");
    CHECK(run(folder.path(), words + "one --threads 1").code == 0);
    CHECK(run(folder.path(), words + "four --threads 4").code == 0);
    const auto names = files_in(folder.path() / "one");
    CHECK(names == files_in(folder.path() / "four"));
    for (const auto& name : names) {
        INFO(name);
        CHECK(read_file(folder.path() / "one" / name) == read_file(folder.path() / "four" / name));
    }
    folder.write("one/mine.txt", "mine");
    folder.write("sites.csv", "name,at\nA,TQ 765 555\n");
    CHECK(run(folder.path(), words + "one").code == 0);
    CHECK(files_in(folder.path() / "one") == std::vector<std::string>{"01-a.json", "01-a.pdf",
                                                                      "index.csv", "manifest.json",
                                                                      "mine.txt"});
}

TEST_CASE("A list with rows that cannot be read is refused with all of them", "[site][program]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("sites.csv", "name,at,lat,lon\n"
                              "Good,TQ 765 555,,\n"
                              "Nowhere,,,\n"
                              "Twice,TQ 765 555,51.2,0.5\n"
                              "Half,,51.2,\n"
                              "Bad,TQ 76 5,,\n");
    const auto done = run(folder.path(), "site project.toml --sites sites.csv --out profiles");
    CHECK(done.code == 1);
    CHECK(says(done.err, "error: sites.csv:3: the row has no position"));
    CHECK(says(done.err, "error: sites.csv:4: the row has positions in several columns"));
    CHECK(says(done.err, "error: sites.csv:5: "));
    CHECK(says(done.err, "error: sites.csv:6: a grid reference has as many figures"));
    CHECK_FALSE(fs::exists(folder.path() / "profiles"));
    folder.write("sites.csv", "name,where\nGood,TQ 765 555\n");
    const auto column = run(folder.path(), "site project.toml --sites sites.csv");
    CHECK(column.code == 1);
    CHECK(says(column.err, "no column has the positions of the sites; there are: name and where"));
}

TEST_CASE("Profiles never replace a project's own products", "[site][program]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("sites.csv", "at\nTQ 765 555\n");
    CHECK(run(folder.path(), "draw project.toml --only data --out out").code == 0);
    const auto before = files_in(folder.path() / "out");
    const auto done = run(folder.path(), "site project.toml --sites sites.csv --out out");
    CHECK(done.code == 1);
    CHECK(says(done.err, "help: --out out/sites"));
    CHECK(files_in(folder.path() / "out") == before);
}

TEST_CASE("Change between two periods is reported with the study's own test", "[site][program]") {
    const TempFolder folder;
    const std::string project = std::string(four_wards_project) +
                                "\n[[category]]\nid = \"asb-2013\"\ntitle = \"ASB 2013\"\n"
                                "unit = \"incidents\"\nperiod = \"2013\"\ntable = \"asb13.csv\"\n"
                                "value = \"incidents\"\nmeasure = \"rate\"\n"
                                "denominator = \"residents\"\n"
                                "\n[[category]]\nid = \"asb-change\"\ntitle = \"Change in ASB\"\n"
                                "measure = \"change\"\nfrom = \"asb-2013\"\nto = \"asb\"\n";
    write_four_wards(folder, project);
    folder.write("asb13.csv", "code,incidents\nE05000001,12\nE05000002,3\nE05000003,50\n"
                              "E05000004,900\n");
    const auto done = run(folder.path(), "site project.toml --at 'TQ 785 555'");
    CHECK(done.err.empty());
    REQUIRE(done.code == 0);
    // 100 against 50: twice as many.
    CHECK(says(done.out,
               "Change over time\n  Change in ASB: Park Wood: +100% (95% confidence limits +"));
}
