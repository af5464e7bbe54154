// SPDX-License-Identifier: MIT
// The sheet of a bivariate map, in three classes of each category.
#pragma once

#include <vector>

#include "maps/sheets/category_sheet.h"
#include "maps/sheets/sheet.h"
#include "paint/bivariate_palette.h"

namespace wardmap {
struct BivariateResult;
}

namespace wardmap::maps {

/// Every ward has the code of its class ("C3") if there is space, because nine colours cannot be
/// distinguished in grey. Throws InputError if a printed range would put a ward in another class
/// than the one it is drawn in.
[[nodiscard]] Sheet lay_out_sheet(const SheetContext& context, const BivariateResult& result);

} // namespace wardmap::maps
