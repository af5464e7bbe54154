// SPDX-License-Identifier: MIT
// Adds with libqpdf what Cairo omits from a PDF: elements that span pages, text alternatives,
// scopes, artifacts, tagged links, the language, the XMP title.
#pragma once

#include <span>
#include <string>

#include "paint/scene.h"
#include "paint/structure.h"

namespace wardmap::paint {

/// The PDF with this structure, its objects packed into object streams (PDF 1.5). Streams that are
/// already compressed are unchanged. Same input, same bytes. Preconditions: `painted` is a PDF of
/// one page for each scene, with the boundaries of `structure` on each, in order; of any version,
/// and with any kind of cross-references. Throws OutputError if a precondition fails, with
/// libqpdf's reason if there is one.
[[nodiscard]] std::string finish_pdf(const std::string& painted, const Structure& structure,
                                     std::span<const Scene> scenes, const std::string& title);

} // namespace wardmap::paint
