// SPDX-License-Identifier: MIT
// Sentences about the categories, for a report: up to three each.
#pragma once

#include <string>

namespace wardmap {
struct Study;
}

namespace wardmap::data {

[[nodiscard]] std::string summary_text(const Study& study);

} // namespace wardmap::data
