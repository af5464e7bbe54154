// SPDX-License-Identifier: MIT
#include "base/parallel.h"

#include <numeric>
#include <stdexcept>
#include <vector>

#include "base/hash.h"
#include "support/catch.h"

TEST_CASE("Every index is processed once, whatever the number of threads", "[base]") {
    for (const int threads : {1, 2, 0}) {
        std::vector<int> hits(1000);
        wardmap::parallel_for(hits.size(), threads, [&](std::size_t i) { ++hits[i]; });
        CHECK(hits == std::vector<int>(1000, 1));
    }
}

TEST_CASE("An exception in a worker reaches the caller", "[base]") {
    CHECK_THROWS_AS(
        wardmap::parallel_for(10, 2, [](std::size_t) { throw std::runtime_error("x"); }),
        std::runtime_error);
}

TEST_CASE("SHA-256 agrees with the standard's examples", "[base]") {
    // FIPS 180-4 examples.
    CHECK(wardmap::sha256("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(wardmap::sha256("") ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
