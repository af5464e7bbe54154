// SPDX-License-Identifier: MIT
#include "project/read_rows.h"

#include <array>

#include "project/keys.h"

namespace wardmap::project {

join::Combine read_combine(TomlReader& reader, const toml::table& table) {
    using By = join::Combine::By;
    constexpr std::array ways = {By::mean, By::share};
    join::Combine spec;
    const auto* const own = reader.table(table, "combine");
    if (own == nullptr) return spec;
    reader.refuse_unknown(*own, ProjectKeys().combine, "combine");
    if (const auto at = reader.word(*own, "by", {"mean", "share"})) spec.by = ways[*at];
    reader.read(*own, "weight", spec.weight);
    reader.read(*own, "at_most", spec.at_most);
    if (spec.by == By::none || spec.weight.empty()) {
        reader.fault(*own, "rows are combined by a mean or a share, with a column of weights",
                     "combine = { by = \"mean\", weight = \"households\" }");
    }
    if ((spec.by == By::share) != own->contains("at_most")) {
        reader.fault(*own, "a share, and nothing else, needs at_most",
                     "combine = { by = \"share\", weight = \"population\", at_most = 3248 }");
    }
    return spec;
}

} // namespace wardmap::project
