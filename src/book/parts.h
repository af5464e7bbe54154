// SPDX-License-Identifier: MIT
// The parts of the book. Private to book/.
#pragma once

#include <string>
#include <vector>

#include "book/book.h"
#include "layout/flow.h"

namespace wardmap {
struct BivariateResult;
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::book {

/// Inputs shared by all parts.
struct Inputs {
    const Study& study;
    const style::Style& style;
    const paint::TextMetrics& metrics;
    const maps::BaseMap& ground;
};

/// A part listed in the contents.
struct Part {
    std::string title;
    std::string anchor;
};

void add_cover(const Inputs& inputs, layout::Flow& flow);
void add_contents(const std::vector<Part>& parts, layout::Flow& flow);
void add_glance(const Inputs& inputs, const Part& part, layout::Flow& flow);
void add_spread(const Inputs& inputs, const CategoryResult& category, const Part& part,
                layout::Flow& flow);

void add_bivariate(const Inputs& inputs, const BivariateResult& result, const Part& part,
                   layout::Flow& flow);

void add_deprivation(const Inputs& inputs, const Part& part, layout::Flow& flow);

void add_overlaps(const Inputs& inputs, const Part& part, layout::Flow& flow);

void add_methods(const Inputs& inputs, const Part& part, layout::Flow& flow);
void add_glossary(const Inputs& inputs, const Part& part, layout::Flow& flow);
void add_quality(const Inputs& inputs, const Part& part, layout::Flow& flow);

} // namespace wardmap::book
