// SPDX-License-Identifier: MIT
#include "words/tile_notes.h"

#include <fmt/format.h>

#include "project/category.h"
#include "study/study.h"

namespace wardmap::words {

std::string about_tiles(const Study& study, const CategoryResult& category) {
    if (category.spec.map != project::MapKind::tiles) return {};
    if (!study.tiles) {
        return " Hexagons are of equal size and near their areas; distances have no meaning.";
    }
    const auto& by = study.tiles->attribution;
    return fmt::format(" Tiles: layout of {}{}; distances have no meaning.", study.tiles->name,
                       by.empty() ? "" : " (" + by + ")");
}

} // namespace wardmap::words
