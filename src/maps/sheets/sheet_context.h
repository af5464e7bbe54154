// SPDX-License-Identifier: MIT
// What every sheet of a study is laid out with.
#pragma once

#include "paint/text_metrics.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {

class BaseMap;

/// All of it outlives the layout. `ground` holds the study's wards and serves all its sheets.
struct SheetContext {
    const Study& study;
    const style::Style& style;
    const paint::TextMetrics& metrics;
    const BaseMap& ground;

    [[nodiscard]] SheetContext with(const style::Style& other) const {
        return {study, other, metrics, ground};
    }
};

} // namespace wardmap::maps
