// SPDX-License-Identifier: MIT
// One category through time, through the program, on files.
#include <filesystem>

#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/crime_project.h"
#include "support/program.h"

using namespace wardmap::testing;

namespace {

bool holds(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

const std::string years = R"([[category]]
id = "y13"
title = "Theft, 2013"
table = "theft.csv"
key = "code"
value = "count"
where = { month = "2014-10" }
period = "2013"
bands = { count = 2 }
[[category]]
id = "y14"
title = "Theft, 2014"
table = "theft.csv"
key = "code"
value = "count"
where = { month = "2014-11" }
period = "2014"
bands = { same_as = "y13" }
)";

std::string orchard_project(const TempFolder& folder, const std::string& categories) {
    return write_orchard(folder,
                         {{"2014-10", all_but("40", {{0, "200"}})},
                          {"2014-11", all_but("40", {{1, "200"}, {5, "90"}})}},
                         "", categories);
}

} // namespace

TEST_CASE("A series is drawn through time, in every format and in the manifest",
          "[program][periods]") {
    const TempFolder folder;
    orchard_project(folder, thefts);
    const auto done = run(folder.path(), "draw project.toml --out out --only maps --lint");
    INFO(done.err);
    REQUIRE(done.code == 0);
    const auto manifest = nlohmann::json::parse(read_file(folder.path() / "out/manifest.json"));
    for (const char* const ending : {"png", "svg", "pdf", "txt"}) {
        const auto path = std::string("maps/theft.periods.") + ending;
        CHECK(std::filesystem::exists(folder.path() / "out" / path));
        const auto& outputs = manifest.at("outputs");
        CHECK(std::any_of(outputs.begin(), outputs.end(),
                          [&](const auto& output) { return output.at("path") == path; }));
    }
    const auto words = read_file(folder.path() / "out/maps/theft.periods.txt");
    CHECK(words.starts_with("2 small maps of Theft: offences per 1,000 residents, Orchard, "
                            "October to November 2014; one set of bands.\n\n"));
    CHECK(holds(words, "In the top band (30.0–40.0): Alder on 1 of 2 maps and Birch on 1."));
    CHECK(holds(words, "In a higher band in November 2014 than in October 2014: Birch. "));
    CHECK(holds(words, "In a lower band: Alder."));
    const auto svg = read_file(folder.path() / "out/maps/theft.periods.svg");
    CHECK(holds(svg, "October 2014"));
    CHECK(holds(svg, "over all periods together"));
    const auto again = run(folder.path(), "verify out --project project.toml --threads 2");
    INFO(again.out);
    CHECK(again.code == 0);
}

TEST_CASE("Categories with the same bands are drawn together if there are at least two",
          "[program][periods]") {
    const TempFolder folder;
    orchard_project(folder, years);
    const auto drawn = [&](const std::string& out, const std::string& words) {
        REQUIRE(
            run(folder.path(), "draw project.toml --only maps --out " + out + " " + words).code ==
            0);
        return std::filesystem::exists(folder.path() / out / "maps/y13.periods.pdf");
    };
    CHECK(drawn("all", ""));
    const auto words = read_file(folder.path() / "all/maps/y13.periods.txt");
    CHECK(holds(words, "2 small maps of Theft: count, Orchard, 2013 to 2014; one set of bands."));
    CHECK(holds(words, "2014. Highest: Birch (200) and Fig (90)."));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "all/maps/y14.periods.pdf"));
    CHECK_FALSE(drawn("one", "--category y14"));
    CHECK(drawn("two", "--category y13 --category y14"));
}

TEST_CASE("Categories without periods have no such sheet", "[program][periods]") {
    const TempFolder folder;
    orchard_project(folder, years.substr(0, years.rfind("bands = {")));
    REQUIRE(run(folder.path(), "draw project.toml --only maps --out out").code == 0);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "out/maps")) {
        CHECK_FALSE(holds(entry.path().filename().string(), ".periods"));
    }
}

TEST_CASE("An id must not be the name of a sheet of periods", "[program][periods]") {
    const TempFolder folder;
    auto project = years;
    project.replace(project.find("\"y13\""), 5, "\"y13.periods\"");
    orchard_project(folder, project);
    const auto done = run(folder.path(), "check project.toml");
    CHECK(done.code == 1);
    CHECK(holds(done.err, "y13.periods"));
}
