// SPDX-License-Identifier: MIT
#include "project/read_incidents.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/named_values.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "incidents/periods.h"
#include "incidents/server_count.h"
#include "project/keys.h"
#include "project/read_disclosure.h"
#include "project/read_table_keys.h"

namespace wardmap::project {
namespace {

constexpr std::array<std::pair<std::string_view, incidents::Repeats>, 2> repeats_names = {
    {{"counted", incidents::Repeats::counted}, {"left-out", incidents::Repeats::left_out}}};

std::optional<incidents::Month> read_month(TomlReader& reader, const toml::table& table,
                                           std::string_view key) {
    const auto text = reader.text(table, key);
    if (!text) return std::nullopt;
    const auto month = incidents::month_labelled(*text);
    if (!month) {
        reader.fault(*table.get(key), text::quoted(*text) + " is no month",
                     fmt::format("{} = \"2014-01\"", key));
    }
    return month;
}

void read_columns(TomlReader& reader, const toml::table& table, incidents::ColumnNames& columns) {
    reader.read(table, "x", columns.x);
    reader.read(table, "y", columns.y);
    reader.read(table, "reference", columns.reference);
    reader.read(table, "point", columns.point);
    reader.read(table, "date", columns.date);
    reader.read(table, "type", columns.type);
    reader.read(table, "id", columns.id);
    reader.read(table, "area", columns.area);
    if (columns.x.empty() != columns.y.empty()) {
        reader.fault(table, "x and y go together", "both, or neither");
    }
}

/// Which tables of a database are counted.
void read_server_keys(TomlReader& reader, const toml::table& table, const std::string& in,
                      incidents::Source& source) {
    if (auto tables = reader.texts(table, "table", true)) source.tables = std::move(*tables);
    if (auto wards = reader.texts(table, "wards", true)) source.wards = std::move(*wards);
    reader.read(table, "query", source.query);
    const bool is_server = incidents::is_on_server(source);
    for (const char* const key : {"table", "wards", "query"}) {
        const auto* const node = table.get(key);
        if (node == nullptr || is_server) continue;
        reader.fault(*node, fmt::format("{} is of a database", key),
                     "source = \"PG:dbname=crime\", or no " + std::string(key));
    }
    if (is_server && source.tables.empty() == source.query.empty()) {
        reader.fault(table, in + " names no table of the database", "table or query, one of them",
                     "table = \"incidents\"");
    }
}

IncidentsSpec read_one(TomlReader& reader, const toml::table& table, const std::string& id,
                       const Project& project) {
    const std::string in = "[incidents." + id + "]";
    reader.refuse_unknown(table, ProjectKeys().incidents, in);
    IncidentsSpec spec;
    spec.id = id;
    spec.line = table.source().begin.line;
    const auto sources = reader.texts(table, "source", true);
    if (!table.contains("source") || (sources && sources->empty())) {
        reader.fault(table, in + " has no source", "source = \"incidents/*-street.csv\"");
    }
    for (const auto& source : sources.value_or(std::vector<std::string>())) {
        spec.source.files.push_back(resolve(project, source));
    }
    read_server_keys(reader, table, in, spec.source);
    spec.shown = incidents::shown_sources(spec.source.files);
    reader.read(table, "sheet", spec.source.sheet);
    reader.read(table, "crs", spec.source.crs);
    read_columns(reader, table, spec.source.columns);
    spec.from = read_month(reader, table, "from");
    spec.to = read_month(reader, table, "to");
    if (spec.from && spec.to && *spec.from > *spec.to) {
        reader.fault(*table.get("from"), "from is after to", "the earlier month first");
    }
    if (const auto repeats = reader.value(table, "repeats", repeats_names)) {
        spec.repeats = *repeats;
    }
    if (const auto lookup = reader.text(table, "lookup")) spec.lookup = resolve(project, *lookup);
    return spec;
}

/// Counts are exact: no publisher has withheld or rounded any.
void refuse_schemes(TomlReader& reader, const toml::table& table) {
    const auto* const node = table.get("suppression");
    const auto* const suppression = node == nullptr ? nullptr : node->as_table();
    if (suppression == nullptr) return;
    for (const auto& key : ProjectKeys().table_suppression) {
        if (const auto* const scheme = suppression->get(key)) {
            reader.fault(*scheme, key + " does not go with incidents",
                         "publish_below and round_to only");
        }
    }
}

/// Keys of a table of figures; counts have none of these.
void refuse_table_keys(TomlReader& reader, const toml::table& table) {
    auto keys = ProjectKeys().table;
    std::erase(keys, "where");
    std::erase(keys, "suppression"); // publish_below is for counts too
    keys.emplace_back("plus");
    for (const auto& key : keys) {
        if (const auto* const node = table.get(key)) {
            reader.fault(*node, key + " does not go with incidents",
                         "incidents, where = { type = \"...\" } and steps");
        }
    }
}

void read_types(TomlReader& reader, const toml::table& table, Figures& figures) {
    const auto* const where = reader.table(table, "where");
    if (where == nullptr) return;
    for (const auto& [key, node] : *where) {
        if (key.str() != "type") {
            reader.fault(node, text::quoted(key.str()) + " is nothing that incidents are chosen by",
                         "where = { type = \"Burglary\" }",
                         "from and to of the [incidents.ID] choose months");
            continue;
        }
        if (auto types = reader.texts(*where, "type", true)) {
            figures.where.push_back({"type", std::move(*types)});
        }
    }
}

} // namespace

std::vector<IncidentsSpec> read_incidents(TomlReader& reader, const toml::table& file,
                                          const Project& project) {
    std::vector<IncidentsSpec> all;
    const auto* const tables = reader.table(file, "incidents");
    if (tables == nullptr) return all;
    for (const auto& [key, node] : *tables) {
        const std::string id(key.str());
        if (const auto* const table = node.as_table()) {
            all.push_back(read_one(reader, *table, id, project));
        } else {
            reader.fault(node, fmt::format("incidents {} is not a table", text::quoted(id)),
                         "[incidents.police]");
        }
    }
    return all;
}

void read_counted(TomlReader& reader, const toml::table& table, const Project& project,
                  CategorySpec& category) {
    FromTables counted;
    Figures figures;
    refuse_table_keys(reader, table);
    refuse_schemes(reader, table);
    figures.incidents = reader.text(table, "incidents").value_or("");
    std::vector<std::string> ids;
    for (const auto& spec : project.incidents) {
        ids.push_back(spec.id);
        if (spec.id == figures.incidents) figures.table.file.written = spec.shown;
    }
    if (std::find(ids.begin(), ids.end(), figures.incidents) == ids.end()) {
        reader.fault(*table.get("incidents"),
                     fmt::format("there is no [incidents.{}]", figures.incidents),
                     ids.empty() ? "an [incidents.police] with source = \"...\""
                                 : "one of " + text::some(ids, "or"),
                     did_you_mean(figures.incidents, ids));
    }
    figures.table.file.resolved = std::string(counted_path) + figures.incidents;
    figures.keys = {"ward_code"};
    figures.values = {"incidents"};
    figures.duplicates = join::Duplicates::sum;
    read_types(reader, table, figures);
    auto steps = all_names(incidents::step_names);
    std::erase(steps, "all");
    if (const auto step = reader.word(table, "steps", steps)) counted.steps = steps[*step];
    const bool adds = category.is(MeasureKind::count) || category.is(MeasureKind::rate) ||
                      category.is(MeasureKind::share) || category.is(MeasureKind::density);
    if (!adds) {
        reader.fault(*table.get("incidents"),
                     "incidents are counted, and this measure is not a count",
                     "measure = \"count\", \"rate\", \"share\" or \"density\"");
    }
    counted.require_coverage = read_coverage(reader, table, project.require_coverage);
    category.figures = {std::move(figures)};
    category.origin = std::move(counted);
}

} // namespace wardmap::project
