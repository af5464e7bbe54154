// SPDX-License-Identifier: MIT
// One thing that is mapped.
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
    /// Of figures from tables and of weighted sums; others are what their origin says.
    MeasureKind measure = MeasureKind::count;
    std::string denominator;     // id; empty if the measure needs none
    double per = 1000;           // rate only
    std::optional<double> of;    // rank only: how many were ranked
    std::string rank_meaning;    // rank, deciles, quintiles: what 1 means, "most deprived"
    std::optional<int> decimals; // of printed figures; else by measure
    BandSpec bands;
    HotspotSpec hotspots;
    disclosure::Rule disclosure; // of counts from a table
    std::optional<double> days;  // length of the period, for changes
    std::string part_of;         // id of the category that contains this one
    MapKind map = MapKind::shaded;
    std::string palette;  // empty: the style's
    std::size_t line = 0; // in the project file

    /// Null unless it is made so.
    template <typename T>
    [[nodiscard]] const T* made_as() const {
        return std::get_if<T>(&origin);
    }
    [[nodiscard]] const FromTables* tables() const { return made_as<FromTables>(); }
    /// Whether it is mapped as a count, rate, share, ... (and not as a change, composite, ...).
    [[nodiscard]] bool has_measure() const {
        return made_as<FromTables>() != nullptr || made_as<WeightedSum>() != nullptr;
    }
    [[nodiscard]] bool is(MeasureKind kind) const { return has_measure() && measure == kind; }
};

/// The categories that one is made of, the earlier or the part first; none of figures from tables.
[[nodiscard]] std::vector<Part> parts_of(const Category& category);

/// Of a weighted sum or a composite; else null.
[[nodiscard]] const Weights* weights_of(const Category& category);

/// What `measure` of the project file may be: the measures of figures, then the kinds of category
/// that are made of others.
[[nodiscard]] const std::vector<std::string>& category_measure_names();

/// The one of these that a category has: "rate", "change".
[[nodiscard]] std::string_view measure_name(const Category& category);

} // namespace wardmap::project
