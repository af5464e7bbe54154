// SPDX-License-Identifier: MIT
// What Cairo leaves out of a PDF, added by libqpdf: elements that go on over pages, text
// alternatives, scopes, artifacts, links that are tagged, the language, the title in XMP.
#pragma once

#include <span>
#include <string>

#include "paint/scene.h"
#include "paint/structure.h"

namespace wardmap::paint {

/// The PDF with this structure, its objects packed into object streams (PDF 1.5). Streams that are
/// packed already stay as they are. Same input, same bytes. Preconditions: `painted` is a PDF of
/// one page for each scene, with the boundaries of `structure` on each, in order; of any version,
/// and with any kind of cross-references. Throws OutputError if that does not hold, with libqpdf's
/// reason if it has one.
[[nodiscard]] std::string finish_pdf(const std::string& painted, const Structure& structure,
                                     std::span<const Scene> scenes, const std::string& title);

} // namespace wardmap::paint
