// SPDX-License-Identifier: MIT
// Shared inputs of every sheet of a study.
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

/// Everything here must outlive the layout. `ground` has the study's wards and is shared by all its
/// sheets.
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
