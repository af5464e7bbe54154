// SPDX-License-Identifier: MIT
#include "bands/stability.h"

#include <cmath>

#include "bands/banding.h"
#include "support/catch.h"

using namespace wardmap;
using bands::GammaRate;

namespace {

bands::Banding three_bands() {
    bands::Banding banding;
    banding.bands = {{0, 10, "", "", 1, 0}, {10, 20, "", "", 1, 0}, {20, 30, "", "", 1, 0}};
    banding.band_of = {0, 1, 2, std::nullopt};
    return banding;
}

} // namespace

TEST_CASE("The probability of a band is that of the gamma distribution", "[bands]") {
    // Shape 1 is the exponential distribution: P(X < x) = 1 - exp(-rate x).
    const auto found = bands::stability(
        three_bands(), {GammaRate{1, 100}, GammaRate{1, 100}, GammaRate{1, 100}, GammaRate{1, 100}},
        1000, 200);
    CHECK(found[0]->probability == Approx(1 - std::exp(-1.0)));
    CHECK(found[1]->probability == Approx(std::exp(-1.0) - std::exp(-2.0)));
    CHECK(found[2]->probability == Approx(std::exp(-2.0))); // the highest band has no end
    CHECK_FALSE(found[3]);
    CHECK_FALSE(found[1]->is_stable());
}

TEST_CASE("Ranks of very different rates are stable, those of similar rates are not", "[bands]") {
    const auto apart = bands::stability(
        three_bands(), {GammaRate{1000, 100}, GammaRate{4000, 100}, GammaRate{9000, 100}, {}}, 1);
    CHECK(apart[2]->rank_low == 1);
    CHECK(apart[2]->rank_high == 1);
    CHECK(apart[0]->rank_low == 3);
    const auto alike =
        bands::stability(three_bands(), {GammaRate{5, 1}, GammaRate{5, 1}, GammaRate{5, 1}, {}}, 1);
    CHECK(alike[0]->rank_low == 1);
    CHECK(alike[0]->rank_high == 3);
}

TEST_CASE("Draws have the mean and the spread of their distribution", "[bands]") {
    // With many draws the 95% rank interval of one of two wards is 1 to 2 exactly when the chance
    // of changing places is between 2.5 and 97.5%: here it is 1 in 4 (Exp(1) against Exp(3)).
    const auto found = bands::stability(
        [] {
            auto banding = three_bands();
            banding.band_of = {0, 1};
            return banding;
        }(),
        {GammaRate{1, 3}, GammaRate{1, 1}}, 1, 4000);
    CHECK(found[0]->rank_low == 1);
    CHECK(found[0]->rank_high == 2);
    CHECK(bands::stability(three_bands(), {GammaRate{0.3, 1}, {}, {}, {}}, 1)[0]->rank_high == 1);
}
