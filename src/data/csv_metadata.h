// SPDX-License-Identifier: MIT
// Machine-readable description of wards.csv: CSV on the Web (W3C Recommendation, 2015).
#pragma once

#include <string>
#include <vector>

#include "data/columns.h"

namespace wardmap {
struct Study;
}

namespace wardmap::data {

/// Every column with its title, datatype, meaning and non-numeric marks; the key, the sources and
/// the attribution.
[[nodiscard]] std::string csv_metadata(const Study& study, const std::vector<Column>& columns);

} // namespace wardmap::data
