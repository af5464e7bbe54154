// SPDX-License-Identifier: MIT
#include "bands/frozen.h"

#include <algorithm>

#include <fmt/format.h>

#include "bands/make_bands.h"
#include "bands/zero.h"
#include "base/text.h"
#include "project/category.h"

namespace wardmap::bands {

Plan plan_of(const project::FrozenBands& frozen, std::string method) {
    Plan plan;
    plan.borrowed = true;
    plan.scheme = project::Scheme::fixed;
    plan.method = std::move(method);
    plan.low = frozen.breaks.front();
    plan.high = frozen.breaks.back();
    for (std::size_t i = 1; i + 1 < frozen.breaks.size(); ++i) {
        plan.cuts.push_back({frozen.breaks[i], Place::keep});
    }
    plan.words.resize(plan.cuts.size() + 1);
    if (frozen.zero_apart) set_zero_apart(plan, frozen.breaks, "none");
    if (frozen.labels.size() == plan.words.size()) {
        plan.words = frozen.labels;
    } else if (!frozen.labels.empty()) {
        plan.findings.push_back(
            {.severity = Severity::note,
             .found = fmt::format("the labels for {} are left out: there are {}",
                                  text::with_count(frozen.labels.size(), "band"),
                                  text::with_count(plan.words.size(), "band"))});
    }
    return plan;
}

project::FrozenBands frozen_of(const Banding& banding, const project::Category& category) {
    project::FrozenBands frozen;
    frozen.measure = std::string(project::measure_name(category));
    frozen.per = category.per;
    frozen.method = banding.method;
    frozen.breaks.push_back(banding.bands.front().low);
    for (const auto& cut : banding.cuts) {
        if (cut.place == Place::above) {
            frozen.zero_apart = true;
        } else {
            frozen.breaks.push_back(cut.at);
        }
    }
    frozen.breaks.push_back(banding.bands.back().high);
    const bool worded = std::any_of(banding.bands.begin(), banding.bands.end(),
                                    [](const Band& band) { return !band.word.empty(); });
    for (const auto& band : banding.bands) {
        if (worded) frozen.labels.push_back(band.word);
    }
    return frozen;
}

} // namespace wardmap::bands
