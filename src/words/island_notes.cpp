// SPDX-License-Identifier: MIT
#include "words/island_notes.h"

#include <array>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "study/study.h"
#include "wards/displaced_parts.h"
#include "words/ward_figures.h"

namespace wardmap::words {
namespace {

/// Their true position relative to the box: "57 km further west".
std::string way(const wards::DisplacedParts& islands) {
    static constexpr std::array winds = {"east", "north-east", "north", "north-west",
                                         "west", "south-west", "south", "south-east"};
    const double dx = islands.from.min_x - islands.to.min_x;
    const double dy = islands.from.min_y - islands.to.min_y;
    constexpr double eighth = 3.141592653589793 / 4;
    const auto wind = static_cast<std::size_t>(std::lround(std::atan2(dy, dx) / eighth) + 8) % 8;
    const double metres = std::hypot(dx, dy);
    return metres < 10000
               ? fmt::format("{} m further {}", text::number(100 * std::round(metres / 100), 0),
                             winds.at(wind))
               : fmt::format("{} km further {}", text::number(metres / 1000, 0), winds.at(wind));
}

std::string who(const Study& study, const wards::DisplacedParts& islands) {
    constexpr std::size_t most = 4;
    std::set<std::size_t> wards;
    for (const auto& part : islands.parts) {
        wards.insert(part.ward);
    }
    std::vector<std::string> names;
    for (const auto ward : wards) {
        if (names.size() < (wards.size() > most ? most - 1 : most)) {
            names.push_back(study.wards.wards[ward].name);
        }
    }
    const auto left = wards.size() - names.size();
    if (left == 0) return text::list(names);
    return fmt::format("{} and {} more {}", text::join(names, ", "), left,
                       words::area_noun(study, left));
}

} // namespace

std::vector<std::string> island_notes(const Study& study) {
    std::vector<std::string> lines;
    for (const auto& islands : study.displaced_parts) {
        const bool one = islands.parts.front().ward == islands.parts.back().ward;
        lines.push_back(fmt::format("In a box: {} {} {}; moved nearer, at the same scale.",
                                    who(study, islands), one ? "is" : "are", way(islands)));
    }
    return lines;
}

} // namespace wardmap::words
