// SPDX-License-Identifier: MIT
#include <stdexcept>
#include <string>

#include "base/pattern.h"
#include "support/catch.h"

using wardmap::Pattern;

TEST_CASE("A pattern matches the whole text, finds a part and returns its groups", "[base]") {
    const Pattern pattern(R"((\d+)(?:-(\d+))?)");
    CHECK(pattern.fits("12-3"));
    CHECK_FALSE(pattern.fits("12-3 "));
    const auto match = pattern.find("from 12 on");
    REQUIRE(match);
    CHECK(match->whole == "12");
    CHECK(match->text(1) == "12");
    CHECK_FALSE(match->groups[1].has_value());
    CHECK(match->text(2).empty());
    CHECK_FALSE(pattern.match("from 12 on"));
    CHECK(pattern.replaced("1-2 and 3", R"(<\1>)") == "<1> and <3>");
}

TEST_CASE("A pattern can ignore case, and accepts text that is not UTF-8", "[base]") {
    const Pattern pattern("na(m)e.?", Pattern::Case::ignored);
    CHECK(pattern.fits("NAME\xFF"));
    CHECK_FALSE(Pattern("name").fits("NAME"));
}

TEST_CASE("A pattern needs linear time and bounded stack", "[base]") {
    const Pattern pattern(R"((a|b|ab)*c)");
    CHECK_FALSE(pattern.fits(std::string(4'000'000, 'a')));
    CHECK(pattern.fits(std::string(4'000'000, 'a') + "c"));
}

TEST_CASE("An invalid pattern is a defect of the program", "[base]") {
    CHECK_THROWS_AS(Pattern("(a"), std::logic_error);
}
