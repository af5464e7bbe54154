// SPDX-License-Identifier: MIT
#include "bands/frozen.h"

#include "bands/make_bands.h"
#include "base/error.h"
#include "project/category.h"
#include "project/measure_kind.h"
#include "support/bands.h"
#include "support/catch.h"
#include "support/files.h"

using namespace wardmap;
using project::Scheme;
using testing::known;
using testing::ranges;
using testing::spec;

namespace {

/// Bands written to a file, read again and filled with the same figures.
bands::Banding there_and_back(const bands::Banding& banding, const std::vector<Cell>& cells) {
    const testing::TempFolder folder;
    project::Category category;
    category.measure = project::MeasureKind::rate;
    category.per = 100;
    const auto text = frozen_text(bands::frozen_of(banding, category), "a test\nwith a line end");
    INFO(text);
    const auto read = project::read_frozen_bands({"b.toml", folder.write("b.toml", text)});
    CHECK(read.measure == "rate");
    CHECK(read.per == 100);
    CHECK(read.method == banding.method);
    return bands::fill_bands(cells, bands::plan_of(read, "kept"), banding.decimals);
}

std::string failure(const std::string& content) {
    const testing::TempFolder folder;
    try {
        (void)project::read_frozen_bands({"b.toml", folder.write("b.toml", content)});
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

} // namespace

TEST_CASE("Frozen bands are read back unchanged, whatever the scheme", "[bands]") {
    for (const auto& values : {std::vector<double>{0, 0.25, 3, 3.75, 9, 40, 1e3},
                               {-5, -2, 0, 0, 4, 7.5},
                               {-5, -2, -1, 0, 0},
                               {0, 0, 6, 7, 8}}) {
        for (int scheme = 0; scheme <= static_cast<int>(Scheme::quintiles); ++scheme) {
            for (const bool apart : {false, true}) {
                auto s = spec(static_cast<Scheme>(scheme), 4);
                s.zero_apart = apart && scheme < static_cast<int>(Scheme::deciles);
                if (s.scheme == Scheme::fixed || s.scheme == Scheme::geometric) continue;
                const auto cells = known(values);
                const auto banding = bands::make_bands(cells, s, 0);
                if (banding.bands.size() < 2) continue;
                INFO("scheme " << scheme << (apart ? ", 0 apart" : ""));
                const auto again = there_and_back(banding, cells);
                CHECK(ranges(again) == ranges(banding));
                CHECK(again.band_of == banding.band_of);
                CHECK(again.findings.empty());
                for (std::size_t k = 0; k < banding.bands.size(); ++k) {
                    CHECK(again.bands[k].word == banding.bands[k].word);
                }
            }
        }
    }
}

TEST_CASE("Figures beyond frozen bands extend the end bands, which is reported", "[bands]") {
    project::FrozenBands frozen;
    frozen.breaks = {10, 20, 30};
    const auto cells = known({4, 15, 25, 90});
    const auto banding = bands::fill_bands(cells, bands::plan_of(frozen, "kept in b.toml"), 0);
    CHECK(ranges(banding) == std::vector<std::string>{"4–19", "20–90"});
    CHECK(bands::describe(banding) ==
          "kept in b.toml, end bands extended to these figures, 2 bands");
    REQUIRE(banding.findings.size() == 1);
    CHECK(banding.findings[0].found ==
          "figures are outside the bands kept in b.toml; extended: the "
          "lowest band down to 4 (from 10) "
          "and the highest band up to 90 (from 30)");
    testing::check_guarantee(cells, banding);
    // Within the bands the ends are kept, even without a ward.
    CHECK(ranges(bands::fill_bands(known({22, 23}), bands::plan_of(frozen, "kept"), 0)) ==
          std::vector<std::string>{"10–19", "20–30"});
}

TEST_CASE("Errors in a file of frozen bands have their line", "[bands]") {
    CHECK(failure("measure = \"rate\"\nbreaks = [1, 2, 2, 3]\n") ==
          "error: b.toml:2:10: the breaks do not rise\n  breaks = [1, 2, 2, 3]\n           ^\n"
          "  expected: each break above the one before");
    CHECK(failure("breaks = [1, 2]\n").find("does not name the measure") != std::string::npos);
    CHECK(failure("measure = \"rat\"\nbreaks = [1, 2]\n").find("did you mean \"rate\"?") !=
          std::string::npos);
    CHECK(failure("measure = \"rate\"\n").find("the file has no breaks") != std::string::npos);
    CHECK(failure("measure = \"rate\"\nbreak = [1, 2]\n").find("did you mean \"breaks\"?") !=
          std::string::npos);
}
