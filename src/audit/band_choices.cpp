// SPDX-License-Identifier: MIT
#include "audit/band_choices.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "bands/banding_json.h"
#include "base/json_text.h"
#include "base/named_values.h"
#include "base/text.h"
#include "study/category_result.h"

namespace wardmap::audit {
namespace {

using Row = std::vector<std::string>;

std::string padded(const std::string& cell, std::size_t width, bool to_the_right) {
    const std::string blanks(width - std::min(width, text::length(cell)), ' ');
    return to_the_right ? blanks + cell : cell + blanks;
}

/// Lines with columns two blanks apart; `right` marks right-aligned ones.
std::string in_columns(const std::vector<Row>& rows, const std::vector<bool>& right) {
    std::vector<std::size_t> widths(right.size());
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], text::length(row[i]));
        }
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += (i == 0 ? "" : "  ") + padded(row[i], widths[i], right[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string wards_in_bands(const bands::Banding& banding) {
    std::vector<std::string> counts;
    for (const auto& band : banding.bands) {
        counts.push_back(std::to_string(band.known) +
                         (band.suppressed > 0 ? fmt::format("+{}", band.suppressed) : ""));
    }
    return text::join(counts, " ");
}

std::string ends_of(const bands::Banding& banding) {
    std::vector<std::string> ends;
    for (const auto& band : banding.bands) {
        ends.push_back(text::number(band.low, banding.decimals));
    }
    if (!banding.bands.empty()) {
        ends.push_back(text::number(banding.bands.back().high, banding.decimals));
    }
    return text::join(ends, " | ");
}

Row row_of(const BandChoice& choice) {
    const auto& banding = choice.banding;
    const std::string mark = choice.own ? "*" : "";
    if (banding.bands.empty()) return {mark, choice.name, "", "", "", "-"};
    return {mark,
            choice.name,
            std::to_string(banding.bands.size()),
            text::number(banding.fit.gvf, 3),
            text::number(banding.fit.tai, 3),
            wards_in_bands(banding),
            ends_of(banding)};
}

std::size_t known_wards(const CategoryResult& category) {
    return static_cast<std::size_t>(std::count_if(category.values.begin(), category.values.end(),
                                                  [](const Cell& c) { return c.is_known(); }));
}

bool any_withheld(const std::vector<BandChoice>& choices) {
    return std::any_of(choices.begin(), choices.end(), [](const BandChoice& choice) {
        return wards_in_bands(choice.banding).find('+') != std::string::npos;
    });
}

/// The findings of the schemes, each once, with the schemes that report it.
std::string findings_of(const std::vector<BandChoice>& choices) {
    std::vector<std::string> order;
    std::map<std::string, std::vector<std::string>> sayers;
    const auto add = [&](const std::string& message, const std::string& name) {
        if (!sayers.contains(message)) order.push_back(message);
        sayers[message].push_back(name);
    };
    for (const auto& choice : choices) {
        if (!choice.refused.empty()) add(choice.refused, choice.name);
        for (const auto& finding : choice.banding.findings) {
            add(finding.found, choice.name);
        }
    }
    std::string text;
    for (const auto& message : order) {
        text += fmt::format("{}: {}\n", text::join(sayers[message], "; "), message);
    }
    return text;
}

} // namespace

std::string band_choices_text(const CategoryResult& category,
                              const std::vector<BandChoice>& choices) {
    std::vector<Row> rows{
        {"", "scheme", "bands", "GVF", "TAI", "in each band, lowest first", "limits of the bands"}};
    for (const auto& choice : choices) {
        rows.push_back(row_of(choice));
    }
    std::string text =
        fmt::format("{}: {}, {} known\n\n", category.spec.title, category.unit.title(),
                    text::with_count(known_wards(category), "figure"));
    text += in_columns(rows, {false, false, true, true, true, false, false});
    text += "\n* used in the project. GVF: goodness of variance fit, TAI: tabular accuracy "
            "index; 1 is best,\n  and more bands fit better, so compare at one number of bands.\n";
    if (category.spec.bands.zero_apart) {
        text += "  The figure 0 is in a separate band, as in the project.\n";
    }
    if (any_withheld(choices)) {
        text += "  2+6: 2 with a figure, 6 whose withheld figure is within the band.\n";
    }
    const auto more = findings_of(choices);
    return more.empty() ? text : text + "\n" + more;
}

std::string band_choices_json(const CategoryResult& category,
                              const std::vector<BandChoice>& choices) {
    nlohmann::ordered_json json;
    json["category"] = category.spec.id;
    json["title"] = category.spec.title;
    json["unit"] = category.unit.title();
    json["figures_known"] = known_wards(category);
    json["choices"] = nlohmann::ordered_json::array();
    for (const auto& choice : choices) {
        const auto& spec = choice.spec;
        const bool by_scheme = spec.same_as.empty() && spec.frozen.written.empty();
        nlohmann::ordered_json item;
        item["name"] = choice.name;
        item["scheme"] = by_scheme
                             ? nlohmann::ordered_json(name_of(project::scheme_names, spec.scheme))
                             : nlohmann::ordered_json();
        item["count_asked"] = by_scheme && project::takes_count(spec.scheme)
                                  ? nlohmann::ordered_json(spec.count)
                                  : nlohmann::ordered_json();
        item["own"] = choice.own;
        item["refused"] = choice.refused;
        item["banding"] = bands::banding_json(choice.banding);
        item["findings"] = nlohmann::ordered_json::array();
        for (const auto& finding : choice.banding.findings) {
            item["findings"].push_back(finding.found);
        }
        json["choices"].push_back(std::move(item));
    }
    return json_text(json);
}

} // namespace wardmap::audit
