// SPDX-License-Identifier: MIT
// The key of numbered wards.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layout/block.h"
#include "paint/text_metrics.h"

namespace wardmap::maps {

/// "1 Bridge 27.4", "2 East 21.0" in columns of a given height; as many names as fit. Other wards
/// and those without a number are listed in a last line.
struct Key {
    std::vector<std::string> numbered;     // name of number i + 1
    std::vector<std::string> unnamed;      // neither name nor number on the map
    std::string wards_word;                // "wards"
    std::string ward_word = {};            // "ward"
    std::size_t unmarked = 0;              // wards without space for the mark of their reading
    std::string mark_word = {};            // the word for such a mark
    std::vector<std::string> figures = {}; // of each numbered ward, as printed; or empty
};

struct KeyBlock {
    layout::Block block;
    std::size_t shown = 0; // number of numbered wards in it
};

[[nodiscard]] KeyBlock key_block(const Key& key, double size_pt, const layout::TextColumn& column,
                                 double height_mm);

} // namespace wardmap::maps
