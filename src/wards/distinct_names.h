// SPDX-License-Identifier: MIT
// Wards of the same name in different districts. Private to wards/.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"

namespace wardmap {
struct Ward;
}

namespace wardmap::wards {

/// Makes shared names unique: "Castle (Dover)" with the district's name; if the boundaries have no
/// district names, or these are the same, "Castle (E07000108)" with the district's code or else the
/// ward's, with a warning. All other names are unchanged.
void distinguish_names(std::vector<Ward>& wards, const std::string& shown_as, Findings& findings);

} // namespace wardmap::wards
