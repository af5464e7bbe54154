// SPDX-License-Identifier: MIT
// The marked content of a page (ISO 32000-1, 14.6). Private to paint/: names types of libqpdf.
#pragma once

#include <span>

#include <qpdf/QPDFPageObjectHelper.hh>

#include "paint/structure.h"

namespace wardmap::paint {

/// Replaces the painter's boundaries with marks: for each run the name of its element and a number
/// (MCID), or an artifact. Precondition: the page's content has the boundaries of `runs`, in order;
/// throws OutputError if it has more or fewer.
void set_marks(QPDFPageObjectHelper page, std::span<const Run> runs, const Structure& structure);

} // namespace wardmap::paint
