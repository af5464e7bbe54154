// SPDX-License-Identifier: MIT
#include "project/read_hotspots.h"

#include <fmt/format.h>

#include "project/keys.h"

namespace wardmap::project {
namespace {

void check_rule(TomlReader& reader, const toml::table& table, wards::NeighbourSpec& spec) {
    using Rule = wards::NeighbourSpec::Rule;
    const bool borders = spec.rule == Rule::queen || spec.rule == Rule::rook;
    const auto only = [&](const char* key, bool fits, const char* expected) {
        if (table.contains(key) && !fits) {
            reader.fault(*table.get(key), fmt::format("{} does not apply to this rule", key),
                         expected);
        }
    };
    only("snap_m", borders, "rule = \"queen\" or \"rook\"");
    only("count", spec.rule == Rule::nearest, "rule = \"nearest\"");
    only("distance_m", spec.rule == Rule::distance, "rule = \"distance\"");
    if (spec.snap_m < 0) {
        reader.fault(*table.get("snap_m"), "snap_m is below 0", "metres: snap_m = 1");
    }
    if (spec.rule == Rule::distance && spec.distance_m <= 0) {
        reader.fault(table, "neighbours by distance need the distance", "distance_m = 2000");
    }
}

} // namespace

wards::NeighbourSpec read_neighbours(TomlReader& reader, const toml::table& file) {
    wards::NeighbourSpec spec;
    const auto* const table = reader.table(file, "neighbours");
    if (table == nullptr) return spec;
    reader.refuse_unknown(*table, ProjectKeys().neighbours, "[neighbours]");
    if (const auto rule = reader.value(*table, "rule", wards::NeighbourSpec::rule_names)) {
        spec.rule = *rule;
    }
    reader.read(*table, "snap_m", spec.snap_m);
    reader.read(*table, "distance_m", spec.distance_m);
    if (const auto count = reader.whole(*table, "count")) {
        constexpr int most = 100;
        if (*count < 1 || *count > most) {
            reader.fault(*table->get("count"), fmt::format("{} nearest neighbours", *count),
                         "1 to 100");
        } else {
            spec.count = static_cast<std::size_t>(*count);
        }
    }
    check_rule(reader, *table, spec);
    return spec;
}

HotspotSpec read_hotspots(TomlReader& reader, const toml::table& parent,
                          const HotspotSpec& otherwise) {
    using Spec = HotspotSpec;
    Spec spec = otherwise;
    const auto* const node = parent.get("hotspots");
    if (node == nullptr) return spec;
    if (const auto* const on = node->as_boolean()) {
        spec.on = on->get();
        return spec;
    }
    const auto* const table = reader.table(parent, "hotspots");
    if (table == nullptr) return spec;
    spec.on = true;
    reader.refuse_unknown(*table, ProjectKeys().hotspots, "hotspots");
    if (const auto correction = reader.value(*table, "correction", Spec::correction_names)) {
        spec.correction = *correction;
    }
    if (const auto method = reader.value(*table, "method", Spec::method_names)) {
        spec.method = *method;
    }
    if (const auto of = reader.value(*table, "of", Spec::of_names)) spec.of = *of;
    reader.read(*table, "level", spec.level);
    constexpr double most_level = 0.5;
    if (spec.level <= 0 || spec.level > most_level) {
        reader.fault(*table->get("level"), fmt::format("a level of {}", spec.level),
                     "above 0 and at most 0.5: level = 0.05");
    }
    const bool permutes = spec.method == Spec::Method::permutation;
    for (const char* const key : {"permutations", "seed"}) {
        const auto number = reader.whole(*table, key);
        if (!number) continue;
        if (!permutes) {
            reader.fault(*table->get(key), fmt::format("{} without permutation", key),
                         "method = \"permutation\"");
        } else if (*number < 0 || (*number < 99 && std::string_view(key) == "permutations")) {
            reader.fault(*table->get(key), fmt::format("{} = {}", key, *number),
                         "permutations = 9999 (at least 99), seed = 1");
        } else if (std::string_view(key) == "seed") {
            spec.seed = static_cast<std::uint64_t>(*number);
        } else {
            spec.permutations = static_cast<std::size_t>(*number);
        }
    }
    return spec;
}

} // namespace wardmap::project
