// SPDX-License-Identifier: MIT
// Texts below maps.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "project/layer_spec.h"
#include "study/disclosure/disclose.h"
#include "study/study.h"
#include "words/foot_lines.h"
#include "words/island_notes.h"
#include "words/method_line.h"
#include "words/ward_figures.h"

namespace wardmap::words {
namespace {

/// Whether areas other than the wards of a ring are also grey.
bool grey_areas(const Study& study, const CategoryResult& category) {
    if (category.spec.map == project::MapKind::tiles) return false;
    return std::ranges::any_of(study.layers, [](const ContextLayer& layer) {
        return !layer.features.empty() && layer.spec.look == project::LayerSpec::Look::neighbours;
    });
}

/// The note on the wards around the area, which are included in the tests.
std::string ring_line(const Study& study, const CategoryResult& category) {
    if (!category.hotspots || category.hotspots->around == 0) return {};
    const auto& wards = study.wards.noun.plural;
    if (category.spec.map == project::MapKind::tiles) {
        return fmt::format("The {} around the area are included in the tests but not drawn.",
                           wards);
    }
    return fmt::format("{}: {} around the area, included in the tests only.",
                       grey_areas(study, category) ? "Darker grey" : "Grey", wards);
}

} // namespace

std::string as_sentence(std::string s) {
    if (!s.empty() && s.back() != '.' && s.back() != '!' && s.back() != '?') s += '.';
    return s;
}

std::vector<std::string> source_lines(const CategoryResult& category) {
    std::string source;
    if (!category.spec.source.empty()) source = "Source: " + as_sentence(category.spec.source);
    if (!category.denominator_label.empty()) {
        source += fmt::format("{}Denominator: {}", source.empty() ? "" : " ",
                              as_sentence(category.denominator_label));
    }
    if (source.empty()) return {};
    return {source};
}

std::vector<std::string> common_sources(const std::vector<const CategoryResult*>& categories) {
    std::vector<std::string> sources;
    std::vector<std::string> denominators;
    const auto add = [](std::vector<std::string>& to, const std::string& line) {
        if (!line.empty() && std::ranges::find(to, line) == to.end()) to.push_back(line);
    };
    for (const auto* const category : categories) {
        add(sources, category->spec.source);
        add(denominators, category->denominator_label);
    }
    std::vector<std::string> sentences;
    const auto add_lines = [&](const char* what, const std::vector<std::string>& lines) {
        if (lines.empty()) return;
        auto line = fmt::format("{}: {}", what, text::join(lines, "; "));
        if (!line.ends_with('.')) line += '.';
        sentences.push_back(std::move(line));
    };
    add_lines("Sources", sources);
    add_lines("Denominators", denominators);
    return sentences;
}

std::vector<std::string> boundary_lines(const Study& study) {
    std::vector<std::string> lines;
    const auto& boundaries = study.project.boundaries;
    for (const auto& line : {as_sentence(boundaries.note), as_sentence(boundaries.attribution)}) {
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> layer_lines(const Study& study) {
    std::vector<std::string> lines;
    for (const auto& layer : study.layers) {
        if (layer.features.empty() || layer.spec.attribution.empty()) continue;
        lines.push_back(layer.spec.title + ": " + as_sentence(layer.spec.attribution));
    }
    const auto moved = island_notes(study);
    lines.insert(lines.end(), moved.begin(), moved.end());
    return lines;
}

std::vector<std::string> foot_lines(const Study& study, const CategoryResult& category,
                                    Subject subject, Method method) {
    auto lines = source_lines(category);
    const auto rule = first_capital(in_words(category.disclosure.rule));
    for (const auto& line :
         {as_sentence(category.spec.note), as_sentence(rule),
          method == Method::in_full ? method_line(study, category, subject) : std::string()}) {
        if (!line.empty()) lines.push_back(line);
    }
    if (method == Method::elsewhere) {
        lines.push_back(fmt::format("Bands and tests are explained in {}{}.txt.", category.spec.id,
                                    subject == Subject::reading ? ".reading" : ""));
    }
    const auto ring = ring_line(study, category);
    if (!ring.empty()) lines.push_back(ring);
    if (category.spec.map != project::MapKind::tiles) {
        const auto layers = layer_lines(study);
        lines.insert(lines.end(), layers.begin(), layers.end());
    }
    const auto boundaries = boundary_lines(study);
    lines.insert(lines.end(), boundaries.begin(), boundaries.end());
    return lines;
}

std::vector<std::string> small_foot_lines(const Study& study,
                                          const std::vector<const CategoryResult*>& maps,
                                          const std::vector<std::string>& more) {
    std::vector<std::string> lines;
    const auto add = [&](const std::vector<std::string>& added) {
        for (const auto& line : added) {
            const bool is_new = std::ranges::find(lines, line) == lines.end();
            if (!line.empty() && is_new) lines.push_back(line);
        }
    };
    const bool one = std::ranges::all_of(maps, [&](const CategoryResult* map) {
        return source_lines(*map) == source_lines(*maps.front());
    });
    add(one && !maps.empty() ? source_lines(*maps.front()) : common_sources(maps));
    add(more);
    add(island_notes(study));
    add(boundary_lines(study));
    return lines;
}

} // namespace wardmap::words
