// SPDX-License-Identifier: MIT
// Headers above floor 3 that are behind 60 sources or more: the values that most of the program is
// about, and what these are made of.
#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace wardmap::testing {

/// The most sources that may be compiled again when one of these headers changes. See
/// docs/architecture.md, "What a change costs".
inline const std::map<std::string, std::size_t> wide_headers = {
    // A figure and its state.
    {"tables/cell.h", 200},
    // The area: what a StudyArea is made of.
    {"study/study_area.h", 110},
    {"wards/ward.h", 160},
    {"wards/area_noun.h", 170},
    {"wards/neighbourhood.h", 140},
    {"project/facts.h", 130},
    // What a category is, and how it is mapped.
    {"project/category.h", 150},
    {"project/origin.h", 150},
    {"project/measure_kind.h", 150},
    {"project/band_spec.h", 170},
    {"project/hotspot_spec.h", 160},
    {"project/denominator.h", 150},
    {"disclosure/figure.h", 160},
    // A CategoryResult, from the joined figures to the verdicts.
    {"study/category_result.h", 110},
    {"study/banded.h", 120},
    {"study/measured.h", 120},
    {"study/published.h", 120},
    {"study/step.h", 130},
    {"join/account.h", 140},
    {"tables/non_data_line.h", 160},
    {"measures/unit.h", 130},
    {"measures/change.h", 120},
    {"bands/banding.h", 130},
    {"bands/cut.h", 140},
    {"bands/fit.h", 130},
    {"bands/stability.h", 120},
    {"hotspots/hotspots.h", 120},
    {"hotspots/reading.h", 130},
    {"hotspots/own_level.h", 120},
    {"hotspots/surroundings.h", 120},
    {"hotspots/local_moran.h", 120},
    {"hotspots/persistence.h", 120},
    // The rest of a Study.
    {"study/study.h", 90},
    {"study/accounts.h", 90},
    {"study/bivariate_result.h", 90},
    {"study/input_file.h", 100},
    {"study/surroundings/surroundings.h", 100},
    {"wards/displaced_parts.h", 100},
    {"project/bivariate_spec.h", 110},
    {"project/layer_spec.h", 130},
    {"project/briefing_spec.h", 110},
    {"project/product.h", 110},
};

} // namespace wardmap::testing
