// SPDX-License-Identifier: MIT
#include "hotspots/reading.h"

#include "support/catch.h"

using namespace wardmap::hotspots;

namespace {

const Tested nothing{};
const Tested high{Verdict::high, Evidence::firm};
const Tested maybe_high{Verdict::high, Evidence::tentative};
const Tested low{Verdict::low, Evidence::firm};
const Tested unsure{Verdict::uncertain, Evidence::none};

} // namespace

TEST_CASE("Own level and neighbourhood are read together", "[hotspots]") {
    CHECK(read_together(high, high, true) ==
          CombinedReading{Reading::high_in_cluster, Evidence::firm});
    CHECK(read_together(high, maybe_high, true) ==
          CombinedReading{Reading::high_in_cluster, Evidence::firm});
    CHECK(read_together(high, nothing, true) == CombinedReading{Reading::high, Evidence::firm});
    CHECK(read_together(high, low, true) == CombinedReading{Reading::high, Evidence::firm});
    CHECK(read_together(nothing, maybe_high, false) ==
          CombinedReading{Reading::beside_high, Evidence::tentative});
    // A ward above the mean is still not high in its own right where its own test says nothing.
    CHECK(read_together(nothing, high, true) ==
          CombinedReading{Reading::beside_high, Evidence::firm});
    CHECK(read_together(low, high, false) == CombinedReading{Reading::low, Evidence::firm});
    CHECK(read_together(low, low, false) ==
          CombinedReading{Reading::low_in_cluster, Evidence::firm});
    CHECK(read_together(nothing, low, true) ==
          CombinedReading{Reading::beside_low, Evidence::firm});
    CHECK(read_together(nothing, nothing, true) == CombinedReading{Reading::none, Evidence::none});
}

TEST_CASE("Without a denominator the neighbourhood speaks alone", "[hotspots]") {
    CHECK(read_together({}, high, true) ==
          CombinedReading{Reading::in_high_cluster, Evidence::firm});
    CHECK(read_together({}, high, false) == CombinedReading{Reading::beside_high, Evidence::firm});
    CHECK(read_together({}, low, false) ==
          CombinedReading{Reading::in_low_cluster, Evidence::firm});
    CHECK(read_together({}, low, true) == CombinedReading{Reading::beside_low, Evidence::firm});
}

TEST_CASE("Withheld figures and untestable wards are named as such", "[hotspots]") {
    CHECK(read_together(unsure, high, true).reading == Reading::uncertain);
    CHECK(read_together(nothing, unsure, true).reading == Reading::uncertain);
    // A ward that is high whatever the withheld figures are is high.
    CHECK(read_together(high, unsure, true).reading == Reading::high);
    CHECK(read_together({}, {}, true).reading == Reading::untestable);
    CHECK(read_together(high, {}, true).reading == Reading::high);
}
