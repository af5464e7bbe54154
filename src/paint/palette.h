// SPDX-License-Identifier: MIT
// Sequential palettes, light to dark, so that a grey print keeps the order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "paint/colour.h"

namespace wardmap::paint {

/// Names of the palettes (ColorBrewer's sequential ramps; see docs for their licence).
[[nodiscard]] std::vector<std::string> palette_names();

/// `count` colours (1 to 9), lightest first, with even steps of lightness along the named ramp.
/// For up to 5 colours neighbours differ by at least 10 (CIEDE2000) in normal sight and to
/// dichromats, for 6 by at least 8; lightness falls strictly; the lightest differs from white paper
/// by at least 5. Throws std::invalid_argument for an unknown name.
[[nodiscard]] std::vector<Colour> sequential_palette(std::string_view name, std::size_t count);

/// Names of the diverging palettes: "BlueOrange" (ColorBrewer's Blues and Oranges) and
/// ColorBrewer's own, of which the first classes (red, orange, brown, purple) are above the middle.
[[nodiscard]] std::vector<std::string> diverging_names();

/// Colours around a middle along the named palette: `below` ones, darkest first; with `middle`, one
/// nearly white; `above` ones, lightest first. Neighbours differ as in a sequential_palette of two
/// more colours than the longer side, and each colour differs by 10 from its counterpart on the
/// other side, to every sight but grey. Throws std::invalid_argument for an unknown name.
[[nodiscard]] std::vector<Colour> diverging_palette(std::string_view name, std::size_t below,
                                                    std::size_t above, bool middle = true);

/// The same along a custom ramp of two or more colours, lightest first. It is stretched or cut to
/// the same lightest and darkest ends.
[[nodiscard]] std::vector<Colour> ramp_palette(const std::vector<Colour>& ramp, std::size_t count);

/// Problems with colours for bands, lightest first; each a sentence without its full stop. Empty if
/// lightness falls, neighbours differ by 10 (CIEDE2000) to every sight, and text is legible on
/// each.
[[nodiscard]] std::vector<std::string> palette_faults(const std::vector<Colour>& colours);

/// Black or white, whichever contrasts more with `background`.
[[nodiscard]] Colour text_on(Colour background);

} // namespace wardmap::paint
