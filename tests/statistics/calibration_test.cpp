// SPDX-License-Identifier: MIT
// How often a ward with the same rate as the others is reported as exceptional: simulated areas of
// 100 wards of one size, counts from a gamma-Poisson mixture with variance phi x mean, each area
// with its own rate and its own estimate of phi. Fixed seed.
#include <array>
#include <cmath>
#include <vector>

#include "base/philox.h"
#include "statistics/funnel.h"
#include "support/catch.h"

using namespace wardmap::statistics;
using wardmap::RandomStream;

namespace {

/// One draw with this mean and variance phi x mean, by going up the probabilities.
double draw(RandomStream& random, double mean, double phi) {
    double left = random.uniform();
    const double size = phi > 1 ? mean / (phi - 1) : 0;
    double probability = phi > 1 ? std::pow(phi, -size) : std::exp(-mean);
    double count = 0;
    while (left > probability && count < 10000) {
        left -= probability;
        probability *= phi > 1 ? (size + count) / (count + 1) * (1 - 1 / phi) : mean / (count + 1);
        ++count;
    }
    return count;
}

/// Percentage of wards beyond the 95% and 99.8% limits, high and low.
struct Rates {
    double high_95 = 0;
    double low_95 = 0;
    double high_998 = 0;
    double low_998 = 0;
};

Rates simulate(double mean, double phi) {
    constexpr std::size_t wards = 100;
    constexpr int areas = 400;
    const std::vector<double> ones(wards, 1.0);
    RandomStream random(1, static_cast<std::uint64_t>(mean * 1000 + phi));
    Rates rates;
    const double each = 100.0 / (areas * static_cast<double>(wards));
    for (int area = 0; area < areas; ++area) {
        std::vector<double> counts;
        double sum = 0;
        for (std::size_t i = 0; i < wards; ++i) {
            counts.push_back(draw(random, mean, phi));
            sum += counts.back();
        }
        const double rate = sum / static_cast<double>(wards);
        for (const auto& ward : make_funnel(counts, ones, rate, Distribution::poisson).wards) {
            if (ward.adjusted >= z_95) rates.high_95 += each;
            if (ward.adjusted <= -z_95) rates.low_95 += each;
            if (ward.adjusted >= z_998) rates.high_998 += each;
            if (ward.adjusted <= -z_998) rates.low_998 += each;
        }
    }
    return rates;
}

} // namespace

TEST_CASE("Identical wards are reported as exceptional about as often as nominal", "[statistics]") {
    // Nominal 2.5% and 0.1% on each side.
    for (const double phi : {1.0, 2.0, 10.0}) {
        for (const double mean : {1.0, 2.0, 5.0, 20.0}) {
            const auto rates = simulate(mean, phi);
            CAPTURE(phi, mean, rates.high_95, rates.low_95, rates.high_998, rates.low_998);
            // Never too often low: the mistake that square roots made.
            CHECK(rates.low_95 < 2.9);
            CHECK(rates.low_998 < 0.15);
            // By chance alone at any expectation.
            if (phi == 1) {
                CHECK(rates.high_95 < 2.9);
                CHECK(rates.high_998 < 0.15);
            }
            // Over-dispersed wards are skewed: the normal approximation holds from an expectation
            // of phi.
            if (phi > 1 && mean >= phi) {
                CHECK(rates.high_95 < 4.2);
                CHECK(rates.high_998 < 0.65);
            }
            // Below that there are too many highs, but fewer than one in ten.
            CHECK(rates.high_95 < 9);
        }
    }
    // The limits are not too conservative if counts are large enough.
    CHECK(simulate(20, 1).high_95 > 1.6);
    CHECK(simulate(20, 1).low_95 > 1.6);
    CHECK(simulate(20, 2).high_95 > 2);
}
