// SPDX-License-Identifier: MIT
// How a category is banded and tested, for the foot of a sheet.
#pragma once

#include <string>

#include "words/map_text.h"

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::words {

/// How a category is banded and tested: "Bands: natural breaks (Fisher), 5 bands, goodness of
/// variance fit 0.93."
[[nodiscard]] std::string method_line(const Study& study, const CategoryResult& category,
                                      Subject subject = Subject::bands);

/// How wards were tested, for the foot of a sheet; empty if they were not.
[[nodiscard]] std::string hotspot_method(const Study& study, const CategoryResult& category);

} // namespace wardmap::words
