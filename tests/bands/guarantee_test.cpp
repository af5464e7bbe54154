// SPDX-License-Identifier: MIT
// The legend's guarantee for every scheme, with random figures.
#include <algorithm>
#include <cmath>
#include <random>

#include "bands/banding.h"
#include "bands/make_bands.h"
#include "base/error.h"
#include "support/bands.h"
#include "support/catch.h"

using namespace wardmap;
using project::Scheme;

namespace {

constexpr Scheme schemes[] = {Scheme::natural,    Scheme::quantile,  Scheme::equal,
                              Scheme::deviation,  Scheme::pretty,    Scheme::box,
                              Scheme::head_tail,  Scheme::geometric, Scheme::maximum,
                              Scheme::percentile, Scheme::deciles,   Scheme::quintiles};

class Figures {
public:
    explicit Figures(std::uint64_t seed) : m_random(seed) {}

    /// Up to 60 figures on one scale, with ties; some with negative, zero and suppressed ones.
    std::vector<Cell> next() {
        const double scale = std::pow(10, static_cast<double>(m_random() % 22) - 9);
        const bool negatives = one_in(2);
        const bool zeros = one_in(3);
        whole = scale > 1 && one_in(2);
        const std::size_t n = 1 + m_random() % 60;
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < n; ++i) {
            double x = scale * std::pow(uniform(), 3) * (negatives && one_in(2) ? -1 : 1);
            if (whole) x = std::round(x);
            if (zeros && one_in(4)) x = 0;
            if (i > 0 && one_in(4) && cells.back().is_known()) x = cells.back().value();
            const bool withheld = i > 2 && one_in(20);
            cells.push_back(withheld ? Cell::suppressed(std::min(x, 2 * x), std::max(x, 2 * x))
                                     : Cell::known(x));
        }
        return cells;
    }

    bool whole = false; // for the last figures

private:
    bool one_in(std::uint64_t n) { return m_random() % n == 0; }
    double uniform() { return static_cast<double>(m_random() >> 11) * 0x1p-53; }

    std::mt19937_64 m_random;
};

bool all_above_0(const std::vector<Cell>& cells, bool zero_apart) {
    return std::all_of(cells.begin(), cells.end(), [&](const Cell& cell) {
        return !cell.is_known() || cell.value() > 0 || (zero_apart && cell.value() == 0);
    });
}

void check_ties(const std::vector<Cell>& cells, const bands::Banding& banding) {
    for (std::size_t i = 1; i < cells.size(); ++i) {
        if (!cells[i].is_known() || !cells[i - 1].is_known()) continue;
        const bool tied = cells[i].value() == cells[i - 1].value();
        if (tied) REQUIRE(banding.band_of[i] == banding.band_of[i - 1]);
        const bool rising = cells[i].value() >= cells[i - 1].value();
        REQUIRE(rising == (tied || cells[i].value() > cells[i - 1].value()));
        if (rising) REQUIRE(*banding.band_of[i] >= *banding.band_of[i - 1]);
    }
}

} // namespace

TEST_CASE("Every printed range is true of every printed figure, whatever the scheme", "[bands]") {
    Figures figures(2013);
    int banded = 0;
    int refused = 0;
    for (int round = 0; round < 240; ++round) {
        const auto cells = figures.next();
        for (const auto scheme : schemes) {
            for (int count = 2; count <= 9; ++count) {
                auto spec = testing::spec(scheme, count);
                spec.zero_apart =
                    round % 3 == 0 && scheme != Scheme::deciles && scheme != Scheme::quintiles;
                spec.hinge = round % 2 == 0 ? 1.5 : 3;
                if (scheme == Scheme::geometric && !all_above_0(cells, spec.zero_apart)) continue;
                INFO("round " << round << ", " << count << " bands, scheme "
                              << static_cast<int>(scheme));
                try {
                    const auto banding = bands::make_bands(cells, spec, figures.whole ? 0 : 1);
                    testing::check_guarantee(cells, banding);
                    check_ties(cells, banding);
                    REQUIRE(banding.bands.size() <= 10);
                    ++banded;
                } catch (const InputError& error) {
                    INFO(error.what());
                    REQUIRE(std::string(error.what()).find("no legend can distinguish") !=
                            std::string::npos);
                    ++refused;
                }
            }
        }
    }
    CHECK(banded > 15000);
    CHECK(refused == 0); // figures that differ in the 16th digit
}

TEST_CASE("Bands used on another map keep the guarantee there, and read the same on both",
          "[bands]") {
    Figures figures(1854);
    int refused = 0;
    for (int round = 0; round < 300; ++round) {
        const auto home = figures.next();
        const int decimals = figures.whole ? 0 : 1;
        auto away = figures.next();
        if (round % 2 == 0) { // of similar size, like next year's figures
            away = home;
            for (auto& cell : away) {
                if (cell.is_known()) cell = Cell::known(cell.value() * (1 + 0.01 * (round % 40)));
            }
        }
        for (const auto scheme : schemes) {
            auto spec = testing::spec(scheme, 2 + round % 8);
            spec.zero_apart = round % 3 == 0;
            if (scheme == Scheme::geometric && !all_above_0(home, spec.zero_apart)) continue;
            INFO("round " << round << ", scheme " << static_cast<int>(scheme));
            try {
                const auto banding = bands::make_bands(home, spec, decimals);
                const auto plan = bands::plan_of(banding, "as at home");
                const auto again = bands::fill_bands(home, plan, banding.decimals);
                // A moved cut may make the band of a suppressed figure certain.
                const bool all_known = std::all_of(home.begin(), home.end(),
                                                   [](const Cell& c) { return c.is_known(); });
                if (all_known) REQUIRE(again.band_of == banding.band_of);
                if (all_known) REQUIRE(testing::ranges(again) == testing::ranges(banding));
                const auto other = bands::fill_bands(away, plan, banding.decimals);
                REQUIRE(other.bands.size() == banding.bands.size());
                testing::check_guarantee(away, other);
            } catch (const InputError& error) {
                REQUIRE(std::string(error.what()).find("no legend can distinguish") !=
                        std::string::npos);
                if (round % 2 == 0) ++refused; // else the scales may be 20 digits apart
            }
        }
    }
    CHECK(refused == 0);
}

TEST_CASE("Deciles of ranks keep the guarantee for every number of ranked areas", "[bands]") {
    std::mt19937_64 random(1998);
    for (int round = 0; round < 300; ++round) {
        auto spec = testing::spec(round % 2 == 0 ? Scheme::deciles : Scheme::quintiles, 10);
        const auto ranked = 2 + random() % 7000;
        spec.rank_total = static_cast<double>(ranked);
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < 40; ++i) {
            const bool shared = random() % 8 == 0;
            cells.push_back(
                Cell::known(static_cast<double>(1 + random() % ranked) - (shared ? 0.5 : 0)));
            if (cells.back().value() < 1) cells.back() = Cell::known(1);
        }
        const auto banding = bands::make_bands(cells, spec, 0);
        testing::check_guarantee(cells, banding);
        const double groups = round % 2 == 0 ? 10 : 5;
        for (std::size_t i = 0;
             i < cells.size() && static_cast<double>(banding.bands.size()) == groups; ++i) {
            const auto group = std::ceil(groups * cells[i].value() / *spec.rank_total);
            REQUIRE(static_cast<double>(*banding.band_of[i]) == group - 1);
        }
    }
}
