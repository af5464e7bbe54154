// SPDX-License-Identifier: MIT
#include "base/suggest.h"

#include <vector>

#include "support/catch.h"

using wardmap::edit_distance;

TEST_CASE("Edit distance counts letters, not bytes", "[base]") {
    CHECK(edit_distance("East", "east") == 0);
    CHECK(edit_distance("Harietsham", "Harrietsham") == 1);
    CHECK(edit_distance("incidents", "incidnets") == 1); // a swap
    CHECK(edit_distance("fâch", "fach") == 1);
    CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE("Only near words are suggested", "[base]") {
    const std::vector<std::string> columns = {"ward_code", "ward_name", "incidents"};
    CHECK(wardmap::did_you_mean("incidnts", columns) == "did you mean \"incidents\"?");
    CHECK(wardmap::did_you_mean("population", columns).empty());
}
