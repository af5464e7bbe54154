// SPDX-License-Identifier: MIT
// Everything computed for one project file. Products only print what stands here.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "bands/banding.h"
#include "bands/stability.h"
#include "base/finding.h"
#include "disclosure/figure.h"
#include "gdal/context_source.h"
#include "hotspots/hotspots.h"
#include "hotspots/persistence.h"
#include "join/join.h"
#include "measures/change.h"
#include "measures/unit.h"
#include "project/project.h"
#include "tables/cell.h"
#include "wards/displaced_parts.h"
#include "wards/neighbours.h"
#include "wards/ward.h"

namespace wardmap {

/// A file that was read, for the manifest. `path` is as the project file writes it.
struct InputFile {
    std::string path;
    std::string sha256;
    bool secret = false; // some of its figures are withheld: from the hash of a table that is known
                         // but for a few small counts these can be found by trying
};

/// What was not shown of figures, and why.
struct Disclosure {
    disclosure::Rule rule;
    std::vector<disclosure::Why> why; // per ward; empty where no rule is on
};

/// One denominator joined onto the wards.
struct DenominatorResult {
    project::Denominator spec;
    std::vector<Cell> cells; // per ward, as published
    join::Account account;
    std::vector<Cell> around; // per ward of the ring, as published
    Disclosure disclosure;    // on where it is the figures of a category that has a rule
};

/// A ward's place among the known wards of a category: 1 = highest (for a rank measure 1 = lowest
/// number). Equal values share the best place.
struct Standing {
    std::size_t rank = 0;
    std::size_t of = 0;
    bool tied = false;
};

/// One period of a series.
struct Step {
    std::string label;         // "2014-01"
    std::vector<Cell> figures; // per ward
    std::vector<Cell> around;  // per ward of the ring
};

/// One category, from the table to the bands. Every vector has one entry per ward.
struct CategoryResult {
    project::Category spec;
    std::vector<Cell> figures;                      // as joined; what a rule withholds is withheld
    std::vector<Cell> values;                       // the measure
    std::vector<Cell> around;                       // figures of the wards of the ring
    std::vector<std::optional<Standing>> standings; // of `values`; known wards only
    bands::Banding banding;
    std::optional<hotspots::Hotspots> hotspots; // where the project wants them
    /// How stable each ward's band and rank are; where figures are counts over a denominator.
    std::vector<std::optional<bands::Stability>> stability;
    std::vector<Step> steps;                              // of a series, oldest first; else empty
    std::vector<hotspots::Series> series;                 // per ward, where there are steps
    std::vector<std::optional<measures::Change>> changes; // of a change; else empty
    /// Composite: the best and the worst rank of each ward with one part left out; else empty.
    std::vector<std::optional<std::pair<std::size_t, std::size_t>>> ranks_without_one;
    Disclosure disclosure;
    join::Account account; // of the table as it is: for the analyst, see published_account
    std::vector<join::Account> plus; // of the tables that were added: for the analyst too
    measures::Unit unit;             // of `values`: "incidents per 1,000 residents"
    std::string denominator_label;   // "residents, 2011 Census"; empty where there is none
    /// The whole area's value where it can be calculated: sum of figures over sum of denominators.
    /// Suppressed where some wards are (an interval); missing where it makes no sense (mean, rank).
    Cell area_value;
    Findings findings;
};

/// One side of a bivariate map: a category in up to three classes.
struct BivariateAxis {
    std::string category; // id
    std::string called;   // in sentences
    bool named = false;   // by the project for sentences; else `called` is the title
    /// Of a rank the lowest numbers are the high end.
    bool turned = false;
    bands::Banding banding; // of the category's values; two or three bands
    /// Of each band, lowest figures first: its place on the axis, 0 low, 1 middle, 2 high. Where
    /// there are two bands none is in the middle.
    std::vector<std::size_t> place_of_band;
};

/// Where a ward stands in both.
struct BivariateWard {
    std::optional<std::size_t> across; // place on the axis; both or none of the two
    std::optional<std::size_t> up;
    /// Known: both figures are. Suppressed: at least one is withheld, and it has a place where its
    /// interval lies wholly within a class. Missing before not calculable before suppressed.
    Cell::State state = Cell::State::missing;
};

/// Two categories on one map.
struct BivariateResult {
    project::Bivariate spec; // with its title
    BivariateAxis across;
    BivariateAxis up;
    std::vector<BivariateWard> wards;
    std::array<std::array<std::size_t, 3>, 3> counts{}; // [up][across]: wards with that place
    std::size_t placed = 0;                             // in all of them
    std::size_t known = 0;                              // wards with both figures
    std::optional<double> correlation;                  // Spearman's among these, high with high
};

/// Wards that border on the area: neighbourhoods at its edge are tested with them (without them a
/// ward at the edge lacks neighbours). They are drawn grey and are no part of any product.
struct Fringe {
    WardSet wards;
    wards::Neighbours neighbours; // of the area's wards, and then of those of the ring
};

/// What is drawn for orientation: [[layer]], in the CRS of the wards.
struct ContextLayer {
    project::LayerSpec spec;
    std::vector<gdal::ContextFeature> features; // those that reach into the extent of the wards
    std::vector<std::string> files;
};

/// The layout of tiles that the project gives: [tiles].
struct Tiles {
    std::string name;                      // of its file, "maidstone.hexjson"
    std::string attribution;               // empty: none
    std::vector<std::string> files;        // that were read
    std::vector<geo::MultiPolygon> shapes; // per ward, in metres; as large as a ward on average
};

/// Every figure in it is the published one once run_study returns, save for the accounts of tables
/// (see audit/audience.h), which are the analyst's: products must not compute from them.
struct Study {
    project::Project project;
    WardSet wards;
    wards::Neighbours neighbours; // as the project file says; queen contiguity by default
    std::optional<Fringe> fringe;
    std::vector<ContextLayer> layers;
    std::optional<Tiles> tiles; // else maps of tiles make their own
    std::vector<wards::DisplacedParts>
        displaced_parts; // what maps draw in boxes; else they lie in place
    std::vector<DenominatorResult> denominators;
    std::vector<CategoryResult> categories;
    std::vector<BivariateResult> bivariates; // of categories above
    std::vector<InputFile> inputs;           // project file, boundaries, tables; ordered by path
    Findings findings;                       // of the boundaries and the project as a whole
};

/// The denominator of a category; null where it has none, or it could not be read.
[[nodiscard]] inline const DenominatorResult* find_denominator(const Study& study,
                                                               const project::Category& spec) {
    for (const auto& denominator : study.denominators) {
        if (denominator.spec.id == spec.denominator) return &denominator;
    }
    return nullptr;
}

} // namespace wardmap
