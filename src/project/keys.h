// SPDX-License-Identifier: MIT
// Every key that a project, a style or a frozen bands file may hold: for the reader, for "did you
// mean", and for the test that the documentation names them all.
#pragma once

#include <string>
#include <vector>

namespace wardmap::project {

/// Keys of the file itself ("project", "boundaries", ...), and of each of its tables.
struct ProjectKeys {
    std::vector<std::string> top = {"project", "boundaries", "denominator", "category",
                                    "aliases", "neighbours", "hotspots",    "suppression"};
    std::vector<std::string> project = {"title",  "area", "products",        "style",
                                        "output", "crs",  "require_coverage"};
    std::vector<std::string> boundaries = {"source", "layer",       "code",  "name",
                                           "legacy", "where",       "crs",   "encoding",
                                           "note",   "attribution", "called"};
    std::vector<std::string> denominator = {"table",    "key",       "keys",   "value",
                                            "encoding", "delimiter", "absent", "suppression",
                                            "label",    "unit",      "source"};
    std::vector<std::string> category = {"id",
                                         "title",
                                         "group",
                                         "unit",
                                         "period",
                                         "source",
                                         "note",
                                         "table",
                                         "key",
                                         "keys",
                                         "value",
                                         "encoding",
                                         "delimiter",
                                         "absent",
                                         "suppression",
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
                                         "lacking",
                                         "days",
                                         "part_of",
                                         "weights_source",
                                         "require_coverage"};
    std::vector<std::string> part = {"category", "weight", "reverse"};
    std::vector<std::string> bands = {"scheme", "count",   "breaks",      "labels", "zero",
                                      "hinge",  "same_as", "pooled_with", "frozen"};
    std::vector<std::string> frozen = {"measure", "per", "method", "breaks", "zero", "labels"};
    std::vector<std::string> suppression = {"publish_below", "round_to"}; // of the project
    std::vector<std::string> denominator_suppression = {"marks"};
    std::vector<std::string> category_suppression = {"marks", "publish_below", "round_to"};
    std::vector<std::string> neighbours = {"rule", "snap_m", "count", "distance_m"};
    std::vector<std::string> hotspots = {"correction", "level",        "method",
                                         "of",         "permutations", "seed"};
};

struct StyleKeys {
    std::vector<std::string> top = {"extends", "page", "type", "colour", "lines", "output"};
    std::vector<std::string> page = {"width_mm", "height_mm", "margin_mm"};
    std::vector<std::string> type = {"title_pt", "subtitle_pt",  "legend_pt",
                                     "label_pt", "label_min_pt", "small_pt"};
    std::vector<std::string> colour = {"sequential", "score"};
    std::vector<std::string> lines = {"border_pt", "outline_pt"};
    std::vector<std::string> output = {"formats", "dpi"};
};

} // namespace wardmap::project
