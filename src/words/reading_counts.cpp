// SPDX-License-Identifier: MIT
#include "words/reading_counts.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "words/ward_figures.h"

namespace wardmap::words {
namespace {

using hotspots::Evidence;
using hotspots::Reading;

constexpr std::array order = {Reading::high_in_cluster,
                              Reading::high,
                              Reading::in_high_cluster,
                              Reading::beside_high,
                              Reading::risen,
                              Reading::fallen,
                              Reading::beside_low,
                              Reading::in_low_cluster,
                              Reading::low,
                              Reading::low_in_cluster,
                              Reading::uncertain,
                              Reading::untestable,
                              Reading::none,
                              Reading::unchanged};

std::string row_words(const Study& study, const CategoryResult& category, Reading reading,
                      std::size_t wards) {
    auto words = hotspots::words(reading, words::area_noun(study, 2));
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    const auto tentative = static_cast<std::size_t>(std::count_if(
        category.hotspots->wards.begin(), category.hotspots->wards.end(), [&](const auto& ward) {
            return ward.joint.reading == reading && ward.joint.evidence == Evidence::tentative;
        }));
    if (tentative == 0) return words;
    return tentative == wards ? words + " (tentative)"
                              : fmt::format("{} ({} tentative)", words, tentative);
}

} // namespace

std::vector<ReadingCount> reading_counts(const Study& study, const CategoryResult& category) {
    std::vector<ReadingCount> rows;
    if (!category.hotspots) return rows;
    for (const auto reading : order) {
        const auto n = static_cast<std::size_t>(
            std::count_if(category.hotspots->wards.begin(), category.hotspots->wards.end(),
                          [&](const auto& ward) { return ward.joint.reading == reading; }));
        if (n > 0) rows.push_back({reading, row_words(study, category, reading, n), n});
    }
    // Where nothing could be tested there is nothing to read.
    if (rows.size() == 1 && rows.front().reading == Reading::untestable) rows.clear();
    return rows;
}

std::string readings_title(const CategoryResult& category) {
    return category.changes.empty() ? "Hotspot reading" : "Evidence of change";
}

std::string outline_note(const CategoryResult& category) {
    bool firm = false;
    bool tentative = false;
    if (!category.hotspots) return {};
    for (const auto& ward : category.hotspots->wards) {
        if (!is_outlined(ward.joint.reading)) continue;
        (ward.joint.evidence == Evidence::firm ? firm : tentative) = true;
    }
    if (firm && tentative) {
        return "Solid outline: significant after correction for multiple testing. Dashed: "
               "tentative";
    }
    if (firm) return "Outline: significant after correction for multiple testing";
    if (tentative)
        return "Dashed outline: tentative, not significant after correction for multiple testing";
    return {};
}

bool is_outlined(Reading reading) {
    return hotspots::is_high(reading) || reading == Reading::beside_high ||
           reading == Reading::risen || reading == Reading::fallen;
}

bool is_marked(Reading r) {
    return r != Reading::none && r != Reading::untestable && r != Reading::unchanged;
}

} // namespace wardmap::words
