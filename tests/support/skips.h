// SPDX-License-Identifier: MIT
// Tests without their requirements are counted as skipped, by name. Catch2 has that only since 3.3.
#pragma once

#include <string>

namespace wardmap::testing {

/// Records that the running test is skipped, and why: "there is no qpdf".
void note_skipped(const std::string& reason);

/// Ends a test and records that it was skipped.
#define WARDMAP_SKIP(reason)                                                                       \
    do {                                                                                           \
        ::wardmap::testing::note_skipped(reason);                                                  \
        return;                                                                                    \
    } while (false)

/// Prints the skipped tests by reason, and how many passed, failed and were skipped; nothing if no
/// tests were run.
void print_summary();

} // namespace wardmap::testing
