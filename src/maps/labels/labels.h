// SPDX-License-Identifier: MIT
// Placement of ward names: inside their ward if they fit, else a number and a line in a key.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "geo/polygon.h"
#include "maps/labels/label.h"

namespace wardmap::maps {

/// Places every name: whole or wrapped at blanks into up to three lines, shrinking to
/// `min_size_pt`, inside its ward; else on its disc; else beside the area, off all wards, with a
/// leader line; else a number in the ward, or beside it with a leader line, whichever has the least
/// total cost (see choose_labels.h); if more than 150 wards have no space for a number, the 40 most
/// important have one. Guarantees: no two boxes are within 0.5 mm of each other, none leaves the
/// frame or touches an obstacle, no leader crosses a label or another leader, no type is smaller
/// than `min_size_pt`; numbers increase from top left to bottom right; the same requests give the
/// same result. Precondition: the shapes do not overlap each other.
[[nodiscard]] Labelling place_labels(const std::vector<LabelRequest>& requests,
                                     const LabelOptions& options, const MeasureLabel& measure);

} // namespace wardmap::maps
