// SPDX-License-Identifier: MIT
#include <string>

#include "project/toml_depth.h"
#include "support/catch.h"

using wardmap::project::find_too_deep;

TEST_CASE("An ordinary project is not too deep", "[project]") {
    CHECK_FALSE(
        find_too_deep("[a.b.c]\nx = [[1.5, 2.5], [3.5]] # [[[[ a.b.c\ny = { z = 'a.b' }\n"));
    CHECK_FALSE(find_too_deep("x = \"" + std::string(100, '[') + std::string(100, '.') + "\""));
    CHECK_FALSE(find_too_deep("x = \"\"\"\n" + std::string(100, '[') + "\n\\\"\"\"\"\n"));
    CHECK_FALSE(find_too_deep("x = '''\n" + std::string(100, '.') + "\n'''\n"));
    CHECK_FALSE(find_too_deep("# " + std::string(100, '{')));
    CHECK_FALSE(find_too_deep(std::string(32, '[')));
    std::string list = "x = [";
    for (int i = 0; i < 1000; ++i) {
        list += "1.5,";
    }
    CHECK_FALSE(find_too_deep(list + "]\n"));
}

TEST_CASE("The first excess bracket or dot is reported with its position", "[project]") {
    const auto deep = find_too_deep("a = 1\nb = " + std::string(33, '['));
    REQUIRE(deep);
    CHECK(deep->line == 2);
    CHECK(deep->column == 37);
    CHECK_FALSE(deep->is_key);
    const auto key = find_too_deep("a.b = 1\n[" + std::string(17, '.') + "]");
    REQUIRE(key);
    CHECK(key->line == 2);
    CHECK(key->column == 18);
    CHECK(key->is_key);
    CHECK(find_too_deep("x = \"" + std::string(3, 'a') + "\"" + std::string(33, '{')));
}
