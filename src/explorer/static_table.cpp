// SPDX-License-Identifier: MIT
#include "explorer/static_table.h"

#include <fmt/format.h>

#include "base/text.h"
#include "study/study.h"
#include "words/ward_figures.h"

namespace wardmap::explorer {
namespace {

std::string heading(const CategoryResult& category) {
    auto text = category.spec.title + ": " + category.unit.title();
    if (!category.spec.period.empty()) text += ", " + category.spec.period;
    return text;
}

} // namespace

std::string static_table(const Study& study) {
    using text::as_markup;
    std::string html = fmt::format("<table>\n<caption>All figures by {}</caption>\n<thead><tr>"
                                   "<th scope=\"col\">{}</th><th scope=\"col\">Code</th>",
                                   as_markup(words::area_noun(study, 1)),
                                   as_markup(words::first_capital(words::area_noun(study, 1))));
    for (const auto& category : study.categories) {
        html += "<th scope=\"col\">" + as_markup(heading(category)) + "</th>";
    }
    html += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        const auto& ward = study.wards.wards[i];
        html += "<tr><th scope=\"row\">" + as_markup(ward.name) + "</th><td>" +
                as_markup(ward.code) + "</td>";
        for (const auto& category : study.categories) {
            html += "<td>" + as_markup(words::printed(category, i)) + "</td>";
        }
        html += "</tr>\n";
    }
    return html + "</tbody>\n</table>";
}

} // namespace wardmap::explorer
