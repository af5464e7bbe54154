// SPDX-License-Identifier: MIT
// One category through time: small maps of its periods at one scale, in one set of bands, with one
// legend.
#pragma once

#include <vector>

#include "maps/sheets/sheet.h"
#include "maps/sheets/sheet_context.h"
#include "study/series/period_sets.h"

namespace wardmap::maps {

/// Pages of at most twelve maps, each headed by its period and the whole area's value. The text of
/// the first page describes the changes. Throws InputError if a page has not enough space, or the
/// legend's guarantee is broken.
[[nodiscard]] std::vector<Sheet> lay_out_periods(const SheetContext& context, const PeriodSet& set);

} // namespace wardmap::maps
