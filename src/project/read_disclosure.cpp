// SPDX-License-Identifier: MIT
#include "project/read_disclosure.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "project/keys.h"
#include "project/project.h"

namespace wardmap::project {
namespace {

void read_step(TomlReader& reader, const toml::table& table, const char* key, double& into) {
    const auto step = reader.number(table, key);
    if (!step) return;
    const bool good = *step == 0 || (*step >= 2 && std::floor(*step) == *step);
    if (!good) {
        reader.fault(*table.get(key), fmt::format("{} = {}", key, text::shortest(*step)),
                     "a whole number of 2 or more, or 0 for none", fmt::format("{} = 5", key));
    }
    into = *step;
}

void read_steps(TomlReader& reader, const toml::table& table, disclosure::Rule& spec) {
    read_step(reader, table, "publish_below", spec.below);
    read_step(reader, table, "round_to", spec.round_to);
}

/// Whether the figures are counts from a table.
bool holds_counts(const CategorySpec& category) {
    if (category.figures.empty() ||
        category.figures.front().combine.by != join::Combine::By::none) {
        return false;
    }
    switch (category.measure) {
    case MeasureKind::count:
    case MeasureKind::rate:
    case MeasureKind::share:
    case MeasureKind::density:
        return true;
    case MeasureKind::mean:
    case MeasureKind::index:
    case MeasureKind::rank:
        return false;
    }
    return false;
}

} // namespace

disclosure::Rule read_disclosure(TomlReader& reader, const toml::table& file) {
    disclosure::Rule spec;
    const auto* const table = reader.table(file, "suppression");
    if (table == nullptr) return spec;
    reader.refuse_unknown(*table, ProjectKeys().suppression, "[suppression]");
    read_steps(reader, *table, spec);
    return spec;
}

disclosure::Rule read_disclosure(TomlReader& reader, const toml::table& table,
                                 const CategorySpec& category, const Project& project) {
    const bool counts = holds_counts(category);
    disclosure::Rule spec = counts ? project.disclosure : disclosure::Rule();
    const auto* const node = table.get("suppression");
    const auto* const suppression = node == nullptr ? nullptr : node->as_table();
    if (suppression == nullptr)
        return spec; // a scheme's name, or an error that is reported elsewhere
    for (const char* const key : {"publish_below", "round_to"}) {
        if (counts || !suppression->contains(key)) continue;
        reader.fault(*suppression->get(key),
                     fmt::format("{} is given, but the figures are not counts of a table", key),
                     "a count, rate, share or density; derived categories follow their parts");
        return {};
    }
    read_steps(reader, *suppression, spec);
    return spec;
}

std::optional<double> read_coverage(TomlReader& reader, const toml::table& table,
                                    std::optional<double> otherwise) {
    const auto share = reader.number(table, "require_coverage");
    if (!share) return otherwise;
    if (*share < 0 || *share > 1) {
        reader.fault(*table.get("require_coverage"),
                     fmt::format("require_coverage = {}", text::shortest(*share)),
                     "a share of the wards, 0 to 1", "require_coverage = 0.95");
    }
    return *share;
}

} // namespace wardmap::project
