// SPDX-License-Identifier: MIT
#include "book/book.h"

#include <functional>

#include "book/parts.h"
#include "study/category_sets.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::book {
namespace {

using AddPart = std::function<void(const Part& part, layout::Flow& flow)>;

struct Planned {
    Part part;
    AddPart add;
};

std::vector<Planned> planned(const Inputs& inputs) {
    std::vector<Planned> parts;
    const auto plan = [&](const std::string& title, const std::string& anchor, AddPart add) {
        parts.push_back({{title, anchor}, std::move(add)});
    };
    const auto from = [&inputs](auto add) {
        return [&inputs, add](const Part& part, layout::Flow& flow) { add(inputs, part, flow); };
    };
    const auto& study = inputs.study;
    if (study.categories.size() > 1) plan("At a glance", "glance", from(add_glance));
    for (const auto& category : study.categories) {
        plan(category.spec.title, "category-" + category.spec.id,
             [&inputs, &category](const Part& part, layout::Flow& flow) {
                 add_spread(inputs, category, part, flow);
             });
    }
    for (const auto& bivariate : study.bivariates) {
        plan(bivariate.spec.title, "category-" + bivariate.spec.id,
             [&inputs, &bivariate](const Part& part, layout::Flow& flow) {
                 add_bivariate(inputs, bivariate, part, flow);
             });
    }
    if (!deprivation_of(study).empty() && !overlapping(study).empty()) {
        plan("Deprivation and the readings", "deprivation", from(add_deprivation));
    }
    if (overlapping(study).size() > 1) {
        plan("Where high readings meet", "overlaps", from(add_overlaps));
    }
    plan("How the figures were made", "methods", from(add_methods));
    plan("Words used", "glossary", from(add_glossary));
    plan("Data quality", "quality", from(add_quality));
    return parts;
}

} // namespace

std::string book_title(const Study& study) {
    const auto& project = study.project;
    if (!project.title.empty()) return project.title + ": map book";
    return project.area.empty() ? "Map book" : project.area + ": map book";
}

std::vector<paint::Scene> lay_out_book(const Study& study, const style::Style& style,
                                       const paint::TextMetrics& metrics,
                                       const maps::BaseMap& ground) {
    const Inputs inputs{study, style, metrics, ground};
    layout::PageSetup setup;
    setup.title = book_title(study);
    setup.cover = true;
    setup.table_pt = 8; // so that a borough's wards fit on one page
    setup.heading_pt = {20, 13, 11};
    layout::Flow flow(setup, metrics);
    const auto parts = planned(inputs);
    std::vector<Part> contents;
    for (const auto& part : parts) {
        contents.push_back(part.part);
    }
    add_cover(inputs, flow);
    add_contents(contents, flow);
    for (const auto& [part, add] : parts) {
        flow.new_page();
        add(part, flow);
    }
    return std::move(flow).finish();
}

} // namespace wardmap::book
