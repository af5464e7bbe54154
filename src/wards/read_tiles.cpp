// SPDX-License-Identifier: MIT
#include "wards/read_tiles.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/input_file.h"
#include "base/limits.h"
#include "base/text.h"
#include "gdal/vector_source.h"
#include "geo/coordinates.h"
#include "geo/transform.h"
#include "wards/guess_fields.h"
#include "wards/hexjson.h"
#include "wards/repair.h"

namespace wardmap::wards {
namespace {

namespace fs = std::filesystem;

constexpr double farthest = 1e9;          // coordinates; beyond any CRS in metres
constexpr std::size_t most_reported = 10; // errors in features

Finding fault(const TileSource& source, std::string found, std::string expected = "",
              std::string help = "") {
    return {.severity = Severity::error,
            .place = {source.file.written},
            .found = std::move(found),
            .expected = std::move(expected),
            .help = std::move(help)};
}

std::string text_of(const TileSource& source) {
    return read_utf8_file({source.file.resolved, source.file.written, "a layout of tiles (HexJSON)",
                           limits::json_bytes, "", ""});
}

bool is_hexjson(const TileSource& source) {
    const auto ending = text::fold_case(fs::path(source.file.resolved).extension().string());
    if (ending == ".hexjson") return true;
    std::error_code error;
    return ending == ".json" && fs::is_regular_file(source.file.resolved, error) &&
           fs::file_size(source.file.resolved, error) <= limits::json_bytes &&
           text_of(source).find("\"hexes\"") != std::string::npos;
}

TileLayer read_hexjson(const TileSource& source) {
    Findings faults;
    for (const auto& [key, given] :
         {std::pair("layer", source.layer), std::pair("code", source.code),
          std::pair("where", source.where), std::pair("crs", source.crs),
          std::pair("encoding", source.encoding)}) {
        if (given.empty()) continue;
        faults.push_back(fault(source, fmt::format("[tiles] {} is for vector files only", key),
                               "HexJSON, whose keys are the codes",
                               fmt::format("leave {} out", key)));
    }
    stop_on_errors(faults);
    return {parse_hexjson(text_of(source), source.file.written), {source.file.resolved}, false, {}};
}

/// From degrees, or another unit that is not the metre; nothing if coordinates are used unchanged.
std::optional<geo::Transform> way_from(const TileSource& source, const gdal::Layer& layer,
                                       const std::string& target_crs) {
    const auto& crs = source.crs.empty() ? layer.crs : source.crs;
    if (crs.empty() || geo::is_projected_in_metres(crs)) return std::nullopt;
    geo::Transform transform(crs, target_crs, source.file.written);
    geo::Box box;
    for (const auto& feature : layer.features) {
        box.add(geo::extent(feature.shape));
    }
    if (auto wrong = geo::misplaced(box, transform, source.file.written, "[tiles]")) {
        throw InputError(std::move(*wrong));
    }
    return transform;
}

bool within_reach(const geo::Box& box) {
    const auto near = [](double x) { return std::abs(x) <= farthest; }; // not of NaN
    return near(box.min_x) && near(box.min_y) && near(box.max_x) && near(box.max_y);
}

/// Reads the features of a layer one by one, with their errors.
class Gathering {
public:
    Gathering(const TileSource& source, std::size_t code_field,
              const std::optional<geo::Transform>& transform, Findings& findings)
        : m_source(source), m_code_field(code_field), m_transform(transform), m_findings(findings) {
    }

    void add(const gdal::Feature& feature) {
        const auto& given = feature.texts[m_code_field];
        const std::string code(given ? text::trimmed(*given) : "");
        const auto feature_name =
            fmt::format("feature {}{}", feature.id, code.empty() ? "" : " (" + code + ")");
        if (!feature.other_geometry.empty()) {
            report(fmt::format("{} is a {}", feature_name, feature.other_geometry), "polygons",
                   "use the layer of tiles, not that of their centres");
        } else if (code.empty()) {
            report(feature_name + " has no code", "a code for every tile",
                   "[tiles] where = \"... IS NOT NULL\" leaves such features out");
        } else if (feature.shape.empty()) {
            report(feature_name + " has no geometry", "a polygon for every tile", "");
        } else {
            add_shape(feature.shape, code, feature_name);
        }
    }

    [[nodiscard]] std::vector<Tile> tiles() {
        if (m_faults.size() > most_reported) {
            const auto more = m_faults.size() - most_reported;
            m_faults.resize(most_reported);
            report(text::with_count(more, "more feature") + " with errors", "", "");
        }
        stop_on_errors(m_faults);
        return std::move(m_tiles);
    }

private:
    void report(std::string found, std::string expected, std::string help) {
        m_faults.push_back(fault(m_source, std::move(found), std::move(expected), std::move(help)));
    }

    void add_shape(const geo::MultiPolygon& given, const std::string& code,
                   const std::string& feature_name) {
        const auto shape = m_transform ? geo::transformed(given, *m_transform) : given;
        if (!shape || !within_reach(geo::extent(*shape))) {
            report(feature_name + " has coordinates that are outside any map",
                   "coordinates in metres", "");
            return;
        }
        auto valid = repaired(*shape, code, m_source.file.written, m_findings);
        if (valid.empty() || !(geo::area(valid) > 0)) {
            report(feature_name + " has no area", "a polygon", "");
            return;
        }
        m_tiles.push_back({code, std::move(valid)});
    }

    const TileSource& m_source;
    std::size_t m_code_field;
    const std::optional<geo::Transform>& m_transform;
    Findings& m_findings;
    std::vector<Tile> m_tiles;
    Findings m_faults;
};

TileLayer read_vector(const TileSource& source, const std::string& target_crs) {
    auto layer = gdal::read_layer({source.file.resolved, source.file.written, source.layer,
                                   source.where, source.encoding, "[tiles]"});
    if (layer.features.empty()) {
        throw InputError(fault(source, "the layer " + layer.name + " has no features",
                               "a polygon for every area",
                               source.where.empty() ? "" : "another where under [tiles]"));
    }
    TileLayer read;
    const auto code = find_tile_code(layer.fields, source.code, source.file.written, read.findings);
    const auto transform = way_from(source, layer, target_crs);
    read.from_degrees = transform.has_value();
    Gathering gathering(source, code, transform, read.findings);
    for (const auto& feature : layer.features) {
        gathering.add(feature);
    }
    read.tiles = gathering.tiles();
    read.files = std::move(layer.files);
    return read;
}

} // namespace

TileLayer read_tiles(const TileSource& source, const std::string& target_crs) {
    return is_hexjson(source) ? read_hexjson(source) : read_vector(source, target_crs);
}

} // namespace wardmap::wards
