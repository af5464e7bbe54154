// SPDX-License-Identifier: MIT
// Rules that a compiler does not check: which rooms may include which, and which may use files.
#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/rooms.h"
#include "support/catch.h"
#include "support/files.h"

namespace {

namespace fs = std::filesystem;
using wardmap::testing::floors;
using wardmap::testing::Room;

/// The room of a file of src: "maps/legend" is the longest listed folder that contains
/// "maps/legend/swatch.h". Empty if there is none.
std::string room_of(const std::string& file) {
    std::string longest;
    for (const auto& floor : floors) {
        for (const auto& room : floor) {
            const bool is_in = file.starts_with(room.folder + "/");
            if (is_in && room.folder.size() > longest.size()) longest = room.folder;
        }
    }
    return longest;
}

std::size_t floor_of(const std::string& room) {
    const auto holds = [&](const std::vector<Room>& floor) {
        return std::ranges::any_of(floor, [&](const Room& r) { return r.folder == room; });
    };
    return static_cast<std::size_t>(std::ranges::find_if(floors, holds) - floors.begin());
}

/// "maps" of "maps/legend".
std::string house_of(const std::string& room) {
    return room.substr(0, room.find('/'));
}

std::vector<std::string> files_of_src() {
    std::vector<std::string> files;
    const fs::path src = wardmap::testing::source_file("src");
    for (const auto& entry : fs::recursive_directory_iterator(src)) {
        const auto ending = entry.path().extension();
        if (ending != ".h" && ending != ".cpp") continue;
        files.push_back(fs::relative(entry.path(), src).generic_string());
    }
    std::ranges::sort(files);
    return files;
}

std::string text_of(const std::string& file) {
    return wardmap::testing::read_file(fs::path(wardmap::testing::source_file("src")) / file);
}

struct Include {
    std::string file;   // relative to src/
    std::string room;   // empty: above all rooms
    std::string target; // the text between the quotes or brackets
    std::string shown;  // the room of the target; empty: not a file of the project
};

std::vector<Include> includes() {
    std::vector<Include> found;
    static const std::regex line(R"(^\s*#include\s+["<]([^">]+)[">])");
    for (const auto& file : files_of_src()) {
        std::istringstream in(text_of(file));
        std::string text;
        std::smatch match;
        while (std::getline(in, text)) {
            if (!std::regex_search(text, match, line)) continue;
            found.push_back({file, room_of(file), match[1], room_of(match[1])});
        }
    }
    return found;
}

/// Units that must not include each other in a circle: the rooms within a folder, and its own
/// files, each with its header.
std::string unit_of(const std::string& file) {
    const auto room = room_of(file);
    return room.find('/') != std::string::npos ? room : file.substr(0, file.rfind('.'));
}

using Arrows = std::map<std::string, std::set<std::string>>;

/// Removes units that include nothing that remains; the rest is in circles, or above one.
Arrows circles(Arrows arrows) {
    const auto is_free = [&](const auto& unit) {
        return std::ranges::none_of(unit.second,
                                    [&](const auto& below) { return arrows.contains(below); });
    };
    for (auto it = std::ranges::find_if(arrows, is_free); it != arrows.end();
         it = std::ranges::find_if(arrows, is_free)) {
        arrows.erase(it);
    }
    return arrows;
}

} // namespace

TEST_CASE("A room includes only from lower floors", "[base]") {
    const auto all = includes();
    REQUIRE(all.size() > 200);
    for (const auto& include : all) {
        if (include.room.empty() || include.shown.empty() || include.shown == include.room)
            continue;
        INFO(include.file << " includes " << include.target);
        const auto from = floor_of(include.room);
        const auto to = floor_of(include.shown);
        const bool same_house = house_of(include.room) == house_of(include.shown);
        CHECK((to < from || (same_house && to == from)));
    }
}

TEST_CASE("Every folder of src is a room with a floor", "[base]") {
    const fs::path src = wardmap::testing::source_file("src");
    for (const auto& file : files_of_src()) {
        if (file == "main.cpp") continue;
        INFO(file);
        const auto folder = fs::path(file).parent_path().generic_string();
        CHECK(room_of(file) == folder);
    }
    for (const auto& floor : floors) {
        for (const auto& room : floor) {
            INFO(room.folder);
            CHECK(fs::is_directory(src / room.folder));
        }
    }
}

TEST_CASE("A room shows only the headers on its list, and all of them", "[base]") {
    std::map<std::string, std::set<std::string>> shown;
    for (const auto& include : includes()) {
        const bool outside = !include.shown.empty() && include.shown != include.room &&
                             !include.room.starts_with(include.shown + "/");
        if (!outside || include.room.empty()) continue;
        shown[include.shown].insert(include.target.substr(include.shown.size() + 1));
    }
    for (const auto& floor : floors) {
        for (const auto& room : floor) {
            INFO(room.folder);
            CHECK(shown[room.folder] == room.shows);
        }
    }
}

TEST_CASE("Nothing within layout, study, words, maps, audit and publish includes in a circle",
          "[base]") {
    const std::set<std::string> houses = {"layout", "study", "words", "maps", "audit", "publish"};
    Arrows arrows;
    for (const auto& include : includes()) {
        const auto house = house_of(include.room);
        if (!houses.contains(house) || house_of(include.shown) != house) continue;
        const auto from = unit_of(include.file);
        const auto to = unit_of(include.target);
        arrows[from];
        if (from != to) arrows[from].insert(to);
    }
    REQUIRE(arrows.size() > 10);
    for (const auto& [unit, below] : circles(arrows)) {
        INFO("in a circle or above one: " << unit);
        CHECK(false);
    }
}

TEST_CASE("Circles of includes are found", "[base]") {
    CHECK(circles({{"a", {"b"}}, {"b", {"c"}}, {"c", {}}}).empty());
    CHECK(circles({{"a", {"b"}}, {"b", {"c"}}, {"c", {"b"}}, {"d", {}}}).size() == 3);
}

TEST_CASE("Only gdal knows GDAL, only geo GEOS and PROJ, only paint Cairo, Pango and "
          "qpdf, only workbook xlsxwriter",
          "[base]") {
    static const std::regex data(R"((gdal|ogr_|cpl_)[a-z_]*\.h)");
    static const std::regex spatial(R"((geos_c|proj)[a-z_]*\.h)");
    static const std::regex drawing(R"((cairo|pango/|fontconfig/|qpdf/).*\.hh?)");
    for (const auto& include : includes()) {
        INFO(include.file << " includes " << include.target);
        if (!include.shown.empty()) continue;
        if (include.room != "gdal") CHECK_FALSE(std::regex_match(include.target, data));
        if (include.room != "geo") CHECK_FALSE(std::regex_match(include.target, spatial));
        if (include.room != "workbook") CHECK_FALSE(include.target == "xlsxwriter.h");
        if (include.room != "paint") CHECK_FALSE(std::regex_match(include.target, drawing));
    }
}

TEST_CASE("Joins, measures, bands, words, layout and maps take values and touch no file",
          "[base]") {
    const std::set<std::string> pure = {"join",     "disclosure", "measures", "bands",
                                        "hotspots", "layout",     "words",    "maps"};
    const std::set<std::string> forbidden = {"fstream", "filesystem", "cstdio", "unistd.h",
                                             "iostream"};
    for (const auto& include : includes()) {
        INFO(include.file << " includes " << include.target);
        if (pure.contains(house_of(include.room))) CHECK_FALSE(forbidden.contains(include.target));
    }
}

TEST_CASE("Words use no colours and no millimetres", "[base]") {
    for (const auto& include : includes()) {
        if (include.room != "words") continue;
        INFO(include.file << " includes " << include.target);
        CHECK(include.shown != "paint");
        CHECK(include.shown != "layout");
    }
}

TEST_CASE("Nothing uses std::regex, which recurses for every character", "[base]") {
    for (const auto& include : includes()) {
        INFO(include.file << " includes " << include.target);
        CHECK_FALSE(include.target == "regex");
        if (include.file != "base/pattern.cpp") CHECK_FALSE(include.target == "re2/re2.h");
    }
}

TEST_CASE("Findings are built by name, not by position", "[base]") {
    static const std::regex by_position(
        R"(Finding\s*\{\s*[^.}\s]|\{\s*(Severity::\w+|severity),\s*(?!\s|Severity))");
    CHECK(std::regex_search(std::string("Finding{ Severity::error, {}}"), by_position));
    CHECK(std::regex_search(std::string("push_back({Severity::error,\n {}"), by_position));
    CHECK_FALSE(std::regex_search(std::string("Finding{.found = x}"), by_position));
    CHECK_FALSE(std::regex_search(std::string("{Severity::error, Severity::note}"), by_position));
    for (const auto& file : files_of_src()) {
        INFO(file);
        if (file == "base/finding.h") continue; // the type itself
        CHECK_FALSE(std::regex_search(text_of(file), by_position));
    }
}
