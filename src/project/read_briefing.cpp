// SPDX-License-Identifier: MIT
#include "project/read_briefing.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/suggest.h"
#include "base/text.h"
#include "project/keys.h"
#include "project/project.h"

namespace wardmap::project {
namespace {

std::vector<std::string> ids_of(const Project& project) {
    std::vector<std::string> ids;
    for (const auto& category : project.categories) {
        ids.push_back(category.id);
    }
    return ids;
}

void check_category(TomlReader& reader, const toml::node& at, const std::string& id,
                    const Project& project) {
    const auto known = ids_of(project);
    if (std::ranges::find(known, id) != known.end()) return;
    reader.fault(at, fmt::format("there is no category {}", text::quoted(id)),
                 "one of " + text::join(known, ", "), did_you_mean(id, known));
}

void read_number(TomlReader& reader, const toml::table& table, const char* key, int most,
                 std::size_t& into) {
    const auto number = reader.whole(table, key);
    if (!number) return;
    if (*number < 1 || *number > most) {
        reader.fault(*table.get(key), fmt::format("{} = {}", key, *number),
                     fmt::format("1 to {}", most), fmt::format("{} = {}", key, into));
        return;
    }
    into = static_cast<std::size_t>(*number);
}

void read_categories(TomlReader& reader, const toml::table& table, const Project& project,
                     BriefingSpec& spec) {
    const auto ids = reader.texts(table, "categories");
    if (!ids) return;
    const auto& node = *table.get("categories");
    if (ids->empty()) {
        reader.fault(node, "categories is empty", "at least one, or no such key",
                     "without it the briefing takes every count and rate");
    }
    for (const auto& id : *ids) {
        check_category(reader, node, id, project);
        if (std::ranges::find(spec.categories, id) != spec.categories.end()) {
            reader.fault(node, fmt::format("the category {} is named twice", text::quoted(id)),
                         "each category once");
        }
        spec.categories.push_back(id);
    }
}

void read_weights(TomlReader& reader, const toml::table& table, const Project& project,
                  BriefingSpec& spec) {
    const auto* const weights = reader.table(table, "weights");
    if (weights == nullptr) return;
    for (const auto& [key, node] : *weights) {
        const std::string id(key.str());
        check_category(reader, node, id, project);
        const auto weight = reader.number(*weights, id);
        if (!weight) continue;
        if (*weight > 0) {
            spec.weights[id] = *weight;
        } else {
            reader.fault(node, fmt::format("the weight of {} is not above 0", text::quoted(id)),
                         id + " = 2", "categories = [...] leaves a category out");
        }
    }
}

} // namespace

BriefingSpec read_briefing(TomlReader& reader, const toml::table& file, const Project& project) {
    BriefingSpec spec;
    const auto* const table = reader.table(file, "briefing");
    if (table == nullptr) return spec;
    reader.refuse_unknown(*table, ProjectKeys().briefing, "[briefing]");
    reader.read(*table, "audience", spec.audience);
    reader.read(*table, "date", spec.date);
    read_number(reader, *table, "wards", 20, spec.wards);
    read_number(reader, *table, "pages", 2, spec.pages);
    read_categories(reader, *table, project, spec);
    read_weights(reader, *table, project, spec);
    if (const auto names = reader.texts(*table, "priorities")) {
        spec.priorities = *names;
        spec.priorities_line = table->get("priorities")->source().begin.line;
    }
    return spec;
}

} // namespace wardmap::project
