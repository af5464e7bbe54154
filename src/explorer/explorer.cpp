// SPDX-License-Identifier: MIT
#include "explorer/explorer.h"

#include <nlohmann/json.hpp>

#include "explorer/category_data.h"
#include "explorer/ground_data.h"
#include "explorer/page.h"
#include "explorer/static_table.h"
#include "paint/colour.h"
#include "study/series/step_categories.h"
#include "study/study.h"
#include "style/style.h"
#include "words/ward_figures.h"

namespace wardmap::explorer {
namespace {

using Json = nlohmann::ordered_json;

Json names_data(const WardSet& wards) {
    Json codes = Json::array();
    Json names = Json::array();
    for (const auto& ward : wards.wards) {
        codes.push_back(ward.code);
        names.push_back(ward.name);
    }
    return {{"code", std::move(codes)}, {"name", std::move(names)}};
}

Json line_data(double pt, paint::Colour colour) {
    return {{"pt", pt}, {"colour", paint::to_hex(colour)}};
}

} // namespace

std::string explorer_title(const Study& study) {
    const auto& project = study.project;
    if (!project.title.empty()) return project.title + ": explorer";
    return project.area.empty() ? "Explorer" : project.area + ": explorer";
}

std::string explorer_data(const Study& study, const style::Style& style,
                          const maps::BaseMap& ground) {
    Texts texts;
    Looks looks;
    Json categories = Json::array();
    for (const auto& category : study.categories) {
        auto data = category_data(study, category, style, texts, looks);
        for (const auto& step : step_categories(study, category)) {
            data["steps"].push_back(category_data(study, step, style, texts, looks));
        }
        categories.push_back(std::move(data));
    }
    const Json data = {{"title", explorer_title(study)},
                       {"area", study.project.area},
                       {"nouns", {words::area_noun(study, 1), words::area_noun(study, 2)}},
                       {"border", line_data(style.border_pt, style.border)},
                       {"outline", line_data(style.outline_pt, style.outline)},
                       {"readingOutlines", outline_data()},
                       {"wards", names_data(study.wards)},
                       {"categories", std::move(categories)},
                       {"looks", looks.all()},
                       {"texts", texts.all()},
                       {"ground", ground_data(study.wards, ground)}};
    return data.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string explorer_page(const Study& study, const style::Style& style,
                          const maps::BaseMap& ground) {
    return put_together(
        {explorer_title(study), static_table(study), explorer_data(study, style, ground)});
}

} // namespace wardmap::explorer
