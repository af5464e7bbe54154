// SPDX-License-Identifier: MIT
#include "project/read_project.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/input_file.h"
#include "base/limits.h"
#include "base/named_values.h"
#include "base/suggest.h"
#include "base/text.h"
#include "project/former_keys.h"
#include "project/keys.h"
#include "project/read_bands.h"
#include "project/read_bivariate.h"
#include "project/read_briefing.h"
#include "project/read_category.h"
#include "project/read_disclosure.h"
#include "project/read_hotspots.h"
#include "project/read_layers.h"
#include "project/read_parts.h"
#include "project/read_table_keys.h"
#include "project/read_tiles.h"
#include "project/toml_reader.h"

namespace wardmap::project {

namespace {

void read_products(TomlReader& reader, const toml::table& table, Project& project) {
    const auto names = reader.texts(table, "products");
    if (!names) return;
    const auto known = all_names(product_names);
    project.products.clear();
    for (const auto& name : *names) {
        if (const auto product = value_named(product_names, name)) {
            project.products.push_back(*product);
        } else {
            reader.fault(*table.get("products"),
                         fmt::format("there is no product {}", text::quoted(name)),
                         "some of " + text::list(known), did_you_mean(name, known));
        }
    }
    if (names->empty()) {
        reader.fault(*table.get("products"), "products is empty", "some of " + text::list(known));
    }
}

void read_project_table(TomlReader& reader, const toml::table& file, Project& project) {
    const auto* const table = reader.table(file, "project");
    if (table == nullptr) return;
    reader.refuse_unknown(*table, ProjectKeys().project, "[project]");
    reader.read(*table, "title", project.title);
    reader.read(*table, "area", project.area);
    reader.read(*table, "contact", project.contact);
    reader.read(*table, "style", project.style);
    reader.read(*table, "crs", project.crs);
    project.require_coverage = read_coverage(reader, *table, std::nullopt);
    reader.read(*table, "network", project.network);
    reader.read(*table, "linked_files", project.linked_files);
    if (const auto output = reader.text(*table, "output")) {
        project.output = resolve(project, *output).resolved;
    }
    read_products(reader, *table, project);
}

/// Keys for opening a layer of boundaries, and for its fields.
void read_source_keys(TomlReader& reader, const toml::table& table, wards::BoundarySource& source) {
    reader.read(table, "layer", source.layer);
    reader.read(table, "code", source.code);
    reader.read(table, "name", source.name);
    reader.read(table, "legacy", source.legacy);
    reader.read(table, "district", source.district);
    reader.read(table, "where", source.where);
    reader.read(table, "crs", source.crs);
    reader.read(table, "encoding", source.encoding);
}

void read_boundaries(TomlReader& reader, const toml::table& file, Project& project) {
    const auto* const table = reader.table(file, "boundaries");
    if (table == nullptr) {
        if (!file.contains("boundaries")) {
            reader.fault_at(1, 0, "the project has no [boundaries]",
                            "[boundaries] with source = \"wards.shp\"");
        }
        return;
    }
    reader.refuse_unknown(*table, ProjectKeys().boundaries, "[boundaries]");
    auto& boundaries = project.boundaries;
    project.boundary_source.file = resolve(
        project, reader.required(*table, "source", "[boundaries]", "source = \"wards.shp\""));
    read_source_keys(reader, *table, project.boundary_source);
    reader.read(*table, "note", boundaries.note);
    reader.read(*table, "attribution", boundaries.attribution);
    if (const auto nouns = reader.texts(*table, "area_nouns")) {
        if (nouns->size() != 2) {
            reader.fault(*table->get("area_nouns"), "area_nouns needs two words",
                         "area_nouns = [\"district\", \"districts\"]");
        } else {
            boundaries.noun.singular = nouns->front();
            boundaries.noun.plural = nouns->back();
        }
    }
    if (const auto how = reader.value(*table, "remote_islands", remote_islands_names)) {
        boundaries.remote_islands = *how;
    }
}

/// [ring]: the layer of [boundaries] without its `where`, or another source.
void read_ring(TomlReader& reader, const toml::table& file, Project& project) {
    const auto* const table = reader.table(file, "ring");
    if (table == nullptr) return;
    reader.refuse_unknown(*table, ProjectKeys().ring, "[ring]");
    wards::BoundarySource ring;
    if (const auto source = reader.text(*table, "source")) {
        ring.file = resolve(project, *source);
    } else {
        ring = project.boundary_source;
        ring.where.clear();
    }
    read_source_keys(reader, *table, ring);
    if (ring.file.resolved == project.boundary_source.file.resolved &&
        ring.layer == project.boundary_source.layer && project.boundary_source.where.empty()) {
        reader.fault_at(table->source().begin.line, 0,
                        "the ring has the same wards as [boundaries]",
                        "source = \"wards_of_the_county.shp\", or a where in [boundaries]");
    }
    project.ring = std::move(ring);
}

void read_denominators(TomlReader& reader, const toml::table& file, Project& project) {
    const auto* const tables = reader.table(file, "denominator");
    if (tables == nullptr) return;
    for (const auto& [key, node] : *tables) {
        const std::string id(key.str());
        const auto* const table = node.as_table();
        const std::string in = "[denominator." + id + "]";
        if (table == nullptr) {
            reader.fault(node, fmt::format("denominator {} is not a table", text::quoted(id)),
                         "[denominator.residents]");
            continue;
        }
        reader.refuse_unknown(*table, ProjectKeys().denominator, in);
        DenominatorSpec denominator;
        denominator.id = id;
        denominator.figures = read_figures(reader, *table, in, project);
        denominator.label = id;
        denominator.unit = id;
        reader.read(*table, "label", denominator.label);
        reader.read(*table, "unit", denominator.unit);
        reader.read(*table, "source", denominator.source);
        project.denominators.push_back(std::move(denominator));
    }
}

void read_categories(TomlReader& reader, const toml::table& file, Project& project) {
    const auto* const node = file.get("category");
    const auto* const list = node != nullptr ? node->as_array() : nullptr;
    if (list == nullptr || list->empty()) {
        reader.fault_at(1, 0, "the project has no [[category]]", "at least one thing to map");
        return;
    }
    std::set<std::string> ids;
    std::vector<const toml::table*> tables;
    for (const auto& item : *list) {
        const auto* const table = item.as_table();
        if (table == nullptr) {
            reader.fault(item, "a category is not a table", "[[category]]");
            continue;
        }
        for (auto& category : read_category(reader, *table, project)) {
            if (!category.id.empty() && !ids.insert(text::fold_case(category.id)).second) {
                reader.fault(*table->get("id"),
                             fmt::format("the id {} is used twice", text::quoted(category.id)),
                             "a unique id for each category (ids name the files)");
            }
            project.categories.push_back(std::move(category));
            tables.push_back(table);
        }
    }
    for (std::size_t i = 0; i < tables.size(); ++i) {
        check_sharing(reader, *tables[i], project.categories[i], project);
        check_parts(reader, *tables[i], project.categories[i], project);
    }
}

void read_lookup(TomlReader& reader, const toml::table& file, Project& project) {
    const auto* const table = reader.table(file, "lookup");
    if (table == nullptr) return;
    reader.refuse_unknown(*table, ProjectKeys().lookup, "[lookup]");
    LookupSpec lookup;
    lookup.table = read_table_spec(reader, *table, "[lookup]", project);
    lookup.from = reader.required(*table, "from", "[lookup]", "from = \"WD13CD\"");
    lookup.to = reader.required(*table, "to", "[lookup]", "to = \"WD24CD\"");
    reader.read(*table, "weight", lookup.weight);
    project.lookup = std::move(lookup);
}

void read_aliases(TomlReader& reader, const toml::table& file, Project& project) {
    const auto* const table = reader.table(file, "aliases");
    if (table == nullptr) return;
    for (const auto& [key, node] : *table) {
        if (const auto* const value = node.as_string()) {
            project.aliases[std::string(key.str())] = value->get();
        } else {
            reader.fault(node,
                         fmt::format("the alias of {} is not a text", text::quoted(key.str())),
                         "\"name in the table\" = \"name or code of the boundaries\"");
        }
    }
}

} // namespace

Project parse_project(const std::string& toml, const std::string& path) {
    Project project;
    project.crs.clear(); // chosen by location if the file names none
    project.file = {std::filesystem::path(path).filename().string(), path};
    TomlReader reader(toml, path);
    auto file = reader.parse();
    rename_former_keys(reader, file);
    reader.refuse_unknown(file, ProjectKeys().top, "the project file");
    read_project_table(reader, file, project);
    read_boundaries(reader, file, project);
    read_ring(reader, file, project);
    project.neighbours = read_neighbours(reader, file);
    project.hotspots = read_hotspots(reader, file, {});
    project.disclosure = read_disclosure(reader, file);
    read_denominators(reader, file, project);
    read_categories(reader, file, project);
    read_bivariates(reader, file, project);
    read_layers(reader, file, project);
    project.tiles = read_tiles(reader, file, project);
    read_aliases(reader, file, project);
    read_lookup(reader, file, project);
    project.briefing = read_briefing(reader, file, project);
    reader.stop_on_faults();
    project.findings = reader.findings();
    for (auto& finding : project.findings) {
        finding.place.file = project.file.written; // as named in products, whatever the folder
    }
    return project;
}

Project read_project(const std::string& path) {
    const auto toml = read_utf8_file({path, path, "a project file (TOML)", limits::toml_bytes, "",
                                      "a project refers to its tables; it does not contain them"});
    return parse_project(toml, path);
}

} // namespace wardmap::project
