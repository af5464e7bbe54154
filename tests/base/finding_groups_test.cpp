// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "base/error.h"
#include "base/finding_groups.h"
#include "base/text.h"
#include "support/catch.h"

using namespace wardmap;

namespace {

Findings unknown_wards(std::size_t count, const std::string& file = "asb.csv") {
    Findings findings;
    for (std::size_t i = 0; i < count; ++i) {
        findings.push_back({.severity = Severity::error,
                            .place = {file, i + 2},
                            .found = "\"W" + std::to_string(i) + "\" is not a ward",
                            .expected = "a code of the boundaries",
                            .help = "correct the codes",
                            .kind = "rows name no ward"});
    }
    return findings;
}

std::size_t lines_of(const std::vector<std::string>& texts) {
    const auto text = text::join(texts, "\n");
    return 1 + static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

} // namespace

TEST_CASE("Findings of one kind and file are one message with five examples", "[base]") {
    const auto texts = grouped_texts(unknown_wards(37), "audit.json");
    REQUIRE(texts.size() == 1);
    CHECK(texts.front() == "error: asb.csv: 37 rows name no ward\n"
                           "  line 2: \"W0\" is not a ward\n"
                           "  line 3: \"W1\" is not a ward\n"
                           "  line 4: \"W2\" is not a ward\n"
                           "  line 5: \"W3\" is not a ward\n"
                           "  line 6: \"W4\" is not a ward\n"
                           "  and 32 more: see audit.json\n"
                           "  expected: a code of the boundaries\n"
                           "  help: correct the codes");
}

TEST_CASE("A single finding of a kind is printed in full", "[base]") {
    CHECK(grouped_texts(unknown_wards(1), "") ==
          std::vector<std::string>{"error: asb.csv:2: \"W0\" is not a ward\n"
                                   "  expected: a code of the boundaries\n"
                                   "  help: correct the codes"});
}

TEST_CASE("Findings of several files, sheets and kinds are kept apart", "[base]") {
    auto findings = unknown_wards(2);
    append(findings, unknown_wards(2, "burglary.csv"));
    findings.push_back({.severity = Severity::warning, .place = {"asb.csv", 9}, .found = "odd"});
    findings.push_back({.severity = Severity::error,
                        .place = {"a.xlsx", 4, 28, "May"},
                        .found = "x",
                        .kind = "xs"});
    findings.push_back({.severity = Severity::error,
                        .place = {"a.xlsx", 5, 2, "May"},
                        .found = "y",
                        .kind = "xs"});
    findings.push_back({.severity = Severity::error,
                        .place = {"a.xlsx", 5, 2, "June"},
                        .found = "y",
                        .kind = "xs"});
    const auto texts = grouped_texts(findings, "");
    REQUIRE(texts.size() == 5);
    CHECK(texts[0].starts_with("error: asb.csv: 2 rows"));
    CHECK(texts[1].starts_with("error: burglary.csv: 2 rows"));
    CHECK(texts[2] == "error: a.xlsx:May: 2 xs\n  AB4: x\n  B5: y");
    CHECK(texts[3] == "error: a.xlsx:June!B5: y");
    CHECK(texts[4] == "warning: asb.csv:9: odd"); // errors first
}

TEST_CASE("Help that differs is printed with each example", "[base]") {
    auto findings = unknown_wards(2);
    findings[1].help = "did you mean W7?";
    const auto texts = grouped_texts(findings, "");
    REQUIRE(texts.size() == 1);
    CHECK(texts.front() == "error: asb.csv: 2 rows name no ward\n"
                           "  line 2: \"W0\" is not a ward; help: correct the codes\n"
                           "  line 3: \"W1\" is not a ward; help: did you mean W7?\n"
                           "  expected: a code of the boundaries");
}

TEST_CASE("Findings without a kind that differ only in their lines are one message", "[base]") {
    Findings findings;
    for (const std::size_t line : {3U, 8U, 9U, 12U, 15U, 20U, 31U}) {
        findings.push_back(
            {.severity = Severity::warning, .place = {"p.toml", line}, .found = "odd key"});
    }
    CHECK(grouped_texts(findings, "").front() == "warning: p.toml: odd key (7 times)\n  line 3, "
                                                 "line 8, line 9, line 12, line 15 and 2 more");
}

TEST_CASE("Findings fill one screen at most, errors first, and what is cut is counted", "[base]") {
    Findings findings;
    for (int i = 0; i < 50; ++i) {
        findings.push_back({.severity = Severity::warning,
                            .place = {"w" + std::to_string(i)},
                            .found = "wrong",
                            .expected = "right"});
    }
    append(findings, unknown_wards(1'000));
    const auto texts = screenful(findings, "audit.json");
    CHECK(texts.front().starts_with("error: asb.csv: 1,000 rows name no ward\n"));
    CHECK(lines_of(texts) <= 40);
    CHECK(lines_of(texts) > 37);
    CHECK(texts.back() == "35 more warnings: see audit.json"); // 9 lines, and 15 times 2
    CHECK(screenful(unknown_wards(3), "").size() == 1);
}

TEST_CASE("Errors and warnings that are cut are counted apart", "[base]") {
    Findings findings;
    for (int i = 0; i < 60; ++i) {
        findings.push_back({.severity = i < 45 ? Severity::error : Severity::warning,
                            .place = {"f" + std::to_string(i)},
                            .found = "wrong"});
    }
    CHECK(screenful(findings, "").size() == 40);
    CHECK(screenful(findings, "").back() == "6 more errors and 15 more warnings");
}

TEST_CASE("The same finding of two categories is counted once", "[base]") {
    auto findings = unknown_wards(2);
    append(findings, unknown_wards(2));
    CHECK(without_repeats(findings) == unknown_wards(2));
    CHECK(std::string(InputError(findings).what())
              .starts_with("error: asb.csv: 2 rows name no ward\n"));
}
