// SPDX-License-Identifier: MIT
// The project file as values: what is mapped, from which tables, in which bands. See
// docs/project-file.md for the keys.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "disclosure/figure.h"
#include "project/bivariate_spec.h"
#include "project/briefing_spec.h"
#include "project/facts.h"
#include "project/figures.h"
#include "project/hotspot_spec.h"
#include "project/layer_spec.h"
#include "project/product.h"
#include "tables/table_source.h"
#include "wards/boundary_source.h"
#include "wards/tile_source.h"

namespace wardmap::project {

/// A table of old codes and the wards of the boundaries that they became: [lookup].
struct LookupSpec {
    tables::TableSource table;
    std::string from;
    std::string to;
    std::string weight; // column with the share; empty: every old ward became one new one
};

/// A layout of tiles, one for each ward, for tile maps: [tiles].
struct TilesSpec {
    wards::TileSource source;
    std::string attribution; // printed on every sheet that shows it
    std::size_t line = 0;    // in the project file
};

struct Project : Facts {
    std::vector<Product> products = {Product::maps, Product::data};
    std::string style = "committee";
    std::string output;             // folder, resolved; empty: not given
    bool network = false;           // whether files may be fetched from the network
    bool linked_files = false;      // whether files may refer to other files
    std::string crs = "EPSG:27700"; // of all maps and data
    wards::BoundarySource boundary_source;
    /// Source of the wards around the area, used in the tests of neighbourhoods at its edge.
    std::optional<wards::BoundarySource> ring;
    HotspotSpec hotspots;                   // where a category does not say otherwise
    disclosure::Rule disclosure;            // where a category does not say otherwise
    std::optional<double> require_coverage; // where a category does not say otherwise
    std::vector<DenominatorSpec> denominators;
    std::vector<CategorySpec> categories;
    std::vector<Bivariate> bivariates;
    std::vector<LayerSpec> layers; // in the order in which they are drawn
    std::optional<TilesSpec> tiles;
    std::optional<LookupSpec> lookup;
    BriefingSpec briefing;
    std::map<std::string, std::string> aliases; // name in a table -> code or name in the boundaries
    Findings findings; // warnings about the file, in the order of its lines
};

} // namespace wardmap::project
