// SPDX-License-Identifier: MIT
// Finds the field of a layer with the codes or names of its areas, by its content. Private to
// wards/.
#pragma once

#include <cstddef>
#include <optional>

#include "gdal/vector_source.h"

namespace wardmap::wards {

/// The field with a GSS code for each feature, of several the one with most distinct codes (wards
/// before their districts); else one with a short text of letters and digits for each. Never
/// `name`.
[[nodiscard]] std::optional<std::size_t> field_of_codes(const gdal::Layer& layer,
                                                        std::optional<std::size_t> name);

/// The first field of words that are nearly all distinct; never `code`.
[[nodiscard]] std::optional<std::size_t> field_of_names(const gdal::Layer& layer,
                                                        std::optional<std::size_t> code);

/// Whether a field holds GSS codes of districts while `code` holds those of something else.
[[nodiscard]] bool holds_other_districts(const gdal::Layer& layer, std::size_t field,
                                         std::size_t code);

} // namespace wardmap::wards
