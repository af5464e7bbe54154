// SPDX-License-Identifier: MIT
// What is drawn for orientation.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/file_path.h"

namespace wardmap::project {

/// A context layer drawn around, below or above the wards: [[layer]].
struct LayerSpec {
    enum class Kind { areas, lines, points };
    static constexpr std::array<std::pair<std::string_view, Kind>, 3> kind_names = {
        {{"areas", Kind::areas}, {"lines", Kind::lines}, {"points", Kind::points}}};
    enum class Look { neighbours, green, water, river, road, railway, border, place, site };
    static constexpr std::array<std::pair<std::string_view, Look>, 9> look_names = {
        {{"neighbours", Look::neighbours},
         {"green", Look::green},
         {"water", Look::water},
         {"river", Look::river},
         {"road", Look::road},
         {"railway", Look::railway},
         {"border", Look::border},
         {"place", Look::place},
         {"site", Look::site}}};
    enum class Position { below, above }; // the wards
    static constexpr std::array<std::pair<std::string_view, Position>, 2> position_names = {
        {{"below", Position::below}, {"above", Position::above}}};
    std::string title; // in the legend: "Rivers"
    FilePath file;
    std::string layer;
    std::string where;
    std::string crs;
    std::string encoding;
    std::string name;        // field with the names of areas and points; empty: none are drawn
    std::string attribution; // printed on every sheet
    Kind kind = Kind::lines;
    Look look = Look::road;
    Position position = Position::above;
    std::size_t line = 0; // in the project file
};

} // namespace wardmap::project
