// SPDX-License-Identifier: MIT
#include "project/former_keys.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/shown.h"
#include "base/text.h"
#include "project/keys.h"

namespace wardmap::project {
namespace {

/// A former key used in the file.
struct Use {
    FormerKey key;
    toml::source_position place;
};

/// The tables at `key`: one, those of a list, or none.
std::vector<toml::table*> tables_at(toml::table& table, std::string_view key) {
    auto* const node = table.get(key);
    if (node == nullptr) return {};
    if (auto* const one = node->as_table()) return {one};
    std::vector<toml::table*> tables;
    if (auto* const list = node->as_array()) {
        for (auto& item : *list) {
            if (auto* const one = item.as_table()) tables.push_back(one);
        }
    }
    return tables;
}

void rename_keys(TomlReader& reader, toml::table& table, const std::vector<FormerKey>& keys,
                 std::vector<Use>& uses) {
    for (const auto& key : keys) {
        const auto found = table.find(key.former);
        if (found == table.end()) continue;
        const auto source = found->first.source();
        const auto place = source.begin;
        if (table.contains(key.present)) {
            reader.fault_at(place.line, place.column,
                            fmt::format("both {} and {} are given", key.former, key.present),
                            key.present + " alone",
                            fmt::format("{} is the former name of {}", key.former, key.present));
        } else {
            table.insert(toml::key(key.present, source), std::move(found->second));
            uses.push_back({key, place});
        }
        table.erase(key.former);
    }
}

std::vector<Use> rename_all(TomlReader& reader, toml::table& file) {
    const FormerKeys former;
    std::vector<Use> uses;
    const auto rename = [&](toml::table& table, std::string_view key,
                            const std::vector<FormerKey>& keys) {
        for (auto* const one : tables_at(table, key)) {
            rename_keys(reader, *one, keys, uses);
        }
    };
    rename(file, "boundaries", former.boundaries);
    rename(file, "category", former.category);
    for (auto* const category : tables_at(file, "category")) {
        rename(*category, "plus", former.table);
    }
    for (auto* const denominators : tables_at(file, "denominator")) {
        for (auto&& [id, node] : *denominators) {
            if (auto* const one = node.as_table()) rename_keys(reader, *one, former.table, uses);
        }
    }
    rename(file, "layer", former.layer);
    rename(file, "briefing", former.briefing);
    rename(file, "bivariate", former.bivariate);
    return uses;
}

/// One warning for all uses of one former key, at the first of them.
void warn(TomlReader& reader, const FormerKey& key, const std::vector<Use>& uses) {
    std::vector<std::string> lines;
    for (const auto& use : uses) {
        if (use.key.former == key.former) lines.push_back(std::to_string(use.place.line));
    }
    const auto first = std::ranges::find(
        uses, key.former, [](const Use& use) -> const std::string& { return use.key.former; });
    reader.warn_at(
        first->place.line, first->place.column,
        fmt::format("the key {} is now {}; {} is accepted until {}", text::quoted(key.former),
                    text::quoted(key.present), text::quoted(key.former),
                    FormerKeys().accepted_until),
        fmt::format("rename it in {} {}", lines.size() == 1 ? "line" : "lines", text::some(lines)));
}

} // namespace

void rename_former_keys(TomlReader& reader, toml::table& file) {
    auto uses = rename_all(reader, file);
    std::ranges::sort(uses, {},
                      [](const Use& use) { return std::tuple(use.place.line, use.place.column); });
    std::vector<std::string> warned;
    for (const auto& use : uses) {
        if (std::ranges::find(warned, use.key.former) != warned.end()) continue;
        warned.push_back(use.key.former);
        warn(reader, use.key, uses);
    }
}

} // namespace wardmap::project
