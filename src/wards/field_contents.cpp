// SPDX-License-Identifier: MIT
#include "wards/field_contents.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/pattern.h"
#include "base/text.h"
#include "tables/area_code.h"

namespace wardmap::wards {
namespace {

/// Statistics of a field's texts.
struct Contents {
    std::size_t filled = 0;
    std::size_t different = 0;
    std::size_t gss = 0;   // GSS codes
    std::size_t codes = 0; // short texts of letters and digits, without blanks
    std::size_t words = 0; // texts with letters that are not codes, dates, links or numbers
};

Contents contents_of(const gdal::Layer& layer, std::size_t field) {
    static const Pattern code(R"([A-Za-z]{1,6}[-_/]?\d[A-Za-z0-9_-]{0,12}|\d{1,4}[A-Za-z]{1,6})");
    static const Pattern strange(
        R"(.*://.*|.*@.*|\{.*\}|<.*|[\d.,:/TZ +-]+|\d{4}[-/]\d\d?[-/].*|[0-9a-fA-F-]{32,})");
    Contents contents;
    std::set<std::string> seen;
    for (const auto& feature : layer.features) {
        const auto& value = feature.texts[field];
        const auto text = value ? std::string(text::trimmed(*value)) : std::string();
        if (text.empty()) continue;
        ++contents.filled;
        seen.insert(text);
        const bool is_gss = tables::is_gss_code(text);
        const bool is_code = is_gss || code.fits(text);
        if (is_gss) ++contents.gss;
        if (is_code) ++contents.codes;
        constexpr std::size_t longest_name = 100;
        if (!is_code && text.size() <= longest_name && !strange.fits(text)) ++contents.words;
    }
    contents.different = seen.size();
    return contents;
}

/// Nearly all of the features.
bool nearly_all(std::size_t part, const gdal::Layer& layer) {
    return part > 0 && 20 * part >= 19 * layer.features.size();
}

} // namespace

std::optional<std::size_t> field_of_codes(const gdal::Layer& layer,
                                          std::optional<std::size_t> name) {
    std::optional<std::size_t> best;
    Contents of_best;
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        const auto own = contents_of(layer, i);
        const bool gss = nearly_all(own.gss, layer);
        const bool short_codes = nearly_all(own.codes, layer) && nearly_all(own.different, layer);
        if (i == name || (!gss && !short_codes)) continue;
        const auto rank = [](const Contents& c) { return std::pair(c.gss > 0, c.different); };
        if (best && rank(own) <= rank(of_best)) continue;
        best = i;
        of_best = own;
    }
    return best;
}

std::optional<std::size_t> field_of_names(const gdal::Layer& layer,
                                          std::optional<std::size_t> code) {
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        const auto own = contents_of(layer, i);
        const bool names = nearly_all(own.words, layer) && 3 * own.different > 2 * own.filled;
        if (i == code || !names || own.different <= most) continue;
        best = i;
        most = own.different;
    }
    return best;
}

bool holds_other_districts(const gdal::Layer& layer, std::size_t field, std::size_t code) {
    static const Pattern district("(E0[6789]|W06|S12|N09).*");
    const auto all_fit = [&](std::size_t at) {
        return !layer.features.empty() &&
               std::ranges::all_of(layer.features, [&](const gdal::Feature& feature) {
                   const auto& value = feature.texts[at];
                   return value && tables::is_gss_code(*value) && district.fits(*value);
               });
    };
    return all_fit(field) && !all_fit(code);
}

} // namespace wardmap::wards
