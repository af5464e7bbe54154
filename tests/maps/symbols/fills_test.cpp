// SPDX-License-Identifier: MIT
#include "maps/symbols/fills.h"

#include "bands/banding.h"
#include "bands/make_bands.h"
#include "paint/palette.h"
#include "study/category_result.h"
#include "style/style.h"
#include "support/catch.h"

using namespace wardmap;

namespace {

CategoryResult banded(project::Scheme scheme, const std::vector<double>& values) {
    CategoryResult category;
    category.spec.bands.scheme = scheme;
    for (const double value : values) {
        category.values.push_back(Cell::known(value));
    }
    category.figures = category.values;
    category.banding = bands::make_bands(category.values, category.spec.bands, 1);
    return category;
}

/// Blue below, orange above.
bool is_blue(const paint::Colour& colour) {
    return colour.b > colour.r;
}

} // namespace

TEST_CASE("Bands about the mean or the median are blue below it and orange above", "[maps]") {
    const std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30};
    for (const auto scheme : {project::Scheme::deviation, project::Scheme::box}) {
        auto category = banded(scheme, values);
        const double centre = scheme == project::Scheme::deviation ? 85.0 / 11 : 6;
        const auto colours = maps::band_colours(category, {});
        REQUIRE(colours.size() == category.banding.bands.size());
        for (std::size_t i = 0; i < colours.size(); ++i) {
            INFO(category.banding.bands[i].range);
            CHECK(is_blue(colours[i]) == (category.banding.bands[i].high <= centre));
        }
        for (const auto& fault : paint::palette_faults(colours)) {
            UNSCOPED_INFO(fault);
        }
        CHECK(!is_blue(colours.back()));

        category.spec.palette = "Purples"; // the project's own choice takes precedence
        CHECK(maps::band_colours(category, {}) ==
              paint::sequential_palette("Purples", colours.size()));
    }
}
