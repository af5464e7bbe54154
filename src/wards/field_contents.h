// SPDX-License-Identifier: MIT
// Which field of a layer holds codes or names of its areas, by what it holds. Private to wards/.
#pragma once

#include <cstddef>
#include <optional>

#include "gdal/vector_source.h"

namespace wardmap::wards {

/// The field with a GSS code for each feature, of several the one with most different codes (wards
/// before their districts); else one with a short text for each that has letters and digits.
/// `name` is never it.
[[nodiscard]] std::optional<std::size_t> field_of_codes(const gdal::Layer& layer,
                                                        std::optional<std::size_t> name);

/// The field of words that are nearly all different, of several the first; never `code`.
[[nodiscard]] std::optional<std::size_t> field_of_names(const gdal::Layer& layer,
                                                        std::optional<std::size_t> code);

/// Whether a field holds GSS codes of districts, where `code` holds those of something else.
[[nodiscard]] bool holds_other_districts(const gdal::Layer& layer, std::size_t field,
                                         std::size_t code);

} // namespace wardmap::wards
