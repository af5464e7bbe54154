// SPDX-License-Identifier: MIT
#include "disclosure/links.h"
#include "disclosure/total.h"

#include "support/catch.h"

using namespace wardmap;
using namespace wardmap::disclosure;

namespace {

std::vector<Figure> shown(const std::vector<double>& values, const Rule& rule) {
    std::vector<Figure> figures;
    for (const double value : values) {
        figures.push_back(show(Cell::known(value), rule));
    }
    return figures;
}

} // namespace

TEST_CASE("One withheld ward takes the smallest other with it", "[disclosure]") {
    auto wards = shown({3, 40, 12, 90}, {5, 0});
    REQUIRE(protect_from_total(wards, 145, {5, 0}));
    CHECK(wards[0].shown == Cell::suppressed(1, 4));
    CHECK(wards[2].shown.is_suppressed());
    CHECK(wards[2].why == Why::total);
    CHECK(wards[3].shown == Cell::known(90));
}

TEST_CASE("Enough withheld wards need no others", "[disclosure]") {
    auto wards = shown({1, 2, 3, 4, 2, 3, 50}, {5, 0});
    REQUIRE(protect_from_total(wards, 65, {5, 0}));
    CHECK(wards[6].shown == Cell::known(50));
}

TEST_CASE("Where nothing else is there to withhold, some zeros are", "[disclosure]") {
    auto wards = shown({0, 0, 3, 3}, {5, 0});
    REQUIRE(protect_from_total(wards, 6, {5, 0}));
    CHECK(wards[0].shown == Cell::suppressed(0, 4));
}

TEST_CASE("A total that is small itself is nothing to protect from: it is withheld too",
          "[disclosure]") {
    auto wards = shown({0, 0, 3, 0}, {5, 0});
    REQUIRE(protect_from_total(wards, 3, {5, 0}));
    CHECK(wards[0].shown == Cell::known(0));
}

TEST_CASE("A whole that gives away what is left of it is withheld", "[disclosure]") {
    // 100 thefts, 97 of them shoplifting: 3 others.
    const Links links{{{1, 1}, {1, 0}}, {}, {{0, 1}}};
    auto figures = shown({100, 97}, {5, 0});
    REQUIRE(protect_links(links, figures, {5, 0}));
    CHECK(figures[0].shown == Cell::known(100));
    CHECK(figures[1].shown == Cell::suppressed(95, 99));
    CHECK(figures[1].why == Why::linked);
}

TEST_CASE("Two small parts that make up their whole exactly do not follow from it",
          "[disclosure]") {
    // 8 = 4 + 4: the parts can only be 4 each.
    const Links links{{{1, 1}, {1, 0}, {0, 1}}, {}, {}};
    auto figures = shown({8, 4, 4}, {5, 0});
    REQUIRE(protect_links(links, figures, {5, 0}));
    CHECK(figures[0].shown == Cell::suppressed(5, 9));
    // Even with the strictest end: 2 = 1 + 1 under a limit of 3.
    figures = shown({2, 1, 1}, {3, 0});
    REQUIRE(protect_links(links, figures, {3, 0}));
    CHECK(figures[0].shown.high() > 2);
}

TEST_CASE("A declared part is not above its whole", "[disclosure]") {
    // The whole's own element is the second; 5 of them, of which 4 are the part.
    const Links links{{{1, 0}, {0, 1}}, {{1, -1}}, {{-1, 1}}};
    auto figures = shown({14, 16}, {5, 0});
    REQUIRE(protect_links(links, figures, {5, 0}));
    CHECK((figures[0].shown.is_suppressed() || figures[1].shown.is_suppressed()));
}

TEST_CASE("Tables that contradict each other stop nothing", "[disclosure]") {
    const Links links{{{1, 0}, {0, 1}}, {{1, -1}}, {{-1, 1}}};
    auto figures = shown({30, 3}, {5, 0});
    CHECK(protect_links(links, figures, {5, 0}));
    CHECK(figures[1].shown == Cell::suppressed(1, 4));
}
