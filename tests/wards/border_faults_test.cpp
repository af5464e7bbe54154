// SPDX-License-Identifier: MIT
// Squares of 1 km: their overlaps and gaps are known.
#include "wards/border_faults.h"

#include "geo/polygon.h"
#include "support/catch.h"
#include "wards/ward.h"

using namespace wardmap;

namespace {

Ward square(const std::string& name, double x, double y, double side = 1000) {
    Ward ward;
    ward.code = name;
    ward.name = name;
    ward.shape = {{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}};
    ward.area_m2 = geo::area(ward.shape);
    return ward;
}

std::vector<std::string> faults(std::vector<Ward> wards, double snap = 0) {
    WardSet set;
    set.source = "w";
    set.wards = std::move(wards);
    wards::NeighbourSpec spec;
    spec.snap_m = snap;
    std::vector<std::string> found;
    for (const auto& finding :
         wards::border_faults(set, wards::neighbours(set.wards, spec), spec)) {
        found.push_back(finding.found + (finding.help.empty() ? "" : " | " + finding.help));
    }
    return found;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("Wards that meet have no border errors, nor has an island far away", "[wards][borders]") {
    CHECK(faults({square("A", 0, 0), square("B", 1000, 0), square("C", 0, 1000),
                  square("D", 9000, 9000)})
              .empty());
}

TEST_CASE("An overlap is reported with its area", "[wards][borders]") {
    CHECK(faults({square("Abbey", 0, 0), square("Barming", 500, 0), square("Cross", 1500, 0)}) ==
          Texts{"Abbey overlaps Barming by 50 ha | correct the boundaries; areas and densities "
                "count such ground twice"});
    CHECK(faults({square("A", 0, 0), square("B", 999.9, 0)})
              .front()
              .starts_with("A overlaps B by 100 m\u00B2"));
}

TEST_CASE("Wards that almost touch are counted, with the distance that joins them",
          "[wards][borders]") {
    CHECK(faults({square("A", 0, 0), square("B", 1000.001, 0), square("C", 0, 1000.001)}) ==
          Texts{"3 of 3 wards have no neighbour, although others come within 1 mm | [neighbours] "
                "snap_m = 0.01 counts them as neighbours"});
    CHECK(faults({square("A", 0, 0), square("B", 1000.001, 0), square("C", 0, 1000.001)}, 0.01)
              .empty());
    CHECK(faults({square("A", 0, 0), square("B", 1000, 0), square("C", 0, 1000),
                  square("D", 1000.5, 1000.5)}) ==
          Texts{"1 of 4 wards have no neighbour, although others come within 71 cm | [neighbours] "
                "snap_m = 1 counts them as neighbours"});
    CHECK(faults({square("A", 0, 0), square("B", 1000, 0), square("C", 0, 1000.5),
                  square("D", 1000, 1000.5)}) ==
          Texts{"4 pairs of wards come within 50 cm of each other without touching, A and C for "
                "instance | [neighbours] snap_m = 1 counts them as neighbours"});
}
