// SPDX-License-Identifier: MIT
// The project file as values: what is mapped, from which tables, in which bands. See
// docs/project-file.md for the words of the file.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wardmap::project {

/// A path of the project file: as it is written there, and resolved against the file's folder.
struct FilePath {
    std::string written;
    std::string resolved;
};

/// Where maps draw islands that lie far from all else.
enum class FarIslands { boxed, in_place };

struct Boundaries {
    FilePath source;
    std::string layer;
    std::string code;
    std::string name;
    std::string legacy;
    std::string district;
    std::string where;
    std::string crs;
    std::string encoding;
    std::string note;        // printed on every sheet, e.g. "Schematic boundaries"
    std::string attribution; // printed on every sheet
    /// What one area and several are called: called = ["district", "districts"].
    std::string called_one = "ward";
    std::string called_many = "wards";
    FarIslands far_islands = FarIslands::boxed;
};

/// What a text in a cell stands for: suppression = { marks = { "*" = [0, 4], "-" = "zero" } }.
struct MarkSpec {
    enum class Meaning { withheld, missing, zero };
    std::string text;
    double low = 0; // withheld only
    double high = 0;
    Meaning meaning = Meaning::withheld;
};

/// A table of a file: of a workbook a sheet, of a database a table or a query.
struct TableSpec {
    FilePath file;
    std::string sheet;
    std::string query;
    std::string range;               // "B3:F40"
    std::vector<std::size_t> header; // first and last line of the header; empty: found out
    std::string encoding;
    std::string delimiter;
};

/// Only the rows whose `column` holds one of these texts: where = { month = ["2014-01", "2014-02"]
/// }.
struct FilterSpec {
    std::string column;
    std::vector<std::string> values;
};

/// What several rows of one ward are.
enum class Duplicates {
    refuse,    // a fault
    identical, // a fault, unless their figures are the same
    sum,       // added up
};

/// How several rows of one ward become one figure.
struct CombineSpec {
    enum class By {
        none,
        mean,  // mean weighted by the column `weight`
        share, // per cent of `weight` in rows whose figure is at most `at_most`
    };
    By by = By::none;
    std::string weight;
    double at_most = 0;
};

/// What is not shown of small counts: counts above 0 and under `publish_below` are withheld, others
/// rounded to a multiple of `round_to`. 0: none is.
struct DisclosureSpec {
    double publish_below = 0;
    double round_to = 0;

    [[nodiscard]] bool is_on() const { return publish_below > 0 || round_to > 0; }
};

/// Where a figure per ward stands: a table, the column(s) that name the ward, the column(s) to add
/// up.
struct Figures {
    TableSpec table;
    std::vector<std::string> keys;   // columns with a code or a name; empty: found out
    std::vector<std::string> values; // summed; at least one
    std::vector<FilterSpec> where;   // all must fit
    Duplicates duplicates = Duplicates::refuse;
    std::vector<MarkSpec> marks;
    double rounded_to = 0;       // the publisher rounded every figure to this; 0: not
    bool absent_is_zero = false; // absent = "zero": wards without a row count 0; default missing
    CombineSpec combine;
};

/// A table of old codes and the wards of the boundaries that they became: [lookup].
struct LookupSpec {
    TableSpec table;
    std::string from;
    std::string to;
    std::string weight; // column with the share; empty: every old ward became one new one
};

struct Denominator {
    std::string id;
    Figures figures;
    std::string label; // "residents, 2011 Census"
    std::string unit;  // "residents": as in "per 1,000 residents"; default: the id
    std::string source;
};

enum class MeasureKind {
    count,     // the figure itself
    rate,      // per N of a denominator
    share,     // per cent of a denominator; without one, of all wards' sum
    density,   // per square kilometre
    mean,      // a score that is an average already
    index,     // 100 x figure / denominator (expected figure): 100 = as expected
    rank,      // 1 = highest (worst) of `of`; darkest where lowest
    change,    // per cent, from one category to another; 0 = none
    composite, // index of several categories; 100 = average
    overlap,   // in how many of several categories a ward stands in the top band
    quotient,  // location quotient of a category within another; 1 = as in the whole area
};

enum class MapKind {
    shaded,  // wards filled by band
    circles, // a circle in each ward, its area proportional to the count
    tiles,   // a tile for each ward, filled by band
};

enum class Scheme {
    natural,
    quantile,
    equal,
    fixed,
    deviation, // standard deviations from the mean
    pretty,    // round steps
    box,
    head_tail,
    geometric,
    maximum, // the widest gaps
    percentile,
    deciles, // by rank, 1 = the first
    quintiles,
};

struct BandSpec {
    Scheme scheme = Scheme::natural;
    int count = 5;                   // 2 to 9, for schemes that do not make their own number
    std::vector<double> breaks;      // fixed only: ends of all bands, rising; count + 1 of them
    bool ends_move = false;          // fixed only: the end bands reach on to figures beyond
    std::vector<std::string> labels; // words for the bands, lowest first; empty or one per band
    bool zero_apart = false;         // wards with 0 in a band of their own, one of `count`
    double hinge = 1.5;              // box only: 1.5 or 3
    std::optional<double> ranked;    // deciles and quintiles of a rank: how many were ranked
    std::string first;               // deciles and quintiles: what 1 means, "most deprived"
    std::string same_as;             // id of the category whose bands these are; else empty
    std::vector<std::string> pooled_with; // ids whose figures the scheme sees besides its own
    FilePath frozen;                      // file that keeps the bands; else empty
};

/// Which wards are neighbours.
struct NeighbourSpec {
    enum class Rule {
        queen,    // share at least one point of their borders
        rook,     // share a stretch of border
        nearest,  // the `count` nearest by centroid
        distance, // centroids within `distance_m`
    };
    Rule rule = Rule::queen;
    double snap_m = 0; // queen, rook: borders this close count as shared
    std::size_t count = 6;
    double distance_m = 0;
};

/// How wards are tested.
struct HotspotSpec {
    enum class Correction { none, fdr, bonferroni };
    enum class Method { analytic, permutation };
    enum class Of { measure, count, smoothed }; // what neighbourhoods are tested on
    bool on = true;
    Correction correction = Correction::fdr;
    double level = 0.05;
    Method method = Method::analytic;
    Of of = Of::measure;
    std::size_t permutations = 9999; // permutation only
    std::uint64_t seed = 1;          // permutation only
};

/// A category that others are made of.
struct Part {
    std::string category; // id
    double weight = 1;
    bool reverse = false;   // composite: more is better
    std::string weighed_as; // its name in the file of weights; empty: the category's id
};

struct Category {
    std::string id;    // letters, digits, - and _; unique; names the files
    std::string title; // "Anti-social behaviour"
    std::string group; // heading under which it stands, e.g. "Hospital admissions"; may be empty
    std::string unit;  // "incidents"
    std::string period;
    std::string source;
    std::string note; // printed on this category's sheet
    Figures figures;
    std::vector<Figures> plus; // of other tables, to be added to these
    MeasureKind measure = MeasureKind::count;
    std::string denominator;     // id; empty where the measure needs none
    double per = 1000;           // rate only
    std::optional<double> of;    // rank only: how many were ranked
    std::string rank_meaning;    // rank, deciles, quintiles: what 1 means, "most deprived"
    std::optional<int> decimals; // of printed figures; else by measure
    BandSpec bands;
    HotspotSpec hotspots;
    DisclosureSpec disclosure;   // of counts from a table
    double require_coverage = 0; // share of wards that must have a row
    /// What the figures are made of where there is no table: the parts of a sum, a composite or an
    /// overlap; from and to of a change; part and whole of a quotient.
    std::vector<Part> parts;
    bool left_out = false;      // composite: wards that lack a part keep the others
    std::string weights_source; // of the weights, with its date; printed
    FilePath weights;           // a file of weights for the parts; empty: each part's own
    std::string steps;          // column with the periods of a series; empty: none
    std::optional<double> days; // length of the period, for changes
    std::string part_of;        // id of the category that contains this one
    MapKind map = MapKind::shaded;
    std::string palette;  // empty: the style's
    std::size_t line = 0; // in the project file
};

/// Something drawn for orientation round, below or above the wards: [[layer]].
struct LayerSpec {
    enum class Kind { areas, lines, points };
    enum class Look { neighbours, green, water, river, road, railway, border, place, site };
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
    bool above = true;    // the wards; else below
    std::size_t line = 0; // in the project file
};

/// A layout of tiles, one for each ward, for maps of tiles: [tiles].
struct TilesSpec {
    FilePath source;
    std::string attribution; // printed on every sheet that shows it
    // Of vector files only:
    std::string layer;
    std::string code; // empty: found out
    std::string where;
    std::string crs;
    std::string encoding;
    std::size_t line = 0; // in the project file
};

/// Two categories on one map, in three classes of each: [[bivariate]].
struct Bivariate {
    /// One of the two: which category, and how it is cut.
    struct Axis {
        std::string category;       // id
        std::string called;         // in sentences, "deprivation"; empty: the category's title
        std::vector<double> breaks; // two, between the classes; empty: the scheme finds them
    };
    std::string id;    // unique among categories too; names the files
    std::string title; // empty: made of the titles of the two
    Axis across;
    Axis up;
    Scheme scheme = Scheme::quantile; // or natural, equal; for axes without breaks
    std::string palette;              // empty: the style's
    std::string note;                 // printed on the sheet
    std::size_t line = 0;             // in the project file
};

/// What the briefing for a meeting says: [briefing].
struct BriefingSpec {
    std::string made_for;                  // "Tactical tasking and co-ordination group"
    std::string date;                      // as it is printed; never today's
    std::size_t wards = 5;                 // listed at the most
    std::size_t pages = 1;                 // A4 sides, 1 or 2
    std::vector<std::string> categories;   // ids; empty: the program chooses
    std::vector<std::string> priorities;   // names or codes of wards that are always shown
    std::map<std::string, double> weights; // by category; 1 where none is given
    std::size_t priorities_line = 0;       // in the project file
};

struct Project {
    FilePath file;
    std::string title;
    std::string contact;               // who answers questions
    std::string area;                  // "Maidstone"; also the name a totals row carries
    std::vector<std::string> products; // of product_words()
    std::string style = "committee";
    std::string output;             // folder, resolved; empty: not given
    std::string crs = "EPSG:27700"; // of all maps and data
    Boundaries boundaries;
    /// Where the wards around the area stand, which neighbourhoods at its edge are tested with.
    std::optional<Boundaries> ring;
    NeighbourSpec neighbours;
    HotspotSpec hotspots;        // where a category does not say otherwise
    DisclosureSpec disclosure;   // where a category does not say otherwise
    double require_coverage = 0; // where a category does not say otherwise
    std::vector<Denominator> denominators;
    std::vector<Category> categories;
    std::vector<Bivariate> bivariates;
    std::vector<LayerSpec> layers; // in the order in which they are drawn
    std::optional<TilesSpec> tiles;
    std::optional<LookupSpec> lookup;
    BriefingSpec briefing;
    std::map<std::string, std::string> aliases; // printed name -> code or name of the boundaries
};

} // namespace wardmap::project
