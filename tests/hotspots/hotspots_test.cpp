// SPDX-License-Identifier: MIT
// The reading of Maidstone's anti-social behaviour in 2014, and of small made-up places.
#include "hotspots/hotspots.h"

#include <cmath>
#include <map>

#include "measures/smoothing.h"
#include "support/catch.h"
#include "support/csv.h"

using namespace wardmap;
using hotspots::Evidence;
using hotspots::Reading;

namespace {

struct Place {
    std::vector<testing::CsvRow> rows;
    std::map<std::string, std::size_t> of_name;
    hotspots::Neighbours neighbours;
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
    return hotspots::find_hotspots({place.rates, place.counts, place.people,
                                    hotspots::Spread::poisson, place.neighbours, spec, 0});
}

} // namespace

TEST_CASE("Maidstone's anti-social behaviour is read as it should be", "[hotspots]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(wards, "reference/maidstone_asb2014_wards.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(links, "reference/maidstone_neighbours.csv");
    const auto place = maidstone(wards, links);
    REQUIRE(place.counts.size() == 26);
    project::HotspotSpec by_count;
    by_count.of = project::HotspotSpec::Of::count;
    for (const auto& spec : {project::HotspotSpec(), by_count}) {
        const auto found = find(place, spec);
        const auto reading = [&](const char* name) {
            return found.wards[place.of_name.at(name)].joint;
        };
        CHECK(reading("East").reading == Reading::beside_high);
        CHECK(reading("East").evidence == Evidence::tentative);
        CHECK(reading("Park Wood").reading == Reading::none);
        CHECK(reading("High Street").reading == Reading::high_in_cluster);
        CHECK(reading("High Street").evidence == Evidence::firm);
        CHECK(found.dispersion.phi == Approx(27.8).margin(0.05));
        CHECK(found.gi_tests == 26);
        CHECK(found.own_tests == 26);
        std::size_t beyond = 0;
        for (const auto& ward : found.wards) {
            if (ward.own->score_low > 3) ++beyond;
        }
        CHECK(beyond == 1); // High Street alone
    }
    const auto found = find(place, by_count);
    const auto& east = found.wards[place.of_name.at("East")];
    CHECK(east.gi->z == Approx(2.6425).margin(0.0001));
    CHECK(east.own->ratio_low == Approx(0.9706092).margin(1e-6));
    CHECK(east.gi_q == Approx(0.0840066).margin(1e-6));
}

TEST_CASE("Every figure of Maidstone's wards agrees with the reference", "[hotspots]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(wards, "reference/maidstone_asb2014_wards.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(links, "reference/maidstone_neighbours.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(global_file, "reference/maidstone_asb2014_global.csv");
    const auto place = maidstone(wards, links);
    const auto by_rate = find(place, {});
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
        differ("gistar_z_count", ward.gi->z, i);
        differ("gistar_p", ward.gi_p, i);
        differ("gistar_bh_q", ward.gi_q, i);
        differ("gistar_z_rate", by_rate.wards[i].gi->z, i);
        differ("moran_Ii", ward.moran->i, i);
        differ("moran_E", ward.moran->expected, i);
        differ("moran_Var", ward.moran->variance, i);
        differ("moran_z", ward.moran->z, i);
        differ("expected", own.expected, i);
        differ("excess_risk", own.ratio_low, i);
        differ("byar_lo_count", own.ratio_95.low * own.expected, i);
        differ("byar_hi_count", own.ratio_95.high * own.expected, i);
        differ("eb_local_geoda_per_1000", *ward.smoothed * 1000, i);
        differ("pois_upper", measures::poisson_upper(place.counts[i].value(), own.expected), i);
        differ("pois_lower", measures::poisson_lower(place.counts[i].value(), own.expected), i);
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

TEST_CASE("One ward, all alike and all withheld are not testable, and nothing breaks",
          "[hotspots]") {
    const auto reading_of = [](const std::vector<Cell>& cells, std::size_t n) {
        hotspots::Neighbours links(n);
        for (std::size_t i = 0; i + 1 < n; ++i) {
            links[i].push_back(i + 1);
            links[i + 1].insert(links[i + 1].begin(), i);
        }
        const std::vector<Cell> people(n, Cell::known(1000));
        return hotspots::find_hotspots(
            {cells, cells, people, hotspots::Spread::poisson, links, {}, 1});
    };
    const auto one = reading_of({Cell::known(5)}, 1);
    CHECK(one.wards[0].joint.reading == Reading::untestable);
    const auto alike = reading_of(std::vector<Cell>(12, Cell::known(5)), 12);
    for (const auto& ward : alike.wards) {
        CHECK(ward.joint.reading == Reading::none); // as expected, each; no neighbourhood differs
        CHECK_FALSE(ward.gi);
    }
    const auto zero = reading_of(std::vector<Cell>(12, Cell::known(0)), 12);
    CHECK(zero.wards[3].joint.reading == Reading::untestable);
    const auto withheld = reading_of(std::vector<Cell>(12, Cell::suppressed(0, 4)), 12);
    for (const auto& ward : withheld.wards) {
        CHECK((ward.joint.reading == Reading::uncertain || ward.joint.reading == Reading::none));
    }
    const auto missing = reading_of(std::vector<Cell>(12), 12);
    CHECK(missing.wards[0].joint.reading == Reading::untestable);
}

TEST_CASE("Too few permutations for the correction are told", "[hotspots]") {
    std::vector<Cell> cells;
    hotspots::Neighbours links(30);
    for (std::size_t i = 0; i < 30; ++i) {
        cells.push_back(Cell::known(double(i % 7)));
        links[i].push_back(i == 0 ? 1 : i - 1);
    }
    project::HotspotSpec spec;
    spec.method = project::HotspotSpec::Method::permutation;
    spec.permutations = 999;
    const std::vector<Cell> none;
    const auto found =
        hotspots::find_hotspots({cells, cells, none, hotspots::Spread::poisson, links, spec, 1});
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].severity == Severity::warning);
    CHECK(found.findings[0].found.find("999 permutations are too few") != std::string::npos);
    CHECK(found.findings[0].expected == "at least 1,199");
    CHECK(found.permutations == 999);
}
