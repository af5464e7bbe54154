// SPDX-License-Identifier: MIT
#include "project/read_layers.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/named_values.h"
#include "base/text.h"
#include "project/keys.h"
#include "project/project.h"
#include "project/read_table_keys.h"

namespace wardmap::project {
namespace {

using Kind = LayerSpec::Kind;
using Look = LayerSpec::Look;
using Position = LayerSpec::Position;

const std::string in = "[[layer]]";

/// The looks that go with each kind, the default first.
std::vector<Look> looks_of(Kind kind) {
    switch (kind) {
    case Kind::areas:
        return {Look::neighbours, Look::green, Look::water};
    case Kind::lines:
        return {Look::road, Look::river, Look::railway, Look::border};
    case Kind::points:
        return {Look::site, Look::place};
    }
    return {};
}

void read_look(TomlReader& reader, const toml::table& table, LayerSpec& layer) {
    const auto looks = looks_of(layer.kind);
    layer.look = looks.front();
    const auto look = reader.value(table, "style", LayerSpec::look_names);
    if (!look) return;
    layer.look = *look;
    if (std::find(looks.begin(), looks.end(), layer.look) != looks.end()) return;
    std::vector<std::string> fitting;
    for (const auto fit : looks) {
        fitting.push_back(text::quoted(name_of(LayerSpec::look_names, fit)));
    }
    reader.fault(*table.get("style"),
                 fmt::format("the style {} does not apply to {}",
                             text::quoted(name_of(LayerSpec::look_names, *look)),
                             name_of(LayerSpec::kind_names, layer.kind)),
                 text::list(fitting, "or"));
}

LayerSpec read_layer(TomlReader& reader, const toml::table& table, const Project& project) {
    reader.refuse_unknown(table, ProjectKeys().layer, in);
    LayerSpec layer;
    layer.line = table.source().begin.line;
    layer.file =
        resolve(project, reader.required(table, "path", in, "path = \"context/rivers.gpkg\""));
    if (!table.contains("kind")) {
        reader.fault(table, "the kind of the layer is missing",
                     "kind = \"areas\", \"lines\" or \"points\"");
    }
    if (const auto kind = reader.value(table, "kind", LayerSpec::kind_names)) layer.kind = *kind;
    read_look(reader, table, layer);
    reader.read(table, "layer", layer.layer);
    reader.read(table, "where", layer.where);
    reader.read(table, "name", layer.name);
    reader.read(table, "crs", layer.crs);
    reader.read(table, "encoding", layer.encoding);
    reader.read(table, "attribution", layer.attribution);
    layer.title = std::filesystem::path(layer.file.written).stem().string();
    reader.read(table, "title", layer.title);
    layer.position = layer.kind == Kind::areas ? Position::below : Position::above;
    if (const auto position = reader.value(table, "position", LayerSpec::position_names)) {
        layer.position = *position;
    }
    if (layer.kind == Kind::areas && layer.position == Position::above) {
        reader.fault(*table.get("position"), "areas above the wards would hide them",
                     "position = \"below\"", "draw their borders: kind = \"lines\"");
    }
    if (layer.kind == Kind::lines && !layer.name.empty()) {
        reader.fault(*table.get("name"), "names are drawn for areas and points only",
                     "leave name out, or kind = \"points\"");
    }
    if (layer.look == Look::place && layer.name.empty()) {
        reader.fault(table, "place names need the column that holds them", "name = \"NAME1\"");
    }
    return layer;
}

} // namespace

void read_layers(TomlReader& reader, const toml::table& file, Project& project) {
    const auto* const node = file.get("layer");
    if (node == nullptr) return;
    const auto* const list = node->as_array();
    if (list == nullptr) {
        reader.fault(*node, "layer is not a list of tables", "[[layer]]");
        return;
    }
    for (const auto& item : *list) {
        if (const auto* const table = item.as_table()) {
            project.layers.push_back(read_layer(reader, *table, project));
        } else {
            reader.fault(item, "a layer is not a table", "[[layer]]");
        }
    }
}

} // namespace wardmap::project
