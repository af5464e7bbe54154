// SPDX-License-Identifier: MIT
// The entry of the one test program.
#include <string>

#ifdef WARDMAP_CATCH2_V3
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include "support/skips.h"

int main(int argc, char* argv[]) {
    const int failures = Catch::Session().run(argc, argv);
    wardmap::testing::print_summary();
    return failures;
}

namespace wardmap::testing {

std::string source_dir() {
    return WARDMAP_SOURCE_DIR;
}

} // namespace wardmap::testing
