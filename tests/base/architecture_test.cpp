// SPDX-License-Identifier: MIT
// docs/architecture.md against the tree, and the cost of changing a header.
#include <cstddef>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "base/rooms.h"
#include "base/wide_headers.h"
#include "support/catch.h"
#include "support/files.h"

namespace {

namespace fs = std::filesystem;
using wardmap::testing::floors;
using wardmap::testing::read_file;
using wardmap::testing::source_file;
using wardmap::testing::wide_headers;

std::string architecture() {
    return read_file(source_file("docs/architecture.md"));
}

/// The distinct matches of a pattern's first group in a text.
std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
        found.insert((*at)[1]);
    }
    return found;
}

/// For every file of src/, by its path there: the project's files that it includes.
using Graph = std::map<std::string, std::set<std::string>>;

Graph include_graph() {
    static const std::regex include("(?:^|\n)#include \"([^\"]+)\"");
    Graph graph;
    const fs::path src = source_file("src");
    for (const auto& entry : fs::recursive_directory_iterator(src)) {
        const auto ending = entry.path().extension();
        if (ending != ".h" && ending != ".cpp") continue;
        graph[fs::relative(entry.path(), src).generic_string()] =
            matches(read_file(entry.path()), include);
    }
    return graph;
}

void reach(const Graph& graph, const std::string& file, std::set<std::string>& reached) {
    const auto at = graph.find(file);
    if (at == graph.end()) return;
    for (const auto& target : at->second) {
        if (reached.insert(target).second) reach(graph, target, reached);
    }
}

/// Number of sources recompiled when a header changes.
std::map<std::string, std::size_t> rebuilds(const Graph& graph) {
    std::map<std::string, std::size_t> count;
    for (const auto& [file, targets] : graph) {
        if (!file.ends_with(".cpp")) continue;
        std::set<std::string> reached;
        reach(graph, file, reached);
        for (const auto& header : reached) {
            ++count[header];
        }
    }
    return count;
}

bool is_above_floor_3(const std::string& header) {
    for (std::size_t floor = 0; floor < 3; ++floor) {
        for (const auto& room : floors[floor]) {
            if (header.starts_with(room.folder + "/")) return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("Every file named in the architecture exists", "[base]") {
    static const std::regex path("`([a-z_/]+/[a-z_]+\\.(?:cpp|h|json|bash|md|yml))`");
    const auto paths = matches(architecture(), path);
    REQUIRE(paths.size() > 30);
    for (const auto& file : paths) {
        INFO(file);
        CHECK((fs::exists(source_file("src/" + file)) || fs::exists(source_file(file))));
    }
}

TEST_CASE("The architecture lists every room on its floor, and nothing else", "[base]") {
    std::set<std::pair<std::string, std::size_t>> rooms;
    for (std::size_t floor = 0; floor < floors.size(); ++floor) {
        for (const auto& room : floors[floor]) {
            rooms.emplace(room.folder, floor + 1);
        }
    }
    std::istringstream lines(architecture());
    static const std::regex row(R"(^\| *([0-9]*) *\| ((?:`[a-z/]+`(?:, )?)+) \|)");
    static const std::regex name("`([a-z/]+)`");
    std::set<std::pair<std::string, std::size_t>> listed;
    std::size_t floor = 0;
    std::string line;
    std::smatch match;
    while (std::getline(lines, line)) {
        if (!std::regex_search(line, match, row)) continue;
        if (match[1].length() > 0) floor = std::stoul(match[1]);
        for (const auto& room : matches(match[2], name)) {
            listed.emplace(room, floor);
        }
    }
    CHECK(listed == rooms);
}

TEST_CASE("The count of sources that a header reaches follows includes of includes", "[base]") {
    const auto count = rebuilds({{"a.cpp", {"b.h"}}, {"b.h", {"c.h"}}, {"d.cpp", {"c.h"}}});
    CHECK(count.at("b.h") == 1);
    CHECK(count.at("c.h") == 2);
}

TEST_CASE("A header above floor 3 rebuilds fewer than 60 sources, or is among the few named",
          "[base]") {
    const auto graph = include_graph();
    REQUIRE(graph.size() > 400);
    for (const auto& [header, count] : rebuilds(graph)) {
        if (!is_above_floor_3(header)) continue;
        const auto named = wide_headers.find(header);
        INFO(header << " is behind " << count << " sources");
        if (named == wide_headers.end()) {
            CHECK(count < 60);
        } else {
            CHECK(count >= 60); // else it need not be named
            CHECK(count <= named->second);
        }
    }
    for (const auto& [header, bound] : wide_headers) {
        INFO(header);
        CHECK(graph.contains(header));
    }
}
