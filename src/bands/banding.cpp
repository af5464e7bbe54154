// SPDX-License-Identifier: MIT
#include "bands/banding.h"

#include <fmt/format.h>

#include "base/text.h"

namespace wardmap::bands {

std::string describe(const Banding& banding) {
    return fmt::format("{}, {}", banding.method, text::with_count(banding.bands.size(), "band"));
}

} // namespace wardmap::bands
