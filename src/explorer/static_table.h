// SPDX-License-Identifier: MIT
// The figures as a plain table, for browsers without scripts. Private to explorer/.
#pragma once

#include <string>

namespace wardmap {
struct Study;
}

namespace wardmap::explorer {

/// HTML: every ward with its value in every category, as printed on the sheets.
[[nodiscard]] std::string static_table(const Study& study);

} // namespace wardmap::explorer
