// SPDX-License-Identifier: MIT
#include "project/read_rows.h"

#include <array>

#include "project/keys.h"

namespace wardmap::project {

std::map<std::string, std::string> read_where(TomlReader& reader, const toml::table& table) {
    std::map<std::string, std::string> where;
    const auto* const list = reader.table(table, "where");
    if (list == nullptr) return where;
    for (const auto& [key, node] : *list) {
        const std::string column(key.str());
        if (const auto text = reader.text(*list, column)) where[column] = *text;
    }
    return where;
}

CombineSpec read_combine(TomlReader& reader, const toml::table& table) {
    using By = CombineSpec::By;
    constexpr std::array ways = {By::sum, By::mean, By::share};
    CombineSpec spec;
    const auto* const node = table.get("combine");
    if (node == nullptr) return spec;
    if (node->is_string()) {
        if (reader.word(table, "combine", {"sum"})) spec.by = By::sum;
        return spec;
    }
    const auto* const own = reader.table(table, "combine");
    if (own == nullptr) return spec;
    reader.refuse_unknown(*own, ProjectKeys().combine, "combine");
    if (const auto at = reader.word(*own, "by", {"sum", "mean", "share"})) spec.by = ways[*at];
    reader.read(*own, "weight", spec.weight);
    reader.read(*own, "at_most", spec.at_most);
    const bool weighs = spec.by == By::mean || spec.by == By::share;
    if (weighs != !spec.weight.empty()) {
        reader.fault(*own,
                     weighs ? "a mean and a share need a column of weights"
                            : "weight belongs to a mean or a share",
                     "combine = { by = \"mean\", weight = \"households\" }");
    }
    if ((spec.by == By::share) != own->contains("at_most")) {
        reader.fault(*own, "a share, and nothing else, needs at_most",
                     "combine = { by = \"share\", weight = \"population\", at_most = 3248 }");
    }
    return spec;
}

} // namespace wardmap::project
