// SPDX-License-Identifier: MIT
// A coordinate system for boundaries that do not state their own.
#pragma once

#include <string>

#include "wards/read_wards.h"

namespace wardmap::wards {

/// The CRS suggested by the coordinates (geo::proposed_crs), if neither the source nor its file
/// states one; empty otherwise, or if none is suggested. Throws InputError as read_wards does for a
/// file that cannot be read.
[[nodiscard]] std::string proposed_crs(const BoundarySource& source);

} // namespace wardmap::wards
