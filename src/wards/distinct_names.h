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

/// Gives wards that share a name one of their own: "Castle (Dover)" by the district's name; if the
/// boundaries hold no names of districts, or they do not differ, "Castle (E07000108)" by the
/// district's code or else the ward's, with a warning. All other names stay as they are.
void distinguish_names(std::vector<Ward>& wards, const std::string& shown_as, Findings& findings);

} // namespace wardmap::wards
