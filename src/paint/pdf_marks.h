// SPDX-License-Identifier: MIT
// The marked content of a page (ISO 32000-1, 14.6). Private to paint/: names types of libqpdf.
#pragma once

#include <span>

#include <qpdf/QPDFPageObjectHelper.hh>

#include "paint/structure.h"

namespace wardmap::paint {

/// Gives the marks of a page the names of their elements and their numbers (MCID), or makes them
/// artifacts. Precondition: the page's content has the marks of `runs`, in order; throws
/// OutputError where it has more or fewer.
void name_marks(QPDFPageObjectHelper page, std::span<const Run> runs, const Structure& structure);

} // namespace wardmap::paint
