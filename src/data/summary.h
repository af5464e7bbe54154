// SPDX-License-Identifier: MIT
// What the categories say, for a paper: up to three sentences each.
#pragma once

#include <string>

namespace wardmap {
struct Study;
}

namespace wardmap::data {

[[nodiscard]] std::string summary_text(const Study& study);

} // namespace wardmap::data
