// SPDX-License-Identifier: MIT
// Tests that lack what they need are counted as skipped, by name. Catch2 has that only since 3.3.
#pragma once

#include <string>

namespace wardmap::testing {

/// Notes that the test that runs is skipped, and why: "there is no qpdf".
void note_skipped(const std::string& reason);

/// Ends a test and notes that it was skipped.
#define WARDMAP_SKIP(reason)                                                                       \
    do {                                                                                           \
        ::wardmap::testing::note_skipped(reason);                                                  \
        return;                                                                                    \
    } while (false)

/// Prints the skipped tests by reason, and how many passed, failed and were skipped; nothing if no
/// tests were run.
void print_summary();

} // namespace wardmap::testing
