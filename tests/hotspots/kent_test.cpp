// SPDX-License-Identifier: MIT
// Agreement with spdep (R) on the official wards of Kent: 305 wards, four types of crime, counts
// and rates.
#include <algorithm>
#include <cmath>
#include <map>

#include "hotspots/local_moran.h"
#include "measures/smoothing.h"
#include "statistics/neighbours.h"
#include "support/catch.h"
#include "support/csv.h"
#include "wards/neighbours.h"
#include "wards/read_wards.h"

using namespace wardmap;

namespace {

struct Series {
    std::vector<double> y;
    std::vector<const testing::CsvRow*> rows;
};

statistics::Neighbours kent_neighbours(const std::string& file,
                                       const std::map<std::string, std::size_t>& index) {
    statistics::Neighbours links(index.size());
    for (const auto& row : testing::csv_rows(file)) {
        links[index.at(row.at("ward"))].push_back(index.at(row.at("neighbour")));
    }
    return links;
}

double number(const testing::CsvRow& row, const std::string& column) {
    return std::stod(row.at(column));
}

} // namespace

TEST_CASE("Local and global Moran are spdep's for all of Kent", "[hotspots]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(links_file, "reference/kent_neighbours_queen.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(people, "reference/kent_ward_population_2011.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(reference, "reference/kent_local_statistics.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(global_file, "reference/kent_global_moran.csv");
    std::map<std::string, std::size_t> index;
    for (const auto& row : testing::csv_rows(people)) {
        index.emplace(row.at("code"), index.size());
    }
    REQUIRE(index.size() == 305);
    const auto links = kent_neighbours(links_file, index);
    const auto rows = testing::csv_rows(reference);
    std::map<std::string, Series> all;
    for (const auto& row : rows) {
        auto& series = all[row.at("category") + ", " + row.at("value")];
        series.y.resize(305);
        series.rows.resize(305);
        series.y[index.at(row.at("ward"))] = number(row, "y");
        series.rows[index.at(row.at("ward"))] = &row;
    }
    REQUIRE(all.size() == 8);
    std::map<std::string, double> off;
    const auto differ = [&off](const std::string& what, double ours, double theirs) {
        // The reference is printed with ten to thirteen digits.
        off[what] = std::max(off[what], std::abs(ours - theirs) / std::max(1.0, std::abs(theirs)));
    };
    for (const auto& [name, series] : all) {
        const auto moran = hotspots::local_moran(series.y, links);
        for (std::size_t i = 0; i < 305; ++i) {
            differ("local Moran", moran[i]->i, number(*series.rows[i], "local_moran"));
            differ("z of local Moran", moran[i]->z, number(*series.rows[i], "local_moran_z"));
        }
    }
    for (const auto& row : testing::csv_rows(global_file)) {
        const auto& series = all.at(row.at("category") + ", count");
        const auto m = hotspots::global_moran(series.y, links);
        REQUIRE(m);
        differ("Moran", m->i, number(row, "I"));
        differ("E of Moran", m->expected, number(row, "E"));
        differ("Var of Moran", m->variance, number(row, "V"));
        differ("z of Moran", m->z, number(row, "z"));
    }
    for (const auto& [what, largest] : off) {
        INFO(what << " differs by up to " << largest);
        CHECK(largest < 1e-9);
    }
}

TEST_CASE("Empirical Bayes rates are spdep's for all of Kent", "[measures]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(reference, "reference/kent_eb_rates.csv");
    const auto rows = testing::csv_rows(reference);
    std::map<std::string, std::vector<const testing::CsvRow*>> all;
    for (const auto& row : rows) {
        all[row.at("category")].push_back(&row);
    }
    REQUIRE(all.size() == 4);
    double largest = 0;
    for (const auto& [name, list] : all) {
        std::vector<double> counts;
        std::vector<double> people;
        for (const auto* const row : list) {
            counts.push_back(number(*row, "count"));
            people.push_back(number(*row, "population"));
        }
        const auto rates = measures::eb_rates(counts, people);
        for (std::size_t i = 0; i < rates.size(); ++i) {
            largest = std::max(largest, std::abs(rates[i] - number(*list[i], "eb_global")));
        }
    }
    INFO("differs by up to " << largest);
    CHECK(largest < 1e-10);
}
