// SPDX-License-Identifier: MIT
// Ctrl-C at any moment: the run ends soon, with exit code 130, and nothing is changed. If
// WARDMAP_TEST_FIGURES is set, soon is half a second of work, else a limit that even a slow machine
// keeps; a stage that ignores signals takes longer.
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/catch.h"
#include "support/limited_program.h"
#include "support/project_files.h"
#include "support/rates_project.h"
#include "support/skips.h"

using namespace wardmap::testing;

namespace {

/// Squares in a grid of `side` by `side`, with so many points per side that reading takes a while.
std::string grid_geojson(int side) {
    std::string features;
    for (int i = 0; i < side * side; ++i) {
        const int x = 400000 + 1000 * (i % side);
        const int y = 200000 + 1000 * (i / side);
        std::string ring;
        for (int k = 0; k <= 40; ++k) {
            const int along = k % 10 * 100;
            const int edge = k / 10 % 4;
            const int px = edge == 0 ? along : edge == 1 ? 1000 : edge == 2 ? 1000 - along : 0;
            const int py = edge == 0 ? 0 : edge == 1 ? along : edge == 2 ? 1000 : 1000 - along;
            ring += fmt::format("{}[{},{}]", k == 0 ? "" : ",", x + px, y + py);
        }
        features += fmt::format(R"({}{{"type":"Feature","properties":{{"WD13CD":"E05{:06}",)"
                                R"("WD13NM":"Ward {}"}},"geometry":{{"type":"Polygon",)"
                                R"("coordinates":[[{}]]}}}})",
                                i == 0 ? "" : ",", i, i, ring);
    }
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":)"
           R"("urn:ogc:def:crs:EPSG::27700"}},"features":[)" +
           features + "]}";
}

/// A project of side x side wards with this many rates.
void write_large(const TempFolder& folder, int side, std::size_t rates) {
    write_rates_project(folder, grid_geojson(side), static_cast<std::size_t>(side * side), rates);
}

struct Stage {
    std::string what;
    std::vector<std::string> words;
    double seconds; // during which it is interrupted
};

} // namespace

TEST_CASE("a signal at any moment ends any command soon", "[cli][interrupt]") {
    if (has_sanitizers) WARDMAP_SKIP("sanitizers, which take time that it measures");
    const TempFolder folder;
    write_large(folder, 60, 3);
    const bool reports_figures = std::getenv("WARDMAP_TEST_FIGURES") != nullptr;
    const double most = reports_figures ? 0.5 : 3;
    const std::vector<Stage> stages = {
        {"check", {"check", "project.toml"}, 4},
        {"maps", {"draw", "project.toml", "--only", "maps", "-o", "out"}, 12},
        {"data", {"draw", "project.toml", "--only", "data", "-o", "out"}, 6},
        {"book", {"draw", "project.toml", "--only", "book", "-o", "out"}, 12},
        {"explorer", {"draw", "project.toml", "--only", "explorer", "-o", "out"}, 6},
        {"readings", {"draw", "project.toml", "--only", "readings", "-o", "out"}, 10},
        {"explain", {"explain", "project.toml", "E05000007"}, 4},
        {"bands", {"bands", "project.toml", "--category", "c0"}, 4},
        {"site", {"site", "project.toml", "--at", "SP 20500 20500"}, 4},
        {"new", {"new", "wards.geojson", "t.csv", "-o", "new.toml"}, 4},
    };
    constexpr int tries = 5;
    for (const auto& stage : stages) {
        std::filesystem::remove_all(folder.path() / "out");
        std::filesystem::remove(folder.path() / "new.toml");
        double longest = 0;
        double longest_at = 0;
        for (int i = 1; i <= tries; ++i) {
            const double after = stage.seconds * (i - 0.37) / tries;
            Child child(folder.path(), stage.words);
            const bool listened = child.listens();
            REQUIRE((listened || child.has_ended()));
            if (!listened || child.ends_within(after)) break; // it was faster
            child.send(i % 2 == 0 ? SIGTERM : SIGINT);
            REQUIRE(child.ends_within(longest_wait));
            const auto run = child.run();
            if (run.code == 0) break; // it had just ended
            INFO(stage.what << " after " << after << " s: " << run.seconds_to_stop << " s\n"
                            << run.err);
            CHECK(run.code == 130);
            CHECK(run.err.find("interrupted: nothing was changed") != std::string::npos);
            CHECK(run.seconds_to_stop < most);
            CHECK_FALSE(std::filesystem::exists(folder.path() / "out"));
            CHECK_FALSE(std::filesystem::exists(folder.path() / "new.toml"));
            if (run.seconds_to_stop > longest) longest_at = after;
            longest = std::max(longest, run.seconds_to_stop);
        }
        if (reports_figures) {
            fmt::print("{}: at most {:.2f} s, {:.1f} s after the start\n", stage.what, longest,
                       longest_at);
        }
    }
}

TEST_CASE("a second signal ends a run at once", "[cli][interrupt]") {
    const TempFolder folder;
    write_large(folder, 60, 1);
    Child child(folder.path(), {"draw", "project.toml", "-o", "out"});
    REQUIRE(child.listens());
    child.send(SIGINT);
    child.send(SIGTERM);
    REQUIRE(child.ends_within(longest_wait));
    const auto code = child.run().code;
    CHECK((code == 130 || code == 128 + SIGTERM));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "out"));
}

TEST_CASE("An interrupted run ends with 130 and leaves nothing behind", "[cli][interrupt]") {
    const TempFolder folder;
    write_large(folder, 60, 3); // seconds of work; the signal comes at the start
    Child child(folder.path(), {"draw", "project.toml", "-o", "out"});
    REQUIRE(child.listens());
    child.send(SIGINT);
    REQUIRE(child.ends_within(longest_wait));
    CHECK(child.run().code == 130);
    CHECK(child.run().err == "interrupted: nothing was changed\n");
    std::set<std::string> left;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        left.insert(entry.path().filename().string());
    }
    CHECK(left == std::set<std::string>{"project.toml", "t.csv", "wards.geojson"});
}
