// SPDX-License-Identifier: MIT
// What Cairo 1.16 leaves out of a tagged PDF: elements that go on over pages, text alternatives,
// scopes, artifacts, links that are tagged, the document's language, its title in XMP.
#pragma once

#include <span>
#include <string>

#include "paint/scene.h"
#include "paint/structure.h"

namespace wardmap::paint {

/// The name under which the painter marks all content; `with_structure` gives it its own.
inline constexpr const char* mark_name = "P";

/// The PDF with this structure in place of Cairo's, and everything packed. Preconditions: `pdf` is
/// as Cairo writes it, with one page for each scene and the marks of `structure` on each, in order.
/// Throws OutputError where that does not hold.
[[nodiscard]] std::string with_structure(const std::string& pdf, const Structure& structure,
                                         std::span<const Scene> pages, const std::string& title);

} // namespace wardmap::paint
