// SPDX-License-Identifier: MIT
// A small study from literals: square wards of 1 km in a row or a grid.
#pragma once

#include <string>
#include <vector>

#include "bands/make_bands.h"
#include "study/standing.h"
#include "study/study.h"

namespace wardmap::testing {

inline geo::MultiPolygon square(double x, double y, double side = 1000) {
    return {{geo::Polygon{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}};
}

/// `names.size()` wards of 1 km², `columns` in a row, coded W01, W02, ...
inline WardSet grid_of_wards(const std::vector<std::string>& names, std::size_t columns = 3) {
    WardSet set;
    set.crs = "EPSG:27700";
    for (std::size_t i = 0; i < names.size(); ++i) {
        Ward ward;
        ward.code = (i < 9 ? "W0" : "W") + std::to_string(i + 1);
        ward.name = names[i];
        ward.shape = square(500000 + 1000.0 * static_cast<double>(i % columns),
                            150000 + 1000.0 * static_cast<double>(i / columns));
        ward.area_m2 = geo::area(ward.shape);
        set.wards.push_back(ward);
    }
    return set;
}

/// A study of one rate category whose values are `cells`.
inline Study study_of(const WardSet& wards, const std::vector<Cell>& cells, int decimals = 1) {
    Study study;
    study.project.area = "Testshire";
    study.project.boundaries.note = "Square boundaries";
    study.project.boundaries.attribution = "Nobody's copyright";
    study.wards = wards;
    CategoryResult category;
    category.spec.id = "asb";
    category.spec.title = "Anti-social behaviour";
    category.spec.unit = "incidents";
    category.spec.period = "2014";
    category.spec.source = "Test police";
    category.spec.measure = project::MeasureKind::rate;
    category.unit = {measures::Unit::Form::after, "incidents", "per 1,000 residents"};
    category.denominator_label = "residents, 2011 Census";
    category.figures = cells;
    category.accounts.resize(1);
    category.values = cells;
    category.standings = standings(cells, Order::highest_first);
    category.banding = bands::make_bands(cells, category.spec.bands, decimals);
    study.categories.push_back(category);
    return study;
}

} // namespace wardmap::testing
