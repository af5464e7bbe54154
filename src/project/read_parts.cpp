// SPDX-License-Identifier: MIT
#include "project/read_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "project/keys.h"
#include "project/project.h"
#include "project/read_table_keys.h"

namespace wardmap::project {
namespace {

bool takes_pair(const Category& category) {
    return category.made_as<Change>() != nullptr || category.made_as<Quotient>() != nullptr;
}

/// The two keys of a pair, the earlier (the part) first.
std::pair<const char*, const char*> pair_keys(const Category& category) {
    if (category.made_as<Change>() != nullptr) return {"from", "to"};
    return {"part", "whole"};
}

Part read_part(TomlReader& reader, const toml::node& node) {
    Part part;
    if (const auto* const id = node.as_string()) {
        part.category = id->get();
        return part;
    }
    const auto* const table = node.as_table();
    if (table == nullptr) {
        reader.fault(node, "a part is neither an id nor a table",
                     "parts = [\"theft\", { category = \"burglary\", weight = 2 }]");
        return part;
    }
    reader.refuse_unknown(*table, ProjectKeys().part, "parts");
    part.category = reader.required(*table, "category", "parts", "category = \"theft\"");
    reader.read(*table, "as", part.weighed_as);
    reader.read(*table, "weight", part.weight);
    if (part.weight <= 0) {
        reader.fault(*table->get("weight"), "a weight that is not above 0", "weight = 1");
    }
    if (const auto* const reverse = table->get("reverse")) {
        if (!reverse->is_boolean()) {
            reader.fault(*reverse, "reverse is neither true nor false", "reverse = true");
        }
        part.reverse = reverse->value_or(false);
    }
    return part;
}

void refuse_outsiders(TomlReader& reader, const toml::table& table, const Category& category) {
    const bool pair = takes_pair(category);
    for (const char* const key : {"table", "value", "key", "keys", "suppression", "if_row_missing",
                                  "require_coverage", "steps", "plus", "duplicates", "combine"}) {
        if (table.contains(key)) {
            reader.fault(
                *table.get(key),
                fmt::format("{} is given, but the figures are those of other categories", key),
                "leave it out");
        }
    }
    const auto wanted = pair_keys(category);
    for (const char* const key : {"parts", "from", "to", "part", "whole"}) {
        const bool fits =
            pair ? (std::string_view(key) == wanted.first || std::string_view(key) == wanted.second)
                 : std::string_view(key) == "parts";
        if (table.contains(key) && !fits) {
            reader.fault(*table.get(key), fmt::format("{} does not apply to this measure", key),
                         pair ? fmt::format("{} and {}", wanted.first, wanted.second)
                              : std::string("parts = [...]"));
        }
    }
    const bool sums = category.is(MeasureKind::mean) || category.is(MeasureKind::index) ||
                      category.is(MeasureKind::rank);
    if (sums) {
        reader.fault(*table.get("parts"), "averages, indices and ranks do not add up",
                     "measure = \"count\", \"rate\", \"share\", \"density\", \"composite\" or "
                     "\"overlap\"");
    }
    if (table.contains("if_part_missing") && category.made_as<Composite>() == nullptr) {
        reader.fault(*table.get("if_part_missing"), "if_part_missing belongs to a composite",
                     "measure = \"composite\"");
    }
}

const Category* find_category(const Project& project, const std::string& id) {
    for (const auto& category : project.categories) {
        if (category.id == id) return &category;
    }
    return nullptr;
}

/// The node to point at: the list of parts, or the pair's keys.
const toml::node& place_of(const toml::table& table, const Category& category, std::size_t part) {
    if (!takes_pair(category))
        return *table.get("parts"); // exists, because the parts were read from it
    const auto keys = pair_keys(category);
    const auto* const node = table.get(part == 0 ? keys.first : keys.second);
    if (node == nullptr) return table;
    return *node;
}

void check_part(TomlReader& reader, const toml::node& at, const Category& category,
                const std::string& id, const Project& project) {
    const auto* const part = find_category(project, id);
    if (part == nullptr || part == &category) {
        std::vector<std::string> ids;
        for (const auto& other : project.categories) {
            if (other.id != category.id) ids.push_back(other.id);
        }
        reader.fault(at, fmt::format("there is no other category {}", text::quoted(id)),
                     "one of " + text::some(ids, "or"), did_you_mean(id, ids));
    } else if (part->tables() == nullptr) {
        reader.fault(at,
                     fmt::format("{} is itself derived from other categories", text::quoted(id)),
                     "categories with their own table");
    }
}

/// Whether `outer` contains `inner`, at any depth.
bool is_part_within(const Project& project, const std::string& inner, const std::string& outer) {
    std::string at = inner;
    for (std::size_t level = 0; level < project.categories.size(); ++level) {
        const auto* const category = find_category(project, at);
        if (category == nullptr || category->part_of.empty()) return false;
        at = category->part_of;
        if (at == outer) return true;
    }
    return false;
}

/// weights = "harm.toml" applies to all parts, so none may have its own weight.
void read_weights_file(TomlReader& reader, const toml::table& table, const Project& project,
                       const std::vector<Part>& parts, Weights* weights) {
    const auto file = reader.text(table, "weights");
    if (!file) return;
    const bool weighed =
        std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.weight != 1; });
    if (weights == nullptr) {
        reader.fault(*table.get("weights"), "this measure has no weights", "leave them out");
    } else if (weighed || !weights->source.empty()) {
        reader.fault(*table.get("weights"), "weights are given here and in the file of weights",
                     "one of the two");
    } else {
        weights->file = resolve(project, *file);
    }
}

void read_pair(TomlReader& reader, const toml::table& table, Category& category) {
    const auto keys = pair_keys(category);
    const auto read = [&](const char* key) {
        return reader.required(table, key, "[[category]]", fmt::format("{} = \"theft\"", key));
    };
    auto first = read(keys.first);
    auto second = read(keys.second);
    if (category.made_as<Change>() != nullptr) {
        category.origin = Change{std::move(first), std::move(second)};
    } else {
        category.origin = Quotient{std::move(first), std::move(second)};
    }
}

std::vector<Part> read_list(TomlReader& reader, const toml::table& table,
                            const Category& category) {
    std::vector<Part> parts;
    const auto* const node = table.get("parts");
    const auto* const list = node != nullptr ? node->as_array() : nullptr;
    if (list == nullptr || list->size() < 2) {
        const std::string found = "the category needs at least two parts";
        const std::string expected = "parts = [\"theft\", \"burglary\"]";
        node != nullptr ? reader.fault(*node, found, expected)
                        : reader.fault(table, found, expected);
        return parts;
    }
    for (const auto& item : *list) {
        parts.push_back(read_part(reader, item));
        if (parts.back().reverse && category.made_as<Composite>() == nullptr) {
            reader.fault(item, "only the parts of a composite can be reversed",
                         "measure = \"composite\"");
        }
    }
    return parts;
}

} // namespace

void refuse_part_keys(TomlReader& reader, const toml::table& table) {
    for (const char* const key :
         {"from", "to", "part", "whole", "if_part_missing", "weights", "weights_source"}) {
        if (!table.contains(key)) continue;
        reader.fault(*table.get(key), fmt::format("{} is only for derived categories", key),
                     "parts = [...], or measure = \"change\", \"quotient\", \"composite\"");
    }
}

void read_parts(TomlReader& reader, const toml::table& table, const Project& project,
                Category& category) {
    refuse_outsiders(reader, table, category);
    Weights weights;
    reader.read(table, "weights_source", weights.source);
    const auto if_missing = reader.word(table, "if_part_missing", {"missing", "left-out"});
    if (takes_pair(category)) {
        read_pair(reader, table, category);
        return;
    }
    auto parts = read_list(reader, table, category);
    const bool overlaps = category.made_as<Overlap>() != nullptr;
    read_weights_file(reader, table, project, parts, overlaps ? nullptr : &weights);
    if (overlaps) {
        category.origin = Overlap{std::move(parts)};
    } else if (category.made_as<Composite>() != nullptr) {
        category.origin = Composite{std::move(parts), std::move(weights), if_missing == 1};
    } else {
        category.origin = WeightedSum{std::move(parts), std::move(weights)};
    }
}

void check_parts(TomlReader& reader, const toml::table& table, const Category& category,
                 const Project& project) {
    if (!category.part_of.empty() && find_category(project, category.part_of) == nullptr) {
        reader.fault(*table.get("part_of"),
                     fmt::format("there is no category {}", text::quoted(category.part_of)),
                     "the id of the category that contains this one");
    }
    const auto parts = parts_of(category);
    for (std::size_t k = 0; k < parts.size(); ++k) {
        if (parts[k].category.empty()) continue; // reported where it was read
        check_part(reader, place_of(table, category, k), category, parts[k].category, project);
    }
    if (takes_pair(category)) return;
    for (const auto& a : parts) {
        for (const auto& b : parts) {
            const bool twice = &a < &b && a.category == b.category;
            if (!twice && !is_part_within(project, a.category, b.category)) continue;
            reader.fault(*table.get("parts"),
                         twice ? fmt::format("{} is a part twice", text::quoted(a.category))
                               : fmt::format("{} is part of {}: it would count twice",
                                             text::quoted(a.category), text::quoted(b.category)),
                         "each thing once, at the lowest level");
        }
    }
}

} // namespace wardmap::project
