// SPDX-License-Identifier: MIT
// Rows other than wards: totals, and places outside or unknown.
#pragma once

#include <string>

namespace wardmap::join {

/// "Total", "Grand total", "All wards", "COUNTY", the area's own name, a district's code of four
/// characters ("29UH").
[[nodiscard]] bool is_total(const std::string& key, const std::string& area);

/// "Urban wards total", "Subtotal rural", "Total of the north".
[[nodiscard]] bool is_part_total(const std::string& key);

/// "Unknown", "NFA", "Missing/Unknown", "Outside area".
[[nodiscard]] bool is_other_area(const std::string& key);

} // namespace wardmap::join
