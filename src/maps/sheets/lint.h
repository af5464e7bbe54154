// SPDX-License-Identifier: MIT
// Checks a finished sheet (--lint).
//
// The rules: no text overlaps another or the mark of a reading; nothing leaves the page; no type is
// smaller than 6 pt; text has a contrast of 4.5:1 with its background (WCAG 2 AA); every number on
// the map is in the key; no empty rectangle takes more than a third of the page.
#pragma once

#include "base/finding.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::maps {

/// One error for each problem. `name` identifies the sheet in the findings.
[[nodiscard]] Findings lint(const paint::Scene& scene, const std::string& name,
                            const paint::TextMetrics& metrics);

} // namespace wardmap::maps
