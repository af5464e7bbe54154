// SPDX-License-Identifier: MIT
#include "base/error.h"

#include "support/catch.h"

using namespace wardmap;

TEST_CASE("A finding names file, line, what was found, what was expected and the way out",
          "[base]") {
    const Finding finding{.severity = Severity::error,
                          .place = {"tables/assault.csv", 8, 0},
                          .found = "code \"29UHHE\" is already used by line 5 (Shepway South)",
                          .expected = "each code once",
                          .help = "join this table by name: key = \"Ward name\""};
    CHECK(to_text(finding) ==
          "error: tables/assault.csv:8: code \"29UHHE\" is already used by line 5 (Shepway South)\n"
          "  expected: each code once\n"
          "  help: join this table by name: key = \"Ward name\"");
}

TEST_CASE("Warnings alone do not stop a step; one error shows all errors, and then the warnings",
          "[base]") {
    Findings findings{{.severity = Severity::warning, .found = "w"}};
    CHECK_NOTHROW(stop_on_errors(findings));
    findings.push_back({.severity = Severity::error, .place = {"a.csv", 1, 2}, .found = "first"});
    findings.push_back({.severity = Severity::error, .place = {"a.csv", 3, 0}, .found = "second"});
    try {
        stop_on_errors(findings);
        FAIL("no exception");
    } catch (const InputError& error) {
        CHECK(std::string(error.what()) ==
              "error: a.csv:1:2: first\nerror: a.csv:3: second\nwarning: w");
        CHECK(error.exit_code() == 1);
        CHECK(error.findings().size() == 3);
    }
}
