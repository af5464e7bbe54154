// SPDX-License-Identifier: MIT
// The structure tree of a PDF (ISO 32000-1, 14.7): its elements, and the parent tree from content
// and links back to them. Private to paint/: names types of libqpdf.
#pragma once

#include <span>

#include <qpdf/QPDFPageObjectHelper.hh>

#include "paint/structure.h"

namespace wardmap::paint {

/// Replaces the structure tree of `pdf` with `structure`. `scenes` and `pages` are the same pages,
/// with the marks of `structure`. Throws OutputError for a link without a destination.
void set_structure_tree(QPDF& pdf, const Structure& structure, std::span<const Scene> scenes,
                        std::span<const QPDFPageObjectHelper> pages);

} // namespace wardmap::paint
