// SPDX-License-Identifier: MIT
#include "base/error.h"

#include "support/catch.h"

using namespace wardmap;

TEST_CASE("A finding names file, line, what was found, what was expected and the way out",
          "[base]") {
    const Finding finding{Severity::error,
                          {"tables/assault.csv", 8, 0},
                          "code \"29UHHE\" is already used by line 5 (Shepway South)",
                          "each code once",
                          "join this table by name: key = \"Ward name\"",
                          ""};
    CHECK(to_text(finding) ==
          "error: tables/assault.csv:8: code \"29UHHE\" is already used by line 5 (Shepway South)\n"
          "  expected: each code once\n"
          "  help: join this table by name: key = \"Ward name\"");
}

TEST_CASE("Warnings alone do not stop a step; one error shows all errors", "[base]") {
    Findings findings{{Severity::warning, {}, "w", "", "", ""}};
    CHECK_NOTHROW(stop_on_errors(findings));
    findings.push_back({Severity::error, {"a.csv", 1, 2}, "first", "", "", ""});
    findings.push_back({Severity::error, {"a.csv", 3, 0}, "second", "", "", ""});
    try {
        stop_on_errors(findings);
        FAIL("no exception");
    } catch (const InputError& error) {
        CHECK(std::string(error.what()) == "error: a.csv:1:2: first\nerror: a.csv:3: second");
        CHECK(error.exit_code() == 1);
        CHECK(error.findings().size() == 3);
    }
}
