// SPDX-License-Identifier: MIT
// Published palettes of three by three colours for two measures at once.
//
// "BlueGold" is Brewer's sequential-sequential scheme in blue and gold (Brewer 1994, Color use
// guidelines for mapping and visualization; "brewer.seqseq2" in the R package pals). "BlueRed" is
// Joshua Stevens's (2015, Bivariate Choropleth Maps: A How-to Guide). "Violet" is Timo
// Grossenbacher's and Angelo Zehr's (2019, Bivariate maps with ggplot2 and sf). Each is a list of
// nine colours that its author gave away for use; no code of theirs is in here.
//
// "Greys" is our own, for papers that are printed in grey: places that add up to the same are one
// grey.
//
// In grey nine colours cannot be told apart, and the published ones are not all as far apart to
// dichromats as bands have to be: therefore a map that uses them also prints the class in each
// area.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "paint/colour.h"

namespace wardmap::paint {

[[nodiscard]] std::vector<std::string> bivariate_palette_names();

/// [up][across], 0 lowest. Lightness falls along both; neighbours beside and above each other
/// differ by at least 10 (CIEDE2000) in normal sight and by at least 7.5 to dichromats (BlueGold:
/// by 10 to all); black or white can be read on each with 4.5:1. Throws std::invalid_argument for
/// an unknown name.
using BivariateColours = std::array<std::array<Colour, 3>, 3>;
[[nodiscard]] BivariateColours bivariate_palette(std::string_view name);

} // namespace wardmap::paint
