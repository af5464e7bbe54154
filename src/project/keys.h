// SPDX-License-Identifier: MIT
// Every key that a project or a style file may hold: for the reader, for "did you mean", and for
// the test that the documentation names them all.
#pragma once

#include <string>
#include <vector>

namespace wardmap::project {

/// Keys of the file itself ("project", "boundaries", ...), and of each of its tables.
struct ProjectKeys {
    std::vector<std::string> top = {"project", "boundaries", "denominator", "category", "aliases"};
    std::vector<std::string> project = {"title", "area", "products", "style", "output", "crs"};
    std::vector<std::string> boundaries = {"source", "layer",       "code",  "name",
                                           "legacy", "where",       "crs",   "encoding",
                                           "note",   "attribution", "called"};
    std::vector<std::string> denominator = {"table",    "key",       "keys",   "value",
                                            "encoding", "delimiter", "absent", "suppression",
                                            "label",    "unit",      "source"};
    std::vector<std::string> category = {
        "id",        "title",        "group",       "unit",    "period",      "source",
        "note",      "table",        "key",         "keys",    "value",       "encoding",
        "delimiter", "absent",       "suppression", "measure", "denominator", "per",
        "of",        "rank_meaning", "decimals",    "bands",   "palette",     "map"};
    std::vector<std::string> bands = {"scheme", "count", "breaks", "labels"};
    std::vector<std::string> suppression = {"marks"};
};

struct StyleKeys {
    std::vector<std::string> top = {"extends", "page",      "type",  "colour",
                                    "lines",   "furniture", "output"};
    std::vector<std::string> page = {"size", "orientation", "width_mm", "height_mm", "margin_mm"};
    std::vector<std::string> type = {"title_pt", "subtitle_pt",  "legend_pt",
                                     "label_pt", "label_min_pt", "small_pt"};
    std::vector<std::string> colour = {"sequential", "score"};
    std::vector<std::string> lines = {"border_pt", "outline_pt", "border",
                                      "outline",   "hatch_mm",   "hatch_pt"};
    std::vector<std::string> furniture = {"title",     "legend",      "labels", "insets",
                                          "scale_bar", "north_arrow", "source"};
    std::vector<std::string> output = {"formats", "dpi", "png_kb"};
};

} // namespace wardmap::project
