// SPDX-License-Identifier: MIT
#include "bands/banding.h"

#include <cmath>
#include <map>
#include <random>
#include <sstream>

#include "bands/cuts.h"
#include "bands/fisher.h"
#include "base/error.h"
#include "base/text.h"
#include "support/catch.h"
#include "support/files.h"

using namespace wardmap;
using bands::make_bands;
using project::Scheme;

namespace {

std::vector<Cell> known(const std::vector<double>& values) {
    std::vector<Cell> cells;
    for (const double value : values) {
        cells.push_back(Cell::known(value));
    }
    return cells;
}

project::BandSpec spec(Scheme scheme, int count) {
    project::BandSpec s;
    s.scheme = scheme;
    s.count = count;
    return s;
}

std::vector<std::string> ranges(const bands::Banding& banding) {
    std::vector<std::string> texts;
    for (const auto& band : banding.bands) {
        texts.push_back(band.range);
    }
    return texts;
}

/// Reads a printed number by hand: independent of the code under test.
double read(std::string printed) {
    std::string plain;
    for (std::size_t i = 0; i < printed.size(); ++i) {
        if (printed.compare(i, 3, "\xE2\x88\x92") == 0) {
            plain += '-';
            i += 2;
        } else if (printed[i] != ',') {
            plain += printed[i];
        }
    }
    return std::stod(plain);
}

void check_guarantee(const std::vector<Cell>& cells, const bands::Banding& banding) {
    std::vector<std::pair<double, double>> ends;
    for (const auto& band : banding.bands) {
        auto at = band.range.find(" to ");
        std::size_t width = 4;
        if (at == std::string::npos) {
            at = band.range.find("\xE2\x80\x93");
            width = 3;
        }
        const auto from = read(band.range.substr(0, at));
        ends.emplace_back(from,
                          at == std::string::npos ? from : read(band.range.substr(at + width)));
        if (ends.size() > 1) REQUIRE(ends[ends.size() - 2].second < ends.back().first);
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].is_known()) continue;
        const double printed = read(text::number(cells[i].value(), banding.decimals));
        for (std::size_t k = 0; k < ends.size(); ++k) {
            const bool within = printed >= ends[k].first && printed <= ends[k].second;
            REQUIRE(within == (banding.band_of[i] == k));
        }
    }
}

std::vector<double> column(const std::string& file, const std::string& name) {
    std::istringstream in(testing::read_file(file));
    std::string line;
    std::vector<double> values;
    std::size_t at = std::string::npos;
    while (std::getline(in, line)) {
        std::vector<std::string> cells;
        std::string cell;
        bool quoted = false;
        for (const char c : line) {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                cells.push_back(std::exchange(cell, ""));
            else if (c != '\r')
                cell += c;
        }
        cells.push_back(cell);
        if (at == std::string::npos) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (cells[i] == name) at = i;
            }
            REQUIRE(at != std::string::npos);
        } else {
            values.push_back(std::stod(cells.at(at)));
        }
    }
    return values;
}

} // namespace

TEST_CASE("Natural breaks of Maidstone's anti-social behaviour are classInt's", "[bands]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(file, "reference/maidstone_asb2014_wards.csv");
    auto values = column(file, "asb");
    REQUIRE(values.size() == 26);
    const auto banding = make_bands(known(values), spec(Scheme::natural, 5), 0);
    CHECK(banding.gvf == Approx(0.988550853).epsilon(1e-8));
    CHECK(banding.tai == Approx(0.861560161).epsilon(1e-8));
    std::sort(values.begin(), values.end());
    CHECK(bands::fisher_breaks(values, 5) == std::vector<double>{80.5, 176, 277, 588});
}

TEST_CASE("Breaks of Kent's counts are classInt's, for every number of classes", "[bands]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(counts, "reference/kent_wards_crime_2014.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(reference, "reference/kent_breaks_counts.csv");
    std::istringstream in(testing::read_file(reference));
    std::string line;
    std::getline(in, line);
    int checked = 0;
    while (std::getline(in, line)) {
        std::istringstream cells(line);
        std::string category;
        std::string scheme;
        std::string asked;
        std::string breaks;
        std::getline(cells, category, ',');
        std::getline(cells, scheme, ',');
        std::getline(cells, asked, ',');
        std::getline(cells, breaks, ',');
        const auto unquoted = [](std::string s) {
            std::erase(s, '"');
            std::erase(s, '\r');
            return s;
        };
        scheme = unquoted(scheme);
        if (scheme != "fisher" && scheme != "quantile" && scheme != "equal") continue;
        auto values = column(counts, unquoted(category));
        std::sort(values.begin(), values.end());
        const int k = std::stoi(asked);
        auto ours = scheme == "fisher"     ? bands::fisher_breaks(values, k)
                    : scheme == "quantile" ? bands::quantile_breaks(values, k)
                                           : bands::equal_breaks(values, k);
        ours.insert(ours.begin(), values.front());
        ours.push_back(values.back());
        std::istringstream numbers(unquoted(breaks));
        std::vector<double> theirs;
        for (double x = 0; numbers >> x;) {
            if (theirs.empty() || x != theirs.back()) theirs.push_back(x); // coinciding quantiles
        }
        INFO(line);
        REQUIRE(ours.size() == theirs.size());
        for (std::size_t i = 0; i < ours.size(); ++i) {
            CHECK(ours[i] == Approx(theirs[i]).margin(1e-4)); // printed to about 4 decimals
        }
        ++checked;
    }
    CHECK(checked == 60); // 4 categories, 3 schemes, 3 to 7 classes
}

TEST_CASE("The dynamic programme finds what trying every cut finds", "[bands]") {
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<double> values;
        for (int i = 0; i < 12; ++i) {
            values.push_back(static_cast<double>(random() % 40));
        }
        std::sort(values.begin(), values.end());
        const auto cost = [&](std::size_t a, std::size_t b) {
            double mean = 0;
            for (std::size_t i = a; i < b; ++i) {
                mean += values[i] / static_cast<double>(b - a);
            }
            double sum = 0;
            for (std::size_t i = a; i < b; ++i) {
                sum += (values[i] - mean) * (values[i] - mean);
            }
            return sum;
        };
        double best = 1e300;
        for (std::size_t a = 1; a < 11; ++a) {
            for (std::size_t b = a + 1; b < 12; ++b) {
                best = std::min(best, cost(0, a) + cost(a, b) + cost(b, 12));
            }
        }
        const auto breaks = bands::fisher_breaks(values, 3);
        REQUIRE(breaks.size() == 2);
        double ours = 0;
        std::size_t from = 0;
        for (const double end : {breaks[0], breaks[1], 1e300}) {
            const auto to = static_cast<std::size_t>(
                std::lower_bound(values.begin(), values.end(), end) - values.begin());
            ours += cost(from, to);
            from = to;
        }
        CHECK(ours == Approx(best).margin(1e-9));
    }
}

TEST_CASE("Counts print as whole ranges that do not touch", "[bands]") {
    const auto banding = make_bands(known({23, 40, 80, 81, 175, 1234}), spec(Scheme::equal, 2), 0);
    // Equal cut at 628.5: the upper band starts at the next whole number.
    CHECK(ranges(banding) == std::vector<std::string>{"23–628", "629–1,234"});
    CHECK(banding.bands[0].known == 5);
}

TEST_CASE("Natural breaks are put at the roundest place of their gap", "[bands]") {
    const auto banding = make_bands(known({1.04, 1.93, 8.21, 9.77}), spec(Scheme::natural, 2), 1);
    CHECK(ranges(banding) == std::vector<std::string>{"1.0–4.9", "5.0–9.8"});
}

TEST_CASE("Fixed breaks keep their places and words", "[bands]") {
    auto fixed = spec(Scheme::fixed, 2);
    fixed.breaks = {0, 10, 50};
    fixed.labels = {"lower", "higher"};
    const auto banding = make_bands(known({3, 10, 12}), fixed, 0);
    CHECK(ranges(banding) == std::vector<std::string>{"0–9", "10–50"});
    CHECK(banding.bands[1].word == "higher");
    CHECK(banding.bands[1].known == 2); // left-closed: 10 belongs above
    CHECK_THROWS_WITH(make_bands(known({3, 51}), fixed, 0),
                      "error: the figure 51 lies outside the fixed breaks 0 to 50\n"
                      "  expected: breaks that hold every figure\n"
                      "  help: widen the first or the last of bands = { breaks = [...] }");
}

TEST_CASE("A suppressed ward takes a band only where its whole interval lies in it", "[bands]") {
    std::vector<Cell> cells = known({1, 2, 30, 40});
    cells.push_back(Cell::suppressed(0, 4));  // within the lower band, below its lowest member too
    cells.push_back(Cell::suppressed(0, 35)); // in either
    const auto banding = make_bands(cells, spec(Scheme::natural, 2), 0);
    REQUIRE(banding.bands.size() == 2);
    CHECK(banding.band_of[4] == std::size_t{0});
    CHECK_FALSE(banding.band_of[5]);
    CHECK(banding.bands[0].range.starts_with("0–")); // reaches down to hold the interval
    CHECK(banding.bands[0].known == 2);
    CHECK(banding.bands[0].suppressed == 1);
    check_guarantee(cells, banding);
}

TEST_CASE("Few or equal figures give fewer bands, and that is said", "[bands]") {
    const auto equal = make_bands(known({5, 5, 5}), spec(Scheme::natural, 5), 0);
    REQUIRE(equal.bands.size() == 1);
    CHECK(equal.bands[0].range == "5");
    CHECK(equal.gvf == 1);
    REQUIRE(equal.findings.size() == 1);
    CHECK(equal.findings[0].found ==
          "1 band instead of 5: there is only 1 distinct figure, and equal "
          "figures are never split");
    CHECK(make_bands(known({5}), spec(Scheme::quantile, 4), 0).bands.size() == 1);
    CHECK(make_bands(known({1, 2, 3}), spec(Scheme::natural, 5), 0).bands.size() == 3);
    const auto none =
        make_bands({Cell::suppressed(0, 4), Cell::missing()}, spec(Scheme::natural, 5), 0);
    CHECK(none.bands.empty());
    CHECK_FALSE(none.band_of[0]);
}

TEST_CASE("Ties are never split and coinciding quantiles merge", "[bands]") {
    const auto banding =
        make_bands(known({0, 0, 0, 0, 0, 0, 1, 2, 3}), spec(Scheme::quantile, 4), 0);
    CHECK(banding.bands.size() < 4);
    CHECK_FALSE(banding.findings.empty());
    for (int i = 1; i < 6; ++i) {
        CHECK(banding.band_of[static_cast<std::size_t>(i)] == banding.band_of[0]);
    }
}

TEST_CASE("Every printed range is true of every printed figure", "[bands]") {
    std::mt19937_64 random(2013);
    const auto uniform = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
    for (int round = 0; round < 600; ++round) {
        const double scale = std::pow(10, static_cast<double>(random() % 22) - 9);
        const bool negatives = random() % 2 == 0;
        const bool whole = scale > 1 && random() % 2 == 0;
        const std::size_t n = 1 + random() % 60;
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < n; ++i) {
            double x = scale * std::pow(uniform(), 3) * (negatives && random() % 2 == 0 ? -1 : 1);
            if (whole) x = std::round(x);
            if (i > 0 && random() % 4 == 0 && cells.back().is_known()) x = cells.back().value();
            cells.push_back(Cell::known(x));
        }
        for (const auto scheme : {Scheme::natural, Scheme::quantile, Scheme::equal}) {
            for (int count = 2; count <= 9; ++count) {
                INFO("round " << round << ", " << count << " bands, scheme "
                              << static_cast<int>(scheme));
                const auto banding = make_bands(cells, spec(scheme, count), whole ? 0 : 1);
                check_guarantee(cells, banding);
            }
        }
    }
}
