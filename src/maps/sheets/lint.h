// SPDX-License-Identifier: MIT
// A finished sheet looked over as a printer's reader would.
//
// The rules: no text overlaps another or the mark of a reading; nothing leaves the page; no type is
// smaller than 6 pt; text stands out from what is below it by 4.5:1 (WCAG 2 AA); every number on
// the map is in the key; no empty rectangle takes more than a third of the page.
#pragma once

#include "base/finding.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::maps {

/// One error for each fault. `name` says which sheet, in the findings.
[[nodiscard]] Findings lint(const paint::Scene& scene, const std::string& name,
                            const paint::TextMetrics& metrics);

} // namespace wardmap::maps
