// SPDX-License-Identifier: MIT
// Shared inputs of every sheet of a study.
#pragma once

#include "maps/ground/base_map.h"
#include "paint/text_metrics.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::maps {

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
