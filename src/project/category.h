// SPDX-License-Identifier: MIT
// One mapped category.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "disclosure/figure.h"
#include "project/band_spec.h"
#include "project/hotspot_spec.h"
#include "project/measure_kind.h"
#include "project/origin.h"

namespace wardmap::project {

enum class MapKind {
    shaded,  // wards filled by band
    circles, // a circle in each ward, its area proportional to the count
    tiles,   // a tile for each ward, filled by band
};

inline constexpr std::array<std::pair<std::string_view, MapKind>, 3> map_names = {
    {{"shaded", MapKind::shaded}, {"circles", MapKind::circles}, {"tiles", MapKind::tiles}}};

/// The sentence above a sheet.
struct Headline {
    bool wanted = true; // false: the title alone
    std::string text;   // the project's own; empty: computed
};

struct Category {
    std::string id;    // letters, digits, - and _; unique; names the files
    std::string title; // "Anti-social behaviour"
    std::string group; // its heading, e.g. "Hospital admissions"; may be empty
    std::string unit;  // "incidents"
    std::string period;
    std::string source;
    std::string note; // printed on this category's sheet
    Headline headline;
    Origin origin;
    /// For figures from tables and weighted sums; otherwise determined by the origin.
    MeasureKind measure = MeasureKind::count;
    std::string denominator;     // id; empty if the measure needs none
    double per = 1000;           // rate only
    std::optional<double> of;    // rank only: number of areas ranked
    std::string rank_meaning;    // rank, deciles, quintiles: what 1 means, "most deprived"
    std::optional<int> decimals; // of printed figures; default by measure
    BandSpec bands;
    HotspotSpec hotspots;
    disclosure::Rule disclosure; // of counts from a table
    std::optional<double> days;  // length of the period, for changes
    std::string part_of;         // id of the category that contains this one
    MapKind map = MapKind::shaded;
    std::string palette;  // empty: the style's
    std::size_t line = 0; // in the project file

    /// Null unless the category has this origin.
    template <typename T>
    [[nodiscard]] const T* made_as() const {
        return std::get_if<T>(&origin);
    }
    [[nodiscard]] const FromTables* tables() const { return made_as<FromTables>(); }
    /// Whether it is mapped as a count, rate, share, ... (rather than a change, composite, ...).
    [[nodiscard]] bool has_measure() const {
        return made_as<FromTables>() != nullptr || made_as<WeightedSum>() != nullptr;
    }
    [[nodiscard]] bool is(MeasureKind kind) const { return has_measure() && measure == kind; }
};

/// The categories from which one is derived, the earlier or the part first; none for figures from
/// tables.
[[nodiscard]] std::vector<Part> parts_of(const Category& category);

/// The weights of a weighted sum or a composite; else null.
[[nodiscard]] const Weights* weights_of(const Category& category);

/// The values of `measure` in the project file: measures of figures, then kinds of derived
/// categories.
[[nodiscard]] const std::vector<std::string>& category_measure_names();

/// The value for a category: "rate", "change".
[[nodiscard]] std::string_view measure_name(const Category& category);

} // namespace wardmap::project
