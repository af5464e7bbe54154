// SPDX-License-Identifier: MIT
// docs/architecture.md against the tree, and the cost of changing a header.
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
using wardmap::testing::read_file;
using wardmap::testing::source_file;

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

TEST_CASE("The architecture lists every room, and nothing else", "[base]") {
    std::set<std::string> rooms;
    for (const auto& floor : floors) {
        for (const auto& room : floor) {
            rooms.insert(room.folder);
        }
    }
    std::istringstream lines(architecture());
    static const std::regex row(R"(^\| *[0-9]* *\| ((?:`[a-z/]+`(?:, )?)+) \|)");
    static const std::regex name("`([a-z/]+)`");
    std::set<std::string> listed;
    std::string line;
    std::smatch match;
    while (std::getline(lines, line)) {
        if (std::regex_search(line, match, row)) listed.merge(matches(match[1], name));
    }
    CHECK(listed == rooms);
}

TEST_CASE("The count of sources that a header reaches follows includes of includes", "[base]") {
    const auto count = rebuilds({{"a.cpp", {"b.h"}}, {"b.h", {"c.h"}}, {"d.cpp", {"c.h"}}});
    CHECK(count.at("b.h") == 1);
    CHECK(count.at("c.h") == 2);
}

TEST_CASE("No header above floor 3 rebuilds six in ten of all sources", "[base]") {
    const auto graph = include_graph();
    const auto sources = static_cast<std::size_t>(std::ranges::count_if(
        graph, [](const auto& entry) { return entry.first.ends_with(".cpp"); }));
    REQUIRE(sources > 200);
    std::vector<std::pair<std::size_t, std::string>> worst;
    for (const auto& [header, count] : rebuilds(graph)) {
        if (is_above_floor_3(header)) worst.emplace_back(count, header);
    }
    std::ranges::sort(worst, std::greater<>());
    REQUIRE(worst.size() > 5);
    std::string text = "of " + std::to_string(sources) + " sources";
    for (std::size_t i = 0; i < 5; ++i) {
        text += ", " + worst[i].second + " " + std::to_string(worst[i].first);
    }
    INFO(text);
    CHECK(10 * worst.front().first < 6 * sources);
}
