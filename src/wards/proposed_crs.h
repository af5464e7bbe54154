// SPDX-License-Identifier: MIT
// A coordinate system for boundaries that do not state their own.
#pragma once

#include <string>

#include "wards/read_wards.h"

namespace wardmap::wards {

/// The CRS that the coordinates look like (geo::proposed_crs), where neither the source nor its
/// file states one; else, or where they look like none, empty. Throws InputError as read_wards does
/// for a file that cannot be read.
[[nodiscard]] std::string proposed_crs(const BoundarySource& source);

} // namespace wardmap::wards
