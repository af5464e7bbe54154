// SPDX-License-Identifier: MIT
#include "maps/labels/reading_marks.h"

#include "maps/symbols/readings.h"
#include "study/category_result.h"
#include "words/reading_counts.h"

namespace wardmap::maps {
namespace {

constexpr double mark_mm = 2.8;
constexpr double least_mark_mm = 1.7;
constexpr double least_marked_mm2 = 25;

} // namespace
Marked reading_marks(const CategoryResult& category, const std::vector<geo::MultiPolygon>& shapes,
                     const Labelling& labelling, const std::vector<bool>& marked,
                     const std::vector<geo::Box>& others) {
    Marked marks;
    if (!category.hotspots) return marks;
    // With very many wards, the marks of lower ones would dominate the map.
    const bool higher_only = words::marks_higher_only(category);
    auto wanted = marked;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const auto level = category.hotspots->wards[i].reading.level;
        wanted[i] =
            marked[i] && words::is_marked(level) && !(higher_only && hotspots::is_lower(level));
        // A mark would cover a smaller ward.
        if (wanted[i] && geo::area(shapes[i]) < least_marked_mm2) {
            wanted[i] = false;
            ++marks.without_room;
        }
    }
    const auto places = mark_places(shapes, labelling, wanted, others,
                                    {{mark_mm, mark_mm},
                                     {(mark_mm + least_mark_mm) / 2, (mark_mm + least_mark_mm) / 2},
                                     {least_mark_mm, least_mark_mm}});
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (wanted[i] && !places[i]) ++marks.without_room;
        if (!places[i]) continue;
        const auto level = category.hotspots->wards[i].reading.level;
        for (auto& shape : mark_shapes(level, places[i]->centre, places[i]->size.width)) {
            marks.items.emplace_back(std::move(shape));
        }
    }
    return marks;
}

} // namespace wardmap::maps
