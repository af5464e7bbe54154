// SPDX-License-Identifier: MIT
#include "project/read_bivariate.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/suggest.h"
#include "base/text.h"
#include "paint/bivariate_palette.h"
#include "project/keys.h"
#include "project/project.h"
#include "project/read_category.h"

namespace wardmap::project {
namespace {

const std::string in = "[[bivariate]]";

const Category* find_category(const Project& project, const std::string& id) {
    const auto found =
        std::ranges::find_if(project.categories, [&](const auto& c) { return c.id == id; });
    return found == project.categories.end() ? nullptr : &*found;
}

/// Reads one axis: `key` is x or y, with its keys x_name and x_breaks.
Bivariate::Axis read_axis(TomlReader& reader, const toml::table& table, const std::string& key,
                          const Project& project) {
    Bivariate::Axis axis;
    axis.category = reader.required(table, key, in, key + " = \"deprivation\"");
    reader.read(table, key + "_name", axis.name);
    if (!axis.category.empty() && find_category(project, axis.category) == nullptr) {
        std::vector<std::string> ids;
        for (const auto& category : project.categories) {
            ids.push_back(category.id);
        }
        reader.fault(*table.get(key),
                     fmt::format("there is no category {}", text::quoted(axis.category)),
                     "one of " + text::join(ids, ", "), did_you_mean(axis.category, ids));
    }
    const auto breaks_key = key + "_breaks";
    const auto breaks = reader.numbers(table, breaks_key);
    if (!breaks) return axis;
    if (breaks->size() != 2 || !((*breaks)[0] < (*breaks)[1])) {
        reader.fault(*table.get(breaks_key),
                     fmt::format("{} are not two rising numbers", breaks_key),
                     breaks_key + " = [10, 20]",
                     "they separate three classes; the outer limits follow the figures");
    }
    axis.breaks = *breaks;
    return axis;
}

void read_scheme(TomlReader& reader, const toml::table& table, Bivariate& bivariate) {
    constexpr std::array schemes = {Scheme::quantile, Scheme::natural, Scheme::equal};
    if (const auto at = reader.word(table, "scheme", {"quantile", "natural", "equal"})) {
        bivariate.scheme = schemes.at(*at);
    }
    const bool idle = !bivariate.x.breaks.empty() && !bivariate.y.breaks.empty();
    if (idle && table.contains("scheme")) {
        reader.fault(*table.get("scheme"), "scheme is given, but both have their own breaks",
                     "one of the two");
    }
}

/// Ranks have an order but no distances.
void check_ranks(TomlReader& reader, const toml::table& table, const Bivariate& bivariate,
                 const Project& project) {
    if (bivariate.scheme == Scheme::quantile) return;
    for (const auto* const axis : {&bivariate.x, &bivariate.y}) {
        const auto* const category = find_category(project, axis->category);
        if (category == nullptr || category->measure != MeasureKind::rank) continue;
        if (!axis->breaks.empty()) continue;
        reader.fault(
            *table.get("scheme"),
            fmt::format("ranks are not quantities, and {} is one", text::quoted(axis->category)),
            "scheme = \"quantile\", or breaks for it");
    }
}

void check_new_id(TomlReader& reader, const toml::table& table, const std::string& id,
                  const Project& project) {
    if (id.empty()) return;
    check_id(reader, table, id, id);
    const auto same = [&](const auto& other) {
        return text::fold_case(other.id) == text::fold_case(id);
    };
    if (std::ranges::any_of(project.categories, same) ||
        std::ranges::any_of(project.bivariates, same)) {
        reader.fault(*table.get("id"), fmt::format("the id {} is used twice", text::quoted(id)),
                     "a unique id, also among the categories (ids name the files)");
    }
}

Bivariate read_bivariate(TomlReader& reader, const toml::table& table, const Project& project) {
    reader.refuse_unknown(table, ProjectKeys().bivariate, in);
    Bivariate bivariate;
    bivariate.line = table.source().begin.line;
    bivariate.id = reader.required(table, "id", in, "id = \"deprivation-theft\"");
    check_new_id(reader, table, bivariate.id, project);
    reader.read(table, "title", bivariate.title);
    reader.read(table, "note", bivariate.note);
    bivariate.x = read_axis(reader, table, "x", project);
    bivariate.y = read_axis(reader, table, "y", project);
    if (!bivariate.y.category.empty() && bivariate.y.category == bivariate.x.category) {
        reader.fault(*table.get("y"), "x and y are the same category", "two categories");
    }
    read_scheme(reader, table, bivariate);
    check_ranks(reader, table, bivariate, project);
    const auto palettes = paint::bivariate_palette_names();
    if (const auto at = reader.word(table, "palette", palettes)) bivariate.palette = palettes[*at];
    return bivariate;
}

} // namespace

void read_bivariates(TomlReader& reader, const toml::table& file, Project& project) {
    const auto* const node = file.get("bivariate");
    if (node == nullptr) return;
    const auto* const list = node->as_array();
    if (list == nullptr) {
        reader.fault(*node, "bivariate is not a list of tables", in);
        return;
    }
    for (const auto& item : *list) {
        if (const auto* const table = item.as_table()) {
            project.bivariates.push_back(read_bivariate(reader, *table, project));
        } else {
            reader.fault(item, "a bivariate map is not a table", in);
        }
    }
}

} // namespace wardmap::project
