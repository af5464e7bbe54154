// SPDX-License-Identifier: MIT
#include "bands/banding.h"
#include "base/error.h"
#include "support/bands.h"
#include "support/catch.h"

using namespace wardmap;
using bands::make_bands;
using project::Scheme;
using testing::known;
using testing::ranges;

namespace {

project::BandSpec apart(Scheme scheme, int count) {
    auto spec = testing::spec(scheme, count);
    spec.zero_apart = true;
    return spec;
}

} // namespace

TEST_CASE("Zero has a separate band, and the scheme uses the other figures", "[bands]") {
    const auto banding = make_bands(known({0, 0, 0, 4, 5, 40, 50}), apart(Scheme::natural, 3), 0);
    CHECK(ranges(banding) == std::vector<std::string>{"0", "1–19", "20–50"});
    CHECK(banding.bands[0].known == 3);
    CHECK(banding.bands[0].word == "none");
    CHECK(bands::describe(banding) == "natural breaks (Fisher), 0 apart, 3 bands");
}

TEST_CASE("A figure that would print as 0 is distinguished from 0", "[bands]") {
    const auto cells = known({0, 0.04, 0.3, 2.5});
    const auto banding = make_bands(cells, apart(Scheme::equal, 3), 1);
    CHECK(banding.decimals == 2);
    CHECK(banding.bands[0].range == "0.00");
    CHECK(banding.bands[1].range.starts_with("0.01–"));
    testing::check_guarantee(cells, banding);
}

TEST_CASE("Zero apart is between figures below and above it", "[bands]") {
    const auto banding = make_bands(known({-8, -2, 0, 0, 3, 9}), apart(Scheme::equal, 4), 0);
    // Two equal bands of the others would be cut at 0.5.
    CHECK(ranges(banding) == std::vector<std::string>{"−8 to −1", "0", "1–9"});
    const auto below = make_bands(known({-8, -2, 0}), apart(Scheme::equal, 3), 0);
    CHECK(ranges(below) == std::vector<std::string>{"−8 to −6", "−5 to −1", "0"});
}

TEST_CASE("A separate zero is reported if no figure is 0, and is the only band if all are",
          "[bands]") {
    const auto none = make_bands(known({1, 2, 8, 9}), apart(Scheme::natural, 3), 0);
    CHECK(none.bands.size() == 2);
    CHECK(none.findings[0].found == "no figure is 0: there is no band for it");
    const auto all = make_bands(known({0, 0}), apart(Scheme::natural, 3), 0);
    CHECK(ranges(all) == std::vector<std::string>{"0"});
}

TEST_CASE("A suppressed figure that may be 0 or more is in no band if zero is separate",
          "[bands]") {
    auto cells = known({0, 0, 1, 20, 30});
    cells.push_back(Cell::suppressed(0, 0.5));
    cells.push_back(Cell::suppressed(1, 3));
    const auto banding = make_bands(cells, apart(Scheme::natural, 3), 0);
    CHECK_FALSE(banding.band_of[5]);
    CHECK(banding.band_of[6] == std::size_t{1});
}

TEST_CASE("A separate zero allows geometric bands of figures with zeros, and keeps the words",
          "[bands]") {
    auto spec = apart(Scheme::geometric, 4);
    spec.labels = {"nothing", "few", "some", "many"};
    const auto banding = make_bands(known({0, 1, 5, 50, 1000}), spec, 0);
    CHECK(ranges(banding) == std::vector<std::string>{"0", "1–9", "10–99", "100–1,000"});
    CHECK(banding.bands[0].word == "nothing");
    CHECK(banding.bands[3].word == "many");
}
