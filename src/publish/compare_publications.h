// SPDX-License-Identifier: MIT
// What two publications together disclose of withheld figures.
#pragma once

#include <string>
#include <vector>

#include "disclosure/figure.h"

namespace wardmap::publish {

/// A figure that at least one of two publications withholds, and that both together narrow down
/// further than any that withholds it. Ranges are counts.
struct NarrowedFigure {
    std::string code;
    std::string name;
    disclosure::Range here;
    disclosure::Range there;
    disclosure::Range together; // one count: it is disclosed
};

/// A category of the publication and the one with the same id in the other.
struct ComparedCategory {
    enum class State {
        compared,
        not_there,     // the other has no such category, or no ward of it
        other_period,  // or another measure or unit
        other_figures, // some published figures contradict each other: one of them was revised
    };

    std::string id;
    State state = State::compared;
    std::size_t revised = 0; // wards whose figures contradict each other
    std::vector<NarrowedFigure> figures;
};

struct Comparison {
    std::string here; // the folders, as given
    std::string there;
    std::vector<ComparedCategory> categories;

    /// How many figures are narrowed down.
    [[nodiscard]] std::size_t narrowed() const;
};

/// Compares two output folders by their data/study.json. For each ward the ranges of both are
/// intersected; for counts, also with the area's totals less what the other wards can have at
/// least and at most, where both have the same wards and no figure was revised. Figures of
/// different categories are not combined. Throws InputError where there is no study.json, or it is
/// damaged or of another format.
[[nodiscard]] Comparison compare_publications(const std::string& here, const std::string& there);

[[nodiscard]] std::string comparison_text(const Comparison& comparison);

} // namespace wardmap::publish
