// SPDX-License-Identifier: MIT
#include "project/read_tiles.h"

#include "project/keys.h"
#include "project/project.h"
#include "project/read_table_keys.h"

namespace wardmap::project {

std::optional<TilesSpec> read_tiles(TomlReader& reader, const toml::table& file,
                                    const Project& project) {
    const auto* const table = reader.table(file, "tiles");
    if (table == nullptr) return std::nullopt;
    reader.refuse_unknown(*table, ProjectKeys().tiles, "[tiles]");
    TilesSpec tiles;
    tiles.line = table->source().begin.line;
    auto& source = tiles.source;
    source.file = resolve(
        project, reader.required(*table, "source", "[tiles]", "source = \"wards.hexjson\""));
    reader.read(*table, "layer", source.layer);
    reader.read(*table, "code", source.code);
    reader.read(*table, "where", source.where);
    reader.read(*table, "crs", source.crs);
    reader.read(*table, "encoding", source.encoding);
    reader.read(*table, "attribution", tiles.attribution);
    return tiles;
}

} // namespace wardmap::project
