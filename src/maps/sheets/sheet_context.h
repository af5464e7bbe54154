// SPDX-License-Identifier: MIT
// What every sheet of a study is laid out with.
#pragma once

#include "maps/ground/base_map.h"
#include "paint/text_metrics.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::maps {

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
