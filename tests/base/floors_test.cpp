// SPDX-License-Identifier: MIT
// The house rules that a compiler does not check: who may include whom, and who may touch files.
#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "support/catch.h"
#include "support/files.h"

namespace {

// As the design has them, but paint above geo (a scene is made of geo's points and rings) wards
// above project (which wards are neighbours is the project file's to say), bands
// and hotspots above measures (limits and smoothed rates are theirs).
const std::map<std::string, int> floors = {
    {"base", 0},       {"geo", 1},      {"paint", 2},     {"spreadsheet", 2}, {"workbook", 2},
    {"project", 3},    {"wards", 4},    {"tables", 4},    {"join", 5},        {"measures", 6},
    {"disclosure", 7}, {"bands", 7},    {"hotspots", 7},  {"draft", 7},       {"study", 8},
    {"maps", 9},       {"pages", 10},   {"briefing", 11}, {"explorer", 11},   {"book", 11},
    {"site", 11},      {"publish", 12}, {"cli", 13}};

struct Include {
    std::string file; // relative to src/
    std::string folder;
    std::string target; // what stands between the signs
};

std::vector<Include> includes() {
    namespace fs = std::filesystem;
    std::vector<Include> found;
    const fs::path src = wardmap::testing::source_file("src");
    static const std::regex line(R"(^\s*#include\s+["<]([^">]+)[">])");
    for (const auto& entry : fs::recursive_directory_iterator(src)) {
        const auto ending = entry.path().extension();
        if (ending != ".h" && ending != ".cpp") continue;
        const auto file = fs::relative(entry.path(), src).generic_string();
        std::istringstream in(wardmap::testing::read_file(entry.path()));
        std::string text;
        std::smatch match;
        while (std::getline(in, text)) {
            if (std::regex_search(text, match, line)) {
                found.push_back({file, file.substr(0, file.find('/')), match[1]});
            }
        }
    }
    return found;
}

} // namespace

TEST_CASE("A folder includes only from lower floors", "[base]") {
    const auto all = includes();
    REQUIRE(all.size() > 200);
    for (const auto& include : all) {
        const auto folder = include.target.substr(0, include.target.find('/'));
        if (include.folder == "main.cpp" || folder == include.folder || !floors.contains(folder))
            continue;
        INFO(include.file << " includes " << include.target);
        CHECK(floors.at(folder) < floors.at(include.folder));
    }
}

TEST_CASE("Every folder of src has a floor", "[base]") {
    for (const auto& entry :
         std::filesystem::directory_iterator(wardmap::testing::source_file("src"))) {
        if (entry.is_directory()) CHECK(floors.contains(entry.path().filename().string()));
    }
}

TEST_CASE("Only geo knows GDAL, GEOS and PROJ, only paint Cairo and Pango, only workbook "
          "xlsxwriter, only "
          "spreadsheet Expat and libzip",
          "[base]") {
    static const std::regex spatial(R"((gdal|ogr_|cpl_|geos_c|proj).*\.h)");
    static const std::regex drawing(R"((cairo|pango/|fontconfig/).*\.h)");
    for (const auto& include : includes()) {
        INFO(include.file << " includes " << include.target);
        const bool own = include.target.find('/') != std::string::npos &&
                         floors.contains(include.target.substr(0, include.target.find('/')));
        if (own) continue;
        if (include.folder != "geo") CHECK_FALSE(std::regex_match(include.target, spatial));
        if (include.folder != "workbook") CHECK_FALSE(include.target == "xlsxwriter.h");
        if (include.folder != "spreadsheet") {
            CHECK_FALSE(include.target == "expat.h");
            CHECK_FALSE(include.target == "zip.h");
        }
        if (include.folder != "paint") CHECK_FALSE(std::regex_match(include.target, drawing));
    }
}

TEST_CASE("Joins, measures, bands and maps take values and touch no file", "[base]") {
    const std::set<std::string> pure = {"join",  "disclosure", "measures",
                                        "bands", "hotspots",   "maps"};
    const std::set<std::string> forbidden = {"fstream", "filesystem", "cstdio", "unistd.h",
                                             "iostream"};
    for (const auto& include : includes()) {
        INFO(include.file << " includes " << include.target);
        if (pure.contains(include.folder)) CHECK_FALSE(forbidden.contains(include.target));
    }
}

TEST_CASE("Files stay short", "[base]") {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(wardmap::testing::source_file("src"))) {
        if (!entry.is_regular_file()) continue;
        const auto text = wardmap::testing::read_file(entry.path());
        INFO(entry.path().filename());
        CHECK(std::count(text.begin(), text.end(), '\n') <= 400);
    }
}
