// SPDX-License-Identifier: MIT
// Two categories laid out on one page, in three classes of each.
#pragma once

#include <vector>

#include "maps/sheets/category_sheet.h"
#include "maps/sheets/sheet.h"
#include "paint/bivariate_palette.h"

namespace wardmap {
struct BivariateResult;
}

namespace wardmap::maps {

/// Every ward carries the code of its class ("C3") where it has room, for nine colours cannot be
/// told apart in grey. Throws InputError if a printed range would put a ward in another class than
/// it is drawn in.
[[nodiscard]] Sheet lay_out_sheet(const SheetContext& context, const BivariateResult& result);

} // namespace wardmap::maps
