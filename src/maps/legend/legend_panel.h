// SPDX-License-Identifier: MIT
// The panel beside or below a map: legend, key of numbers, scale bar and north arrow.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layout/block.h"
#include "maps/legend/legend.h"
#include "maps/legend/number_key.h"
#include "paint/text_metrics.h"

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {

/// Position of the key: to the right of the legend or below it.
enum class KeyPlace { beside, beneath };

class LegendPanel {
public:
    LegendPanel(const Legend& legend, std::string wards_word, const style::Style& style,
                const paint::TextMetrics& metrics);

    /// Preferred width beside a map.
    [[nodiscard]] double width_mm() const { return m_legend_width; }

    /// Height for a width, with the whole key; an empty key takes none. Infinite if there is no
    /// space for a key at that place.
    [[nodiscard]] double height_mm(const Key& key, KeyPlace place, double width_mm) const;

    /// The parts of a box taken by legend, bar and key: the rest is free.
    [[nodiscard]] std::vector<geo::Box> taken(const geo::Box& box, const Key& key,
                                              KeyPlace place) const;

    struct Laid {
        std::vector<paint::Item> items;
        std::size_t explained = 0; // numbers in the key
    };
    /// Fills a box. `mm_per_m` is the scale of the map.
    [[nodiscard]] Laid lay(const geo::Box& box, const Key& key, KeyPlace place,
                           double mm_per_m) const;

private:
    [[nodiscard]] layout::Block legend_at(geo::Point at) const;
    [[nodiscard]] double bar_height() const;
    [[nodiscard]] bool bar_at_right(double width) const;
    [[nodiscard]] double key_height(const Key& key, double width) const;
    [[nodiscard]] geo::Box key_box(const geo::Box& box, KeyPlace place) const;
    [[nodiscard]] geo::Point bar_corner(const geo::Box& box, const Key& key, KeyPlace place) const;
    void add_bar(std::vector<paint::Item>& items, geo::Point corner, double most,
                 double mm_per_m) const;

    const Legend& m_legend;
    std::string m_wards_word;
    const style::Style& m_style;
    const paint::TextMetrics& m_metrics;
    double m_legend_width = 0;
    double m_legend_height = 0;
};

[[nodiscard]] bool is_empty(const Key& key);

} // namespace wardmap::maps
