// SPDX-License-Identifier: MIT
#include "publish/draw_briefing.h"

#include "base/interrupt.h"
#include "briefing/briefing.h"
#include "paint/canvas.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::publish {

void draw_briefing(const Study& study, const style::Style& style, const maps::BaseMap& ground,
                   const Options& options, StagedFiles& files) {
    const paint::TextMetrics metrics;
    const auto briefing = briefing::make_briefing(study, options.threads);
    const auto pages = briefing::lay_out(briefing, style, metrics, ground);
    stop_if_interrupted();
    files.add("briefing.pdf", paint::to_pdf(pages, briefing::title_of(study)));
    files.add("briefing.html", briefing::to_html(briefing, style, metrics, ground));
}

} // namespace wardmap::publish
