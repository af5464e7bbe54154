// SPDX-License-Identifier: MIT
// The table of labels, by the answers to questions 1 and 3.
#include "hotspots/reading.h"

#include <array>

#include "support/catch.h"

using namespace wardmap::hotspots;

namespace {

const LabelWords names{"Maidstone", "wards"};

std::string label(Level level, Around around, Side side = Side::either) {
    return words({level, around, side}, names);
}

} // namespace

TEST_CASE("The label of a ward follows from its level and its neighbours", "[hotspots]") {
    CHECK(label(Level::much_higher, Around::high) == "Much higher, in a cluster of high wards");
    CHECK(label(Level::higher, Around::high) == "Higher, in a cluster of high wards");
    CHECK(label(Level::higher, Around::neither) == "Higher, by itself");
    CHECK(label(Level::higher, Around::low) == "Higher, among low wards");
    CHECK(label(Level::higher, Around::not_tested) == "Higher");
    CHECK(label(Level::similar, Around::high, Side::above) ==
          "In a cluster of high wards, not itself higher");
    CHECK(label(Level::similar, Around::high, Side::below) == "Next to high wards");
    CHECK(label(Level::similar, Around::neither, Side::above) == "Similar to Maidstone");
    CHECK(label(Level::similar, Around::not_tested) == "Similar to Maidstone");
    CHECK(label(Level::similar, Around::low, Side::above) == "Similar, among low wards");
    CHECK(label(Level::similar, Around::low, Side::below) == "Next to low wards");
    CHECK(label(Level::lower, Around::high) == "Lower, next to high wards");
    CHECK(label(Level::lower, Around::neither) == "Lower, by itself");
    CHECK(label(Level::much_lower, Around::low) == "Much lower, in a cluster of low wards");
    CHECK(label(Level::not_tested, Around::high) == "Not tested by itself; neighbours high");
    CHECK(label(Level::not_tested, Around::not_tested) == "Not tested by itself");
    CHECK(label(Level::uncertain, Around::high) == "Uncertain (withheld figures decide)");
    CHECK(label(Level::no_figure, Around::not_tested) == "No figure");
    CHECK(label(Level::risen, Around::not_tested) == "Risen");
    CHECK(label(Level::unchanged, Around::not_tested) == "Within what chance explains");
}

TEST_CASE("A cluster is above the rate among high neighbours, whatever its own level",
          "[hotspots]") {
    CHECK(is_in_cluster({Level::higher, Around::high, Side::above}));
    CHECK(is_in_cluster({Level::similar, Around::high, Side::above}));
    CHECK_FALSE(is_in_cluster({Level::similar, Around::high, Side::below}));
    CHECK_FALSE(is_in_cluster({Level::similar, Around::high, Side::either}));
    CHECK_FALSE(is_in_cluster({Level::much_higher, Around::low, Side::above}));
    CHECK_FALSE(is_in_cluster({Level::uncertain, Around::high, Side::above}));
    CHECK(is_next_to_high({Level::lower, Around::high, Side::below}));
    CHECK_FALSE(is_next_to_high({Level::higher, Around::high, Side::above}));
}

TEST_CASE("No label claims that there is no evidence", "[hotspots]") {
    for (std::size_t level = 0; level < levels; ++level) {
        for (const auto around :
             {Around::not_tested, Around::neither, Around::high, Around::low, Around::uncertain}) {
            for (const auto side : {Side::below, Side::above, Side::either}) {
                const auto wording = label(static_cast<Level>(level), around, side);
                INFO(wording);
                CHECK_FALSE(wording.empty());
                CHECK(wording.find("evidence") == std::string::npos);
            }
        }
    }
}
