// SPDX-License-Identifier: MIT
#include "study/unprintable.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/shown.h"
#include "base/text.h"
#include "paint/missing_signs.h"
#include "project/category.h"

namespace wardmap {
namespace {

struct Texts {
    std::vector<std::string> texts;
    std::vector<std::string> places; // "the title of asb"

    void add(const std::string& text, std::string place) {
        if (std::ranges::find(texts, text) != texts.end()) return;
        texts.push_back(text);
        places.push_back(std::move(place));
    }
};

Texts texts_of(const project::Project& project) {
    Texts texts;
    texts.add(project.title, "the title");
    texts.add(project.area, "the area's name");
    texts.add(project.contact, "the contact");
    for (const auto& category : project.categories) {
        texts.add(category.title, "the title of " + category.id);
        texts.add(category.group, "the group of " + category.id);
        texts.add(category.unit, "the unit of " + category.id);
        texts.add(category.period, "the period of " + category.id);
        texts.add(category.source, "the source of " + category.id);
        texts.add(category.note, "the note of " + category.id);
    }
    return texts;
}

Finding fault(const std::string& file, const std::string& place, const std::string& text,
              const std::vector<std::string>& signs) {
    return {.severity = Severity::warning,
            .place = {file},
            .found = fmt::format("the font cannot draw {} in {}, {}: a box would be printed",
                                 text::list(signs, "and"), place, text::quoted(text)),
            .expected = "letters, figures and signs of Open Sans",
            .help = "write it in words",
            .kind = "texts have signs that the font cannot draw"};
}

} // namespace

Findings unprintable_texts(const project::Project& project, const WardSet& wards) {
    auto printed = texts_of(project);
    const auto of_project = printed.texts.size();
    for (const auto& ward : wards.wards) {
        printed.texts.push_back(ward.name);
    }
    Findings findings;
    const auto missing = paint::missing_signs(printed.texts);
    for (std::size_t i = 0; i < missing.size(); ++i) {
        if (missing[i].empty()) continue;
        const bool is_name = i >= of_project;
        findings.push_back(fault(is_name ? wards.source : project.file.written,
                                 is_name ? "a name" : printed.places[i], printed.texts[i],
                                 missing[i]));
    }
    return findings;
}

} // namespace wardmap
