// SPDX-License-Identifier: MIT
// Agreement with spdep (R) on a grid, and on the official wards of Kent if available.
#include "statistics/local_g.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "statistics/permutation.h"
#include "support/catch.h"
#include "support/csv.h"

using namespace wardmap;
using statistics::Neighbours;

namespace {

/// Five rows of five wards, neighbours by side and corner.
Neighbours grid() {
    Neighbours links(25);
    for (int i = 0; i < 25; ++i) {
        for (int j = 0; j < 25; ++j) {
            const bool near = std::abs(i / 5 - j / 5) <= 1 && std::abs(i % 5 - j % 5) <= 1;
            if (i != j && near) links[static_cast<std::size_t>(i)].push_back(std::size_t(j));
        }
    }
    return links;
}

const std::vector<double> grid_values = {3.1,  5.02, 4.4,  2.03, 6.7,  8.9,  7.6,  5.3,  3.8,
                                         4.05, 9.2,  30.6, 8.01, 4.9,  2.55, 7.33, 9.71, 6.12,
                                         3.47, 1.29, 4.81, 5.93, 3.66, 2.17, 2.74};

Neighbours kent_links(const std::string& file, const std::map<std::string, std::size_t>& index) {
    Neighbours links(index.size());
    for (const auto& row : testing::csv_rows(file)) {
        links[index.at(row.at("ward"))].push_back(index.at(row.at("neighbour")));
    }
    return links;
}

} // namespace

TEST_CASE("Local G without the ward is spdep's on a grid", "[statistics]") {
    // R: localG(x, nb2listw(cell2nb(5, 5, type = "queen"), style = "B")), spdep 1.2-7
    const auto g = statistics::local_g(grid_values, grid());
    const std::map<std::size_t, double> expected = {
        {0, 0.296051799336},  {5, 2.239141918523},   {10, 3.007670543612}, {11, 3.820965654176},
        {12, 1.743561615536}, {19, -1.412584805950}, {24, -1.290932655296}};
    for (const auto& [ward, z] : expected) {
        REQUIRE(g[ward]);
        CHECK(*g[ward] == Approx(z));
    }
}

TEST_CASE("Its p by conditional permutation is that of all possible neighbours", "[statistics]") {
    // Python: twice the smaller share of itertools.combinations(others, c) with a sum at least, at
    // most as great (42,504 of five, 735,471 of eight). spdep's localG_perm draws with replacement
    // and does not give these.
    const std::map<std::size_t, double> expected = {{0, 0.3794466403},  {10, 0.0001411632},
                                                    {11, 0.0000244741}, {12, 0.0886805870},
                                                    {19, 0.0079992471}, {24, 0.0079051383}};
    const auto p = statistics::permutation_p(grid_values, grid(), {9999, 1, 1});
    for (const auto& [ward, exact] : expected) {
        CAPTURE(ward);
        const double error = std::sqrt(2 * exact / 9999);
        CHECK(std::abs(p[ward] - exact) < 4 * error + 0.0003); // never less than 2 / 10000
    }
    CHECK(p == statistics::permutation_p(grid_values, grid(), {9999, 1, 2}));
}

TEST_CASE("A spike does not make a cluster of its quiet neighbours", "[statistics]") {
    auto values = grid_values;
    for (const auto i : {6U, 7U, 8U, 11U, 13U, 16U, 17U, 18U}) {
        values[i] = 2.5;
    }
    values[12] = 190;
    const auto g = statistics::local_g(values, grid());
    REQUIRE(g[12]);
    CHECK(*g[12] < 0);
}

TEST_CASE("Local G has no value for islands, with all neighbours, and for equal others",
          "[statistics]") {
    const std::vector<double> values = {1, 2, 3, 4};
    const Neighbours links = {{}, {0, 2, 3}, {3}, {2}};
    const auto g = statistics::local_g(values, links);
    CHECK_FALSE(g[0]);
    CHECK_FALSE(g[1]);
    CHECK(g[2]);
    // The others of the last are equal, those of the others are not.
    const auto equal = statistics::local_g(std::vector<double>{0.1, 0.1, 0.1, 7}, links);
    CHECK_FALSE(equal[3]);
    CHECK(equal[2]);
    CHECK_FALSE(statistics::local_g(std::vector<double>{1, 2}, Neighbours{{1}, {0}})[0]);
}

TEST_CASE("Local G without the ward is spdep's for all of Kent", "[statistics]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(links_file, "reference/kent_neighbours_queen.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(reference, "reference/kent_local_statistics.csv");
    std::map<std::string, std::size_t> index;
    std::map<std::string, std::vector<double>> values;
    std::map<std::string, std::vector<double>> expected;
    for (const auto& row : testing::csv_rows(reference)) {
        index.emplace(row.at("ward"), index.size());
        const auto series = row.at("category") + row.at("value");
        values[series].push_back(std::stod(row.at("y")));
        expected[series].push_back(std::stod(row.at("gi")));
    }
    const auto links = kent_links(links_file, index);
    REQUIRE(values.size() == 8);
    double apart = 0;
    for (const auto& [series, y] : values) {
        REQUIRE(y.size() == 305);
        const auto g = statistics::local_g(y, links);
        for (std::size_t i = 0; i < y.size(); ++i) {
            REQUIRE(g[i]);
            apart = std::max(apart, std::abs(*g[i] - expected[series][i]));
        }
    }
    CHECK(apart < 1e-8);
}

TEST_CASE("Its p by conditional permutation agrees with sampling in R, for Kent", "[statistics]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(links_file, "reference/kent_neighbours_queen.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(reference, "reference/kent_local_statistics.csv");
    std::map<std::string, std::size_t> index;
    std::vector<double> rates;
    for (const auto& row : testing::csv_rows(reference)) {
        if (row.at("category") != "Shoplifting" || row.at("value") != "rate") continue;
        index.emplace(row.at("ward"), index.size());
        rates.push_back(std::stod(row.at("y")));
    }
    const auto p = statistics::permutation_p(rates, kent_links(links_file, index), {9999, 1, 1});
    // R: x <- y[-i]; r <- replicate(99999, sum(x[sample.int(304, c)])) of ward i with c neighbours
    // whose sum is s; 2 * (min(sum(r >= s), sum(r <= s)) + 1) / 1e5. By the normal curve the first
    // four would be below 0.0000003.
    const std::map<std::string, double> expected = {{"E05004933", 0.00286}, {"E05004928", 0.00536},
                                                    {"E05004935", 0.00170}, {"E05004927", 0.00148},
                                                    {"E05004929", 0.02926}, {"E05004868", 0.03906},
                                                    {"E05005102", 0.28542}, {"E05005105", 0.97266},
                                                    {"E05005034", 0.15214}, {"E05004999", 0.05442}};
    for (const auto& [code, theirs] : expected) {
        CAPTURE(code);
        const double error = std::sqrt(2 * theirs * (1 / 9999.0 + 1 / 99999.0));
        CHECK(std::abs(p[index.at(code)] - theirs) < 4 * error + 0.0002);
    }
}
