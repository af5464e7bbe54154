// SPDX-License-Identifier: MIT
#include "support/skips.h"

#include <cstdio>
#include <map>
#include <vector>

#ifdef WARDMAP_CATCH2_V3
#include <catch2/catch_all.hpp>
#else
#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include <catch2/catch.hpp>
#endif

namespace wardmap::testing {
namespace {

#ifdef WARDMAP_CATCH2_V3
using ListenerBase = Catch::EventListenerBase;
#else
using ListenerBase = Catch::TestEventListenerBase;
#endif

/// The results of the tests in this run.
struct Outcome {
    bool ran = false;
    std::string current; // the running test
    bool is_skipped = false;
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::map<std::string, std::vector<std::string>> skipped; // tests by reason
};

Outcome& outcome() {
    static Outcome the_run;
    return the_run;
}

class Listener : public ListenerBase {
public:
    using ListenerBase::ListenerBase;

    void testCaseStarting(const Catch::TestCaseInfo& test) override {
        outcome().ran = true;
        outcome().current = test.name;
        outcome().is_skipped = false;
    }

    void testCaseEnded(const Catch::TestCaseStats& test) override {
        auto& run = outcome();
        if (test.totals.testCases.failed > 0) {
            ++run.failed;
        } else if (!run.is_skipped) {
            ++run.passed;
        }
    }
};

CATCH_REGISTER_LISTENER(Listener)

} // namespace

void note_skipped(const std::string& reason) {
    auto& run = outcome();
    if (run.is_skipped) return; // in an earlier section
    run.is_skipped = true;
    run.skipped[reason].push_back(run.current);
}

void print_summary() {
    const auto& run = outcome();
    if (!run.ran) return;
    std::size_t skipped = 0;
    for (const auto& [reason, tests] : run.skipped) {
        std::printf("skipped, for %s:\n", reason.c_str());
        for (const auto& test : tests) {
            std::printf("  %s\n", test.c_str());
        }
        skipped += tests.size();
    }
    std::printf("%zu passed, %zu failed, %zu skipped\n", run.passed, run.failed, skipped);
}

} // namespace wardmap::testing
