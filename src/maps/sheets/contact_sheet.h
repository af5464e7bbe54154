// SPDX-License-Identifier: MIT
// All categories at a glance: small maps of one extent and one scale, each with its legend.
#pragma once

#include <vector>

#include "maps/sheets/sheet.h"
#include "maps/sheets/sheet_context.h"

namespace wardmap::maps {

/// Pages of at most twelve maps in the order of the project. No names; areas are recognised by
/// their position. Throws InputError as lay_out_sheet does.
[[nodiscard]] std::vector<Sheet> lay_out_contact_sheet(const SheetContext& context);

} // namespace wardmap::maps
