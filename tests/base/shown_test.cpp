// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/shown.h"
#include "support/catch.h"

using namespace wardmap;

TEST_CASE("Terminal control characters are shown escaped", "[base]") {
    CHECK(text::shown("a\x1B[31mb\tc\r\n") == "a\\x1B[31mb\\tc\\r\\n");
    CHECK(text::shown(std::string("a\0b", 3)) == "a\\x00b");
    CHECK(text::shown("\u202Eevil\u2066\u200B\u0085") == "\\u202Eevil\\u2066\\u200B\\u0085");
    CHECK(text::shown("caf\xE9, and half \xC3") == "caf\\xE9, and half \\xC3");
    CHECK(text::shown("Tŷ Coch, naïve, 中文, 😀") == "Tŷ Coch, naïve, 中文, 😀");
}

TEST_CASE("Long text is cut between characters, with the number left out", "[base]") {
    std::string s;
    for (int i = 0; i < 125; ++i) {
        s += "é";
    }
    CHECK(text::shown(s) == s.substr(0, 240) + "… (5 more characters)");
    CHECK(text::shown(s.substr(0, 240)) == s.substr(0, 240));
    CHECK(text::shown("abcdef", 5) == "abcde… (1 more character)");
}

TEST_CASE("Long lists name the first and count the others", "[base]") {
    std::vector<std::string> names(20, "A");
    CHECK(text::some(names, "or").ends_with("A, A or A"));
    names.resize(1020, "B");
    CHECK(text::some(names, "or").ends_with("A, A and 1,000 more"));
    CHECK(text::some({"a\nb", "c"}) == "a\\nb and c");
}

TEST_CASE("A sentence of a finding is never a line of thousands of characters", "[base]") {
    Finding finding{
        .severity = Severity::error, .place = {"f\x1B.csv", 3}, .found = std::string(100'000, 'x')};
    const auto text = to_text(finding);
    CHECK(text.size() < 1600);
    CHECK(text.starts_with("error: f\\x1B.csv:3: xxx"));
    CHECK(text.ends_with("… (98,500 more characters)"));
}
