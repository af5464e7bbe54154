// SPDX-License-Identifier: MIT
// Published palettes of three by three colours for two measures at once.
//
// "BlueGold" is Brewer's sequential-sequential scheme in blue and gold (Brewer 1994, Color use
// guidelines for mapping and visualization; "brewer.seqseq2" in the R package pals). "BlueRed" is
// Joshua Stevens's (2015, Bivariate Choropleth Maps: A How-to Guide). "Violet" is Timo
// Grossenbacher's and Angelo Zehr's (2019, Bivariate maps with ggplot2 and sf). Each is a list of
// nine colours released by its author for reuse; none of their code is included.
//
// "Greys" is our own, for printing in grey: cells with the same sum of indices have the same grey.
//
// Nine colours cannot be distinguished in grey, and the published ones are not all as distinct to
// dichromats as bands must be; a map that uses them therefore also prints the class in each area.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "paint/colour.h"

namespace wardmap::paint {

[[nodiscard]] std::vector<std::string> bivariate_palette_names();

/// [up][across], 0 lowest. Lightness falls along both; horizontal and vertical neighbours differ by
/// at least 10 (CIEDE2000) in normal sight and by at least 7.5 to dichromats (BlueGold: by 10 to
/// all); black or white can be read on each with 4.5:1. Throws std::invalid_argument for an unknown
/// name.
using BivariateColours = std::array<std::array<Colour, 3>, 3>;
[[nodiscard]] BivariateColours bivariate_palette(std::string_view name);

} // namespace wardmap::paint
