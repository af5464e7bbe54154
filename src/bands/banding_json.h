// SPDX-License-Identifier: MIT
// Bands as data.
#pragma once

#include <nlohmann/json.hpp>

#include "bands/banding.h"

namespace wardmap::bands {

/// Scheme in words, fit, and each band with its ends, printed range, word and wards.
[[nodiscard]] nlohmann::ordered_json banding_json(const bands::Banding& banding);

} // namespace wardmap::bands
