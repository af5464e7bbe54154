// SPDX-License-Identifier: MIT
// The reading of Maidstone's anti-social behaviour in 2014, and of small fictitious areas.
#include "hotspots/hotspots.h"

#include <cmath>
#include <map>

#include "base/philox.h"
#include "hotspots/find_hotspots.h"
#include "measures/smoothing.h"
#include "statistics/neighbours.h"
#include "support/catch.h"
#include "support/csv.h"

using namespace wardmap;
using hotspots::Around;
using hotspots::Evidence;
using hotspots::Level;
using hotspots::Side;
using hotspots::Verdict;

namespace {

struct Place {
    std::vector<testing::CsvRow> rows;
    std::map<std::string, std::size_t> of_name;
    statistics::Neighbours neighbours;
    std::vector<Cell> counts;
    std::vector<Cell> people;
    std::vector<Cell> rates;
};

Place maidstone(const std::string& wards, const std::string& links) {
    Place place;
    place.rows = testing::csv_rows(wards);
    std::map<std::string, std::size_t> of_code;
    for (const auto& row : place.rows) {
        of_code[row.at("ward_code")] = place.counts.size();
        place.of_name[row.at("ward")] = place.counts.size();
        const double count = std::stod(row.at("asb"));
        const double people = std::stod(row.at("pop"));
        place.counts.push_back(Cell::known(count));
        place.people.push_back(Cell::known(people));
        place.rates.push_back(Cell::known(1000 * count / people));
    }
    place.neighbours.resize(place.counts.size());
    for (const auto& row : testing::csv_rows(links)) {
        place.neighbours[of_code.at(row.at("ward_code"))].push_back(of_code.at(row.at("nbr_code")));
    }
    return place;
}

hotspots::Hotspots find(const Place& place, const project::HotspotSpec& spec) {
    return hotspots::find_hotspots({.values = place.rates,
                                    .figures = place.counts,
                                    .denominators = place.people,
                                    .neighbours = place.neighbours,
                                    .spec = spec});
}

/// Wards of 1,000 people in a row, each the neighbour of the next.
hotspots::Hotspots row_of(const std::vector<Cell>& counts,
                          const hotspots::Reference& reference = {},
                          const project::HotspotSpec& spec = {}) {
    statistics::Neighbours links(counts.size());
    for (std::size_t i = 0; i + 1 < counts.size(); ++i) {
        links[i].push_back(i + 1);
        links[i + 1].insert(links[i + 1].begin(), i);
    }
    const std::vector<Cell> people(counts.size(), Cell::known(1000));
    return hotspots::find_hotspots({.values = counts,
                                    .figures = counts,
                                    .denominators = people,
                                    .neighbours = links,
                                    .spec = spec,
                                    .threads = 1,
                                    .reference = reference});
}

std::vector<Cell> known(const std::vector<double>& values) {
    std::vector<Cell> cells;
    for (const double value : values) {
        cells.push_back(Cell::known(value));
    }
    return cells;
}

} // namespace

TEST_CASE("Maidstone's anti-social behaviour has the expected readings", "[hotspots]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(wards, "reference/maidstone_asb2014_wards.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(links, "reference/maidstone_neighbours.csv");
    const auto place = maidstone(wards, links);
    REQUIRE(place.counts.size() == 26);
    const auto found = find(place, {});
    const auto ward = [&](const char* name) { return found.wards[place.of_name.at(name)]; };
    // 231 incidents where 147 are expected: third of 26, and most deprived of all.
    CHECK(ward("Park Wood").reading.level == Level::much_higher);
    CHECK(ward("High Street").reading.level == Level::much_higher);
    CHECK(ward("High Street").exceptional->verdict == Verdict::high);
    CHECK(ward("High Street").exceptional->evidence == Evidence::firm);
    // A little below the rate, next to the town centre: a random sample of wards often includes
    // High Street.
    CHECK(ward("East").reading.level == Level::similar);
    CHECK(ward("East").reading.side == Side::below);
    CHECK(ward("East").reading.around == Around::neither);
    CHECK(hotspots::is_in_cluster(ward("High Street").reading));
    CHECK(found.own_tests == 26);
    CHECK(found.funnel_tests == 26);
    CHECK(found.around_tests == 26);
    CHECK(found.permutations == 9999);
    CHECK(found.dispersion.low == found.dispersion.high);
}

TEST_CASE("Every figure of Maidstone's wards agrees with the reference", "[hotspots]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(wards, "reference/maidstone_asb2014_wards.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(links, "reference/maidstone_neighbours.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(global_file, "reference/maidstone_asb2014_global.csv");
    const auto place = maidstone(wards, links);
    project::HotspotSpec spec;
    spec.of = project::HotspotSpec::Of::count;
    const auto by_count = find(place, spec);
    std::map<std::string, double> off;
    const auto differ = [&](const char* column, double ours, std::size_t i) {
        off[column] = std::max(off[column], std::abs(ours - std::stod(place.rows[i].at(column))));
    };
    for (std::size_t i = 0; i < 26; ++i) {
        const auto& ward = by_count.wards[i];
        const auto& own = *ward.own;
        differ("moran_Ii", ward.moran->i, i);
        differ("moran_E", ward.moran->expected, i);
        differ("moran_Var", ward.moran->variance, i);
        differ("moran_z", ward.moran->z, i);
        const double people = place.people[i].value();
        differ("expected", own.expected.low, i);
        differ("excess_risk", own.ratio->low, i);
        differ("byar_lo_count", own.limits.at_95.low * people, i);
        differ("byar_hi_count", own.limits.at_95.high * people, i);
        differ("eb_local_geoda_per_1000", *ward.smoothed * 1000, i);
        differ("pois_upper", statistics::poisson_upper(place.counts[i].value(), own.expected.low),
               i);
        differ("pois_lower", statistics::poisson_lower(place.counts[i].value(), own.expected.low),
               i);
    }
    for (const auto& [what, largest] : off) {
        INFO(what << " differs by up to " << largest);
        CHECK(largest < 2e-9);
    }
    std::map<std::string, double> globals;
    for (const auto& row : testing::csv_rows(global_file)) {
        globals[row.at("quantity")] = std::stod(row.at("value"));
    }
    CHECK(by_count.moran->i == Approx(globals.at("global_moran_I")).epsilon(1e-12));
    CHECK(by_count.moran->variance == Approx(globals.at("Var")).epsilon(1e-12));
    CHECK(by_count.moran->z == Approx(globals.at("z")).epsilon(1e-12));
    std::vector<double> counts;
    std::vector<double> people;
    for (std::size_t i = 0; i < 26; ++i) {
        counts.push_back(place.counts[i].value());
        people.push_back(place.people[i].value());
    }
    const auto prior = measures::marshall_prior(counts, people);
    CHECK(prior.mean == Approx(globals.at("eb_b")).epsilon(1e-12));
    CHECK(prior.variance == Approx(globals.at("eb_a")).epsilon(1e-9));
}

TEST_CASE("A ward above the rate by more than chance is higher, however much the others vary",
          "[hotspots]") {
    // 48 where 25.6 are expected: Byar's 95% limits are 35.4 and 63.6, the 99.8% ones 29.0
    // and 74.2.
    const auto found =
        row_of(known({60, 8, 31, 12, 40, 22, 15, 55, 10, 28, 19, 36, 9, 24, 48, 15, 9, 20}));
    CHECK(found.wards[14].reading.level == Level::much_higher);
    CHECK(found.wards[14].exceptional->verdict == Verdict::none);
    CHECK(found.wards[9].reading.level == Level::similar); // 28
}

TEST_CASE("A spike among low neighbours is not in a cluster, and does not make one", "[hotspots]") {
    auto counts = known(std::vector<double>(20, 50));
    for (std::size_t i = 0; i < 20; ++i) {
        counts[i] = Cell::known(46 + double((i * 7) % 11));
    }
    counts[10] = Cell::known(190);
    const auto found = row_of(counts);
    CHECK(found.wards[10].reading.level == Level::much_higher);
    CHECK_FALSE(hotspots::is_in_cluster(found.wards[10].reading));
    CHECK(found.wards[10].cluster == 0);
    for (const auto& ward : found.wards) {
        CHECK(ward.cluster == 0);
    }
}

TEST_CASE("Adjoining wards above the rate are a cluster, with one number", "[hotspots]") {
    auto counts = known(std::vector<double>(80, 20));
    for (std::size_t i = 0; i < 80; ++i) {
        counts[i] = Cell::known(15 + double((i * 5) % 9));
    }
    for (std::size_t i = 10; i < 16; ++i) {
        counts[i] = Cell::known(34);
    }
    const auto found = row_of(counts);
    for (std::size_t i = 11; i < 15; ++i) {
        INFO(i);
        CHECK(hotspots::is_in_cluster(found.wards[i].reading));
        CHECK(found.wards[i].cluster == 1);
    }
    CHECK(found.wards[40].cluster == 0);
}

TEST_CASE("Poisson counts around 2 make no ward lower", "[hotspots]") {
    // Poisson of mean 2: a 0 has an exact two-sided p of 0.27.
    const auto found = row_of(known({4, 3, 3, 0, 4, 2, 2, 5, 2, 1, 0, 4, 1, 2, 1, 0, 2, 3, 1, 2}));
    for (const auto& ward : found.wards) {
        CHECK_FALSE(hotspots::is_lower(ward.reading.level));
        CHECK(ward.exceptional->verdict == Verdict::none);
    }
    CHECK(found.tested_on == project::HotspotSpec::Of::smoothed);
}

TEST_CASE("Observed over expected is compared with 100", "[hotspots]") {
    const std::vector<Cell> observed = known({40, 12, 11, 9, 10, 8, 13, 9, 11, 10, 12, 8});
    const std::vector<Cell> expected =
        known({12.1, 11.2, 10.4, 9.8, 10.1, 9.4, 12.0, 10.2, 10.9, 9.7, 11.3, 9.0});
    const statistics::Neighbours none(12);
    const auto found = hotspots::find_hotspots({.values = observed,
                                                .figures = observed,
                                                .denominators = expected,
                                                .neighbours = none,
                                                .spec = {},
                                                .reference = {1.0, {}, {}}});
    CHECK(found.wards[0].reading.level == Level::much_higher);
    CHECK(found.wards[0].own->ratio->low == Approx(40 / 12.1));
    // Byar's limits of 40 (28.6 and 54.5) over 12.1.
    CHECK(100 * found.wards[0].own->limits.at_95.low == Approx(236.1).margin(0.5));
    CHECK(100 * found.wards[0].own->limits.at_95.high == Approx(450.2).margin(0.5));
    CHECK(found.wards[1].reading.level == Level::similar);
    CHECK(found.area.rate.low == 1);
}

TEST_CASE("A published total is used for ratio and test, although wards lack figures",
          "[hotspots]") {
    auto counts = known({17, 9, 8, 7, 6, 5});
    counts.resize(12, Cell::missing());
    const auto found = row_of(counts, {{}, 52, 12000});
    CHECK(found.area.rate.low == Approx(52.0 / 12000));
    CHECK(found.area.is_whole);
    CHECK(found.wards[0].own->ratio->low == Approx(17 / (52.0 / 12)));
    // Without it the rate is that of the six wards, and is reported as such.
    const auto some = row_of(counts);
    CHECK_FALSE(some.area.is_whole);
    CHECK(some.area.wards == 6);
    CHECK(some.area.rate.low == Approx(52.0 / 6000));
}

TEST_CASE("Suppressed counts of others make a known ward uncertain", "[hotspots]") {
    // 16 wards of 1,000 people; 30 is exceptional or higher depending on four others.
    auto counts = known({5, 9, 7, 5, 0, 28, 29, 0, 0, 0, 4, 7});
    for (const std::size_t i : {4U, 7U, 8U, 9U}) {
        counts[i] = Cell::suppressed(0, 40);
    }
    const auto found = row_of(counts);
    CHECK(found.area.rate.low == Approx(94.0 / 12000));
    CHECK(found.area.rate.high == Approx(254.0 / 12000));
    CHECK(found.wards[6].own->lowest < found.wards[6].own->highest);
    CHECK(found.wards[6].reading.level == Level::uncertain);
    CHECK(found.wards[0].own->ratio->low < found.wards[0].own->ratio->high);
}

TEST_CASE("No certain verdict on suppressed neighbours is contradicted by any combination",
          "[hotspots]") {
    RandomStream random(17, 2);
    std::size_t certain = 0;
    for (int trial = 0; trial < 30; ++trial) {
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < 14; ++i) {
            const double count = double(random.below(12)) + (i < 5 ? 8 : 0);
            cells.push_back(random.below(5) == 0 ? Cell::suppressed(count, count + 2)
                                                 : Cell::known(count));
        }
        for (const auto method :
             {project::HotspotSpec::Method::permutation, project::HotspotSpec::Method::analytic}) {
            project::HotspotSpec spec;
            spec.method = method;
            spec.of = project::HotspotSpec::Of::measure;
            if (method == project::HotspotSpec::Method::permutation) spec.permutations = 199;
            const auto found = row_of(cells, {}, spec);
            std::vector<Cell> one = cells;
            for (auto& cell : one) {
                if (cell.is_suppressed()) cell = Cell::known(cell.low() + random.below(3));
            }
            const auto truth = row_of(one, {}, spec);
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const auto& ours = found.wards[i].neighbours;
                const auto& theirs = truth.wards[i].neighbours;
                if (!ours || !theirs || ours->verdict == Verdict::uncertain) continue;
                ++certain;
                CHECK(ours->verdict == theirs->verdict);
                if (ours->evidence == Evidence::firm) CHECK(theirs->evidence == Evidence::firm);
            }
        }
    }
    CHECK(certain > 400);
}

TEST_CASE("One ward, equal figures and suppressed figures have no verdict, and nothing fails",
          "[hotspots]") {
    CHECK(row_of(known({5})).wards[0].reading.level == Level::not_tested);
    const auto alike = row_of(known(std::vector<double>(12, 5)));
    for (const auto& ward : alike.wards) {
        CHECK(ward.reading.level == Level::similar);
        CHECK_FALSE(ward.surroundings);
    }
    const auto zero = row_of(known(std::vector<double>(12, 0)));
    CHECK(zero.wards[3].reading.level == Level::similar);
    CHECK_FALSE(zero.wards[3].own->ratio);
    const auto withheld = row_of(std::vector<Cell>(12, Cell::suppressed(0, 4)));
    for (const auto& ward : withheld.wards) {
        CHECK((ward.reading.level == Level::uncertain || ward.reading.level == Level::similar));
    }
    CHECK(row_of(std::vector<Cell>(12)).wards[0].reading.level == Level::no_figure);
}

TEST_CASE("Too few permutations for the correction are reported", "[hotspots]") {
    std::vector<Cell> cells;
    statistics::Neighbours links(30);
    for (std::size_t i = 0; i < 30; ++i) {
        cells.push_back(Cell::known(double(i % 7)));
        links[i].push_back(i == 0 ? 1 : i - 1);
    }
    project::HotspotSpec spec;
    spec.permutations = 999;
    const std::vector<Cell> none;
    const hotspots::Request request{.values = cells,
                                    .figures = cells,
                                    .denominators = none,
                                    .neighbours = links,
                                    .spec = spec,
                                    .threads = 1,
                                    .why_not = hotspots::WhyNot::count};
    const auto found = hotspots::find_hotspots(request);
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].severity == Severity::warning);
    CHECK(found.findings[0].found.find("999 permutations are too few") != std::string::npos);
    CHECK(found.findings[0].expected == "at least 1,199");
    CHECK(found.permutations == 999);
    CHECK(found.wards[0].reading.level == Level::not_tested);
}
