// SPDX-License-Identifier: MIT
#include "study/surroundings/fringe.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "project/read_project.h"
#include "study/run_study.h"
#include "support/catch.h"
#include "support/files.h"

using namespace wardmap;
using testing::TempFolder;

namespace {

/// The distance in steps of a square of the 7 by 7 from the middle one.
int steps_out(int row, int column) {
    return std::max(std::abs(row - 3), std::abs(column - 3));
}

std::string code_of(int row, int column) {
    return fmt::format("E050000{}{}", row, column);
}

/// 49 squares of a kilometre with their distance from the middle, and a table of them all.
void write_squares(const TempFolder& folder) {
    std::string features;
    std::string rows = "code,n,people\n";
    for (int row = 0; row < 7; ++row) {
        for (int column = 0; column < 7; ++column) {
            const int x = 500000 + 1000 * column;
            const int y = 150000 + 1000 * row;
            const auto code = code_of(row, column);
            features += fmt::format(
                R"({}{{"type":"Feature","properties":{{"code":"{}","name":"Ward {}{}","out":{}}},)"
                R"("geometry":{{"type":"Polygon","coordinates":[[[{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
                features.empty() ? "" : ",", code, row, column, steps_out(row, column), x, y,
                x + 1000, y, x + 1000, y + 1000, x, y + 1000, x, y);
            rows += fmt::format("{},{},{}\n", code, 5 + (row * 31 + column * 17) % 23 + 9 * column,
                                900 + 40 * row);
        }
    }
    folder.write("squares.geojson",
                 R"({"type":"FeatureCollection","crs":{"type":"name","properties":)"
                 R"({"name":"urn:ogc:def:crs:EPSG::27700"}},"features":[)" +
                     features + "]}");
    folder.write("all.csv", rows);
}

/// The squares up to `out` steps from the middle, and the rows of those up to `rows` steps.
Study study_of(const TempFolder& folder, int out, const std::string& ring,
               const std::string& extra = {}) {
    const auto table = fmt::format("\ntable = \"all.csv\"\nkey = \"code\"\n{}", extra);
    const auto path = folder.write(
        "p.toml",
        fmt::format("[project]\narea = \"Squareshire\"\n[boundaries]\nsource = "
                    "\"squares.geojson\"\ncode = \"code\"\nname = \"name\"\nwhere = \"out "
                    "<= {}\"\n{}\n[denominator.people]{}value = \"people\"\n"
                    "[[category]]\nid = \"n\"{}value = \"n\"\nmeasure = \"rate\"\n"
                    "denominator = \"people\"\n",
                    out, ring, table, table));
    return run_study(project::read_project(path), {});
}

const hotspots::WardHotspot& ward(const Study& study, const std::string& code) {
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        if (study.wards.wards[i].code == code) return study.categories[0].hotspots->wards[i];
    }
    throw std::runtime_error("no ward " + code);
}

} // namespace

TEST_CASE("Wards of the ring are neighbours, and are not tested themselves", "[study]") {
    const TempFolder folder;
    write_squares(folder);
    // Rows of squares beyond the ring are other areas of the same kind.
    CHECK_NOTHROW(study_of(folder, 1, "[ring]"));
    folder.write("all.csv", [&] {
        std::string rows = "code,n,people\n";
        for (int row = 1; row < 6; ++row) {
            for (int column = 1; column < 6; ++column) {
                rows += fmt::format("{},{},{}\n", code_of(row, column),
                                    5 + (row * 31 + column * 17) % 23 + 9 * column, 900 + 40 * row);
            }
        }
        return rows;
    }());

    const auto area = study_of(folder, 1, "[ring]");
    REQUIRE(area.fringe);
    CHECK(area.fringe->wards.wards.size() == 16);
    CHECK(area.wards.wards.size() == 9);
    const auto& category = area.categories[0];
    CHECK(category.figures.size() == 9);
    CHECK(category.hotspots->wards.size() == 9);
    CHECK(category.hotspots->around_tests == 9);
    CHECK(category.hotspots->own_tests == 9);
    CHECK(category.hotspots->around == 16);
    CHECK(std::count_if(
              category.accounts.front().rows.begin(), category.accounts.front().rows.end(),
              [](const auto& row) { return row.kind == join::RowFate::Kind::around; }) == 16);

    // With all 25 as the area, every neighbourhood is the same.
    const auto all = study_of(folder, 2, "");
    for (int row = 2; row < 5; ++row) {
        for (int column = 2; column < 5; ++column) {
            const auto code = code_of(row, column);
            INFO(code);
            CHECK(ward(area, code).surroundings->z ==
                  Approx(ward(all, code).surroundings->z).epsilon(1e-12));
            CHECK(ward(area, code).moran->i == Approx(ward(all, code).moran->i).epsilon(1e-12));
            CHECK(ward(area, code).around_q.low >=
                  ward(area, code).surroundings->p().low * (1 - 1e-12));
        }
    }
}

TEST_CASE("A ring of the same wards, or of none, is refused", "[study]") {
    const TempFolder folder;
    write_squares(folder);
    const auto message_of = [&](const std::string& ring, int out) {
        try {
            (void)study_of(folder, out, ring);
            return std::string("nothing");
        } catch (const InputError& error) {
            return std::string(error.what());
        }
    };
    CHECK(message_of("[ring]\nwhere = \"out > 5\"", 1).find("no feature") != std::string::npos);
    CHECK(message_of("[ring]\nwhere = \"out = 3\"", 1).find("neighbour of the area") !=
          std::string::npos);
    CHECK(message_of("[ring]\nsurce = \"x\"", 1).find("did you mean \"source\"?") !=
          std::string::npos);
}
