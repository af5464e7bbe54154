// SPDX-License-Identifier: MIT
// The project file as values: what is mapped, from which tables, in which bands. See
// docs/project-file.md for the keys.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_path.h"
#include "base/finding.h"
#include "incidents/source.h"
#include "project/category.h"
#include "wards/area_noun.h"
#include "wards/neighbours.h"
#include "wards/read_tiles.h"
#include "wards/read_wards.h"

namespace wardmap::project {

/// Where maps draw remote islands.
enum class RemoteIslands { boxed, in_place };

inline constexpr std::array<std::pair<std::string_view, RemoteIslands>, 2> remote_islands_names = {
    {{"boxed", RemoteIslands::boxed}, {"in place", RemoteIslands::in_place}}};

struct Boundaries {
    wards::BoundarySource source;
    std::string note;        // printed on every sheet, e.g. "Schematic boundaries"
    std::string attribution; // printed on every sheet
    AreaNoun noun;           // area_nouns = ["district", "districts"]
    RemoteIslands remote_islands = RemoteIslands::boxed;
};

/// A table of old codes and the wards of the boundaries that they became: [lookup].
struct LookupSpec {
    tables::TableSource table;
    std::string from;
    std::string to;
    std::string weight; // column with the share; empty: every old ward became one new one
};

/// Incidents, one row each, that categories count: [incidents.ID].
struct IncidentsSpec {
    std::string id;
    incidents::Source source;
    std::string shown;                    // its sources, as messages name them: "a.csv and 2 more"
    std::optional<incidents::Month> from; // first month that counts
    std::optional<incidents::Month> to;   // last month
    incidents::Repeats repeats = incidents::Repeats::counted;
    FilePath lookup;      // the ward of each small area; may be empty
    std::size_t line = 0; // in the project file
};

struct Denominator {
    std::string id;
    Figures figures;
    std::string label; // "residents, 2011 Census"
    std::string unit;  // "residents": as in "per 1,000 residents"; default: the id
    std::string source;
};

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

/// A layout of tiles, one for each ward, for tile maps: [tiles].
struct TilesSpec {
    wards::TileSource source;
    std::string attribution; // printed on every sheet that shows it
    std::size_t line = 0;    // in the project file
};

/// Two categories on one map, in three classes of each: [[bivariate]].
struct Bivariate {
    /// One of the two: the category, and how it is classified.
    struct Axis {
        std::string category;       // id
        std::string name;           // in sentences, "deprivation"; empty: the category's title
        std::vector<double> breaks; // two, between the classes; empty: from the scheme
    };
    std::string id;    // unique among categories too; names the files
    std::string title; // empty: from the titles of the two
    Axis x;
    Axis y;
    Scheme scheme = Scheme::quantile; // or natural, equal; for axes without breaks
    std::string palette;              // empty: the style's
    std::string note;                 // printed on the sheet
    std::size_t line = 0;             // in the project file
};

/// The briefing for a meeting: [briefing].
struct BriefingSpec {
    std::string audience;                  // "Tactical tasking and co-ordination group"
    std::string date;                      // as printed; never today's
    std::size_t wards = 5;                 // maximum number listed
    std::size_t pages = 1;                 // A4 sides, 1 or 2
    std::vector<std::string> categories;   // ids; empty: the program chooses
    std::vector<std::string> priorities;   // names or codes of wards that are always shown
    std::map<std::string, double> weights; // by category; default 1
    std::size_t priorities_line = 0;       // in the project file
};

/// The products of a study.
enum class Product { maps, readings, data, book, snippets, briefing, explorer };

inline constexpr std::array<std::pair<std::string_view, Product>, 7> product_names = {{
    {"maps", Product::maps},
    {"readings", Product::readings},
    {"data", Product::data},
    {"book", Product::book},
    {"snippets", Product::snippets},
    {"briefing", Product::briefing},
    {"explorer", Product::explorer},
}};

struct Project {
    FilePath file;
    std::string title;
    std::string contact; // contact for questions
    std::string area;    // "Maidstone"; also the name of a totals row
    std::vector<Product> products = {Product::maps, Product::data};
    std::string style = "committee";
    std::string output;             // folder, resolved; empty: not given
    bool network = false;           // whether files may be fetched from the network
    bool linked_files = false;      // whether files may refer to other files
    std::string crs = "EPSG:27700"; // of all maps and data
    Boundaries boundaries;
    /// Source of the wards around the area, used in the tests of neighbourhoods at its edge.
    std::optional<wards::BoundarySource> ring;
    wards::NeighbourSpec neighbours;
    HotspotSpec hotspots;                   // where a category does not say otherwise
    disclosure::Rule disclosure;            // where a category does not say otherwise
    std::optional<double> require_coverage; // where a category does not say otherwise
    std::vector<Denominator> denominators;
    std::vector<Category> categories;
    std::vector<Bivariate> bivariates;
    std::vector<LayerSpec> layers; // in the order in which they are drawn
    std::optional<TilesSpec> tiles;
    std::optional<LookupSpec> lookup;
    std::vector<IncidentsSpec> incidents;
    BriefingSpec briefing;
    std::map<std::string, std::string> aliases; // name in a table -> code or name in the boundaries
    Findings findings; // warnings about the file, in the order of its lines
};

} // namespace wardmap::project
