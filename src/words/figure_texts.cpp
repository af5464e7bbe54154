// SPDX-License-Identifier: MIT
#include "words/figure_texts.h"

#include <fmt/format.h>

#include "study/category_result.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"

namespace wardmap::words {

std::vector<std::string> figure_texts(const CategoryResult& category) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        if (!category.values[i].is_known()) {
            lines.push_back(words::printed(category, i));
            continue;
        }
        lines.push_back(words::value_words(category, i));
        const auto& banding = category.banding;
        if (const auto band = i < banding.band_of.size() ? banding.band_of[i] : std::nullopt) {
            lines.back() += fmt::format(" (band {})", banding.bands[*band].range);
        }
    }
    return lines;
}

} // namespace wardmap::words
