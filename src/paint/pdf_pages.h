// SPDX-License-Identifier: MIT
// The unfinished pages of a PDF, as painted by Cairo. Private to paint/.
#pragma once

#include <span>
#include <string>

#include "paint/scene.h"
#include "paint/structure.h"

namespace wardmap::paint {

/// A PDF of one page for each scene, with its title, outline and fixed dates; each run of
/// `structure` is one piece of marked content under the name `painted_mark`. Throws OutputError
/// with Cairo's reason.
[[nodiscard]] std::string paint_pdf(std::span<const Scene> scenes, const Structure& structure,
                                    const std::string& title);

} // namespace wardmap::paint
