// SPDX-License-Identifier: MIT
// Every key of a project, a style or a frozen bands file: for the reader, for "did you mean", and
// for the test that all are documented.
#pragma once

#include <string>
#include <vector>

namespace wardmap::project {

/// Keys of the file itself ("project", "boundaries", ...), and of each of its tables.
struct ProjectKeys {
    std::vector<std::string> top = {
        "project", "boundaries", "denominator", "category", "aliases", "neighbours", "hotspots",
        "lookup",  "ring",       "suppression", "briefing", "layer",   "bivariate",  "tiles"};
    std::vector<std::string> bivariate = {"id",     "title",   "x",        "y",
                                          "x_name", "y_name",  "x_breaks", "y_breaks",
                                          "scheme", "palette", "note"};
    std::vector<std::string> layer = {"path", "layer",    "where",      "kind",
                                      "name", "title",    "style",      "position",
                                      "crs",  "encoding", "attribution"};
    std::vector<std::string> tiles = {"source", "layer",    "code",       "where",
                                      "crs",    "encoding", "attribution"};
    std::vector<std::string> ring = {"source",   "layer", "code", "name",    "legacy",
                                     "district", "where", "crs",  "encoding"};
    std::vector<std::string> project = {"title",        "area",   "products", "style",
                                        "contact",      "output", "crs",      "require_coverage",
                                        "linked_files", "network"};
    std::vector<std::string> boundaries = {
        "source", "layer",    "code", "name",        "legacy",     "district",      "where",
        "crs",    "encoding", "note", "attribution", "area_nouns", "remote_islands"};
    /// Location of figures: keys of every denominator and category.
    std::vector<std::string> table = {
        "table",          "sheet",       "query",   "range",      "header",   "key",
        "keys",           "value",       "where",   "duplicates", "encoding", "delimiter",
        "if_row_missing", "suppression", "combine", "hidden",     "outside"};
    std::vector<std::string> denominator = with_table({"label", "unit", "source"});
    std::vector<std::string> category = with_table({"id",
                                                    "title",
                                                    "headline",
                                                    "group",
                                                    "unit",
                                                    "period",
                                                    "source",
                                                    "note",
                                                    "each",
                                                    "plus",
                                                    "measure",
                                                    "denominator",
                                                    "per",
                                                    "of",
                                                    "rank_meaning",
                                                    "decimals",
                                                    "bands",
                                                    "palette",
                                                    "hotspots",
                                                    "parts",
                                                    "from",
                                                    "to",
                                                    "part",
                                                    "whole",
                                                    "if_part_missing",
                                                    "days",
                                                    "part_of",
                                                    "steps",
                                                    "weights_source",
                                                    "weights",
                                                    "map",
                                                    "require_coverage"});
    std::vector<std::string> lookup = {"table", "sheet",  "query",    "range",     "header", "from",
                                       "to",    "weight", "encoding", "delimiter", "hidden"};
    std::vector<std::string> suppression = {"publish_below", "round_to"}; // of the project
    std::vector<std::string> table_suppression = {"scheme", "shown_as", "rounded_to", "marks"};
    std::vector<std::string> category_suppression = {"scheme", "shown_as",      "rounded_to",
                                                     "marks",  "publish_below", "round_to"};
    std::vector<std::string> briefing = {"audience",   "date",       "wards",  "pages",
                                         "categories", "priorities", "weights"};
    std::vector<std::string> combine = {"by", "weight", "at_most"};
    std::vector<std::string> part = {"category", "weight", "reverse", "as"};
    std::vector<std::string> weights = {"title", "date", "source", "weights"};
    std::vector<std::string> bands = {"scheme", "count",   "breaks",      "labels", "zero",
                                      "hinge",  "same_as", "pooled_with", "frozen"};
    std::vector<std::string> frozen = {"measure", "per", "method", "breaks", "zero", "labels"};
    std::vector<std::string> neighbours = {"rule", "snap_m", "count", "distance_m"};
    std::vector<std::string> hotspots = {"correction", "level",        "method",
                                         "of",         "permutations", "seed"};

private:
    [[nodiscard]] std::vector<std::string> with_table(std::vector<std::string> own) const {
        own.insert(own.end(), table.begin(), table.end());
        return own;
    }
};

/// A key of an earlier version and its replacement.
struct FormerKey {
    std::string former;
    std::string present;
};

/// The keys of 0.1.0 that are still accepted, by table.
struct FormerKeys {
    std::string accepted_until = "0.3.0";
    std::vector<FormerKey> boundaries = {{"called", "area_nouns"},
                                         {"far_islands", "remote_islands"}};
    std::vector<FormerKey> table = {{"absent", "if_row_missing"}}; // as ProjectKeys::table
    std::vector<FormerKey> category = {{"absent", "if_row_missing"},
                                       {"lacking", "if_part_missing"}};
    std::vector<FormerKey> layer = {{"drawn", "position"}};
    std::vector<FormerKey> briefing = {{"made_for", "audience"}};
    std::vector<FormerKey> bivariate = {
        {"across", "x"}, {"across_called", "x_name"}, {"across_breaks", "x_breaks"},
        {"up", "y"},     {"up_called", "y_name"},     {"up_breaks", "y_breaks"}};
};

struct StyleKeys {
    std::vector<std::string> top = {"extends", "page",      "type",  "colour",
                                    "lines",   "furniture", "output"};
    std::vector<std::string> page = {"size", "orientation", "width_mm", "height_mm", "margin_mm"};
    std::vector<std::string> type = {"title_pt",     "subtitle_pt", "legend_pt", "label_pt",
                                     "label_min_pt", "small_pt",    "key_pt"};
    std::vector<std::string> colour = {"sequential", "score", "diverging", "bivariate"};
    std::vector<std::string> lines = {"border_pt", "outline_pt", "border",
                                      "outline",   "hatch_mm",   "hatch_pt"};
    std::vector<std::string> furniture = {"title",     "legend",      "labels", "insets",
                                          "scale_bar", "north_arrow", "source", "histogram"};
    std::vector<std::string> output = {"formats", "dpi", "png_kb"};
};

} // namespace wardmap::project
