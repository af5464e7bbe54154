// SPDX-License-Identifier: MIT
#include "maps/symbols/bivariate_fills.h"

#include "maps/symbols/fills.h"
#include "study/bivariate_result.h"
#include "style/style.h"
#include "tables/cell.h"

namespace wardmap::maps {

std::size_t index_of(std::size_t up, std::size_t across) {
    return 3 * up + across;
}

Palette palette_of(const BivariateResult& result, const style::Style& style) {
    Palette palette{{}, style.hatch_mm, style.hatch_pt};
    for (const auto& row : bivariate_colours(result, style)) {
        palette.colours.insert(palette.colours.end(), row.begin(), row.end());
    }
    return palette;
}

Look look_of(const BivariateWard& ward) {
    switch (ward.state) {
    case Cell::State::known:
        return Look::band;
    case Cell::State::suppressed:
        return ward.up ? Look::suppressed_banded : Look::suppressed;
    case Cell::State::missing:
        return Look::missing;
    case Cell::State::not_calculable:
        return Look::not_calculable;
    }
    return Look::missing;
}

std::optional<std::size_t> band_of(const BivariateWard& ward) {
    return ward.up ? std::optional(index_of(*ward.up, *ward.across)) : std::nullopt;
}

paint::BivariateColours bivariate_colours(const BivariateResult& result,
                                          const style::Style& style) {
    const auto& own = result.spec.palette;
    const bool by_style = own.empty() || style.is_grey();
    return paint::bivariate_palette(by_style ? style.palette_bivariate : own);
}

std::vector<Fill> bivariate_fills(const BivariateResult& result, const style::Style& style) {
    const auto palette = palette_of(result, style);
    std::vector<Fill> fills;
    for (const auto& ward : result.wards) {
        fills.push_back(fill_of(look_of(ward), band_of(ward), palette));
    }
    return fills;
}

} // namespace wardmap::maps
