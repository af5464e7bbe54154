// SPDX-License-Identifier: MIT
// Texts of a project with signs that the font does not have. Private to study/.
#pragma once

#include "base/finding.h"
#include "project/project.h"
#include "wards/ward.h"

namespace wardmap {

/// A warning for each text of the project that is printed, and one for all names of wards.
[[nodiscard]] Findings unprintable_texts(const project::Project& project, const WardSet& wards);

} // namespace wardmap
