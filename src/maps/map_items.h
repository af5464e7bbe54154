// SPDX-License-Identifier: MIT
// The map itself as drawing items: wards, borders, names.
#pragma once

#include <string>
#include <vector>

#include "maps/fills.h"
#include "maps/labels.h"
#include "maps/view.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"
#include "project/style.h"
#include "study/study.h"

namespace wardmap::maps {

/// Each ward's figure as printed: "1.2 incidents per 1,000 residents (band 1.1–2.0)"; of one that
/// is not known its state alone.
[[nodiscard]] std::vector<std::string> figures_said(const CategoryResult& category);

/// A code as an id of SVG and CSS after a prefix: letters, digits, - and _.
[[nodiscard]] std::string id_of(const std::string& prefix, const std::string& code);

/// The items with a prefix before the id of each shape and layer that has one.
[[nodiscard]] std::vector<paint::Item> with_ids_after(const std::string& prefix,
                                                      std::vector<paint::Item> items);

/// The items as one layer of an SVG; nothing where there are none.
[[nodiscard]] std::vector<paint::Item> layer(std::string id, std::string label,
                                             std::vector<paint::Item> items);

/// Fills, then hatched wards. Each fill is also stroked thinly in its own colour, so that no seam
/// shows. Ids are prefix and code, titles name and what is `said` of the ward.
[[nodiscard]] std::vector<paint::Item> ward_shapes(const Study& study,
                                                   const std::vector<std::string>& said,
                                                   const View& view, const std::vector<Fill>& fills,
                                                   const project::Style& style,
                                                   const std::string& id_prefix);

/// Lines between the wards and around them.
[[nodiscard]] std::vector<paint::Item>
ward_borders(const View& view, const std::vector<Fill>& fills, const project::Style& style);

/// The shapes, and over them the borders, so that no fill covers a line.
[[nodiscard]] std::vector<paint::Item> ward_items(const Study& study,
                                                  const std::vector<std::string>& said,
                                                  const View& view, const std::vector<Fill>& fills,
                                                  const project::Style& style,
                                                  const std::string& id_prefix);

/// Wards around the area in grey, below all others.
[[nodiscard]] std::vector<paint::Item> around_items(const View& view);

/// Wards whose band is not stable; none where that is not known.
[[nodiscard]] std::vector<bool> unstable_names(const CategoryResult& category);

/// Names and numbers; those in `italic`, one entry per ward or none, are set so. `disc` is the
/// colour of the circles that some stand on.
[[nodiscard]] std::vector<paint::Item> label_items(const std::vector<bool>& italic,
                                                   const Labelling& labelling,
                                                   const std::vector<Fill>& fills,
                                                   paint::Colour disc = paint::black);

/// Places the names of the wards that are wanted. `importance` is one number per ward, or empty.
[[nodiscard]] Labelling label_wards(const Study& study,
                                    const std::vector<geo::MultiPolygon>& shapes,
                                    const std::vector<bool>& wanted,
                                    const std::vector<double>& importance,
                                    const LabelOptions& options, const paint::TextMetrics& metrics);

} // namespace wardmap::maps
