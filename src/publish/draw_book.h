// SPDX-License-Identifier: MIT
// The products for committees: the map book and the snippets. Private to publish/.
#pragma once

#include "base/staged_files.h"
#include "publish/options.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {
class BaseMap;
}

namespace wardmap::publish {

/// book.pdf.
void draw_book(const Study& study, const style::Style& style, const maps::BaseMap& ground,
               StagedFiles& files);

/// snippets/<id>.png, .html and .docx for each category.
void draw_snippets(const Study& study, const style::Style& style, const maps::BaseMap& ground,
                   const Options& options, StagedFiles& files);

} // namespace wardmap::publish
