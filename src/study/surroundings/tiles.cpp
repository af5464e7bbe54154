// SPDX-License-Identifier: MIT
#include "study/surroundings/tiles.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "geo/operations.h"
#include "join/ward_index.h"
#include "project/category.h"
#include "project/project.h"
#include "wards/read_tiles.h"

namespace wardmap {
namespace {

constexpr std::size_t most_reported = 10; // wards without a tile, pairs that overlap
constexpr std::size_t most_examples = 5;
constexpr double most_across = 1000;   // tiles: on A3 they are 0.3 mm wide then
constexpr double one_size = 1.1;       // ratio up to which areas count as equal
constexpr double least_overlap = 0.01; // of a tile; less is due to the rounding of corners

Finding fault(const std::string& file, std::string found, std::string expected,
              std::string help = "") {
    return {.severity = Severity::error,
            .place = {file},
            .found = std::move(found),
            .expected = std::move(expected),
            .help = std::move(help)};
}

/// "A, B and 3 more".
std::string some(const std::vector<std::string>& all, std::size_t most) {
    if (all.size() <= most) return text::list(all);
    std::vector<std::string> first(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(most));
    first.push_back(text::number(static_cast<double>(all.size() - most), 0) + " more");
    return text::list(first);
}

void warn_of_no_use(const project::Project& project, Findings& findings) {
    const auto& categories = project.categories;
    if (std::any_of(categories.begin(), categories.end(), [](const project::Category& category) {
            return category.map == project::MapKind::tiles;
        })) {
        return;
    }
    findings.push_back({.severity = Severity::warning,
                        .place = {project.file.written, project.tiles->line, 0},
                        .found = "[tiles] is given, but no category is drawn as tiles",
                        .help = "[[category]] map = \"tiles\", or leave [tiles] out"});
}

/// Assigns a tile to each ward.
class Joining {
public:
    Joining(const project::Project& project, const WardSet& wards, const wards::TileLayer& layer)
        : m_wards(wards), m_layer(layer), m_file(project.tiles->source.file.written),
          m_tile_of(m_wards.wards.size(), nothing) {
        const join::WardIndex index(m_wards.wards, {}, nullptr);
        for (std::size_t tile = 0; tile < layer.tiles.size(); ++tile) {
            const auto match = index.find(layer.tiles[tile].code);
            if (match && join::is_code(match->by)) {
                give(match->ward, tile);
            } else {
                m_strangers.push_back(layer.tiles[tile].code);
            }
        }
        refuse_no_match();
        refuse_without();
        stop_on_errors(m_faults);
    }

    [[nodiscard]] const std::vector<std::size_t>& tile_of() const { return m_tile_of; }

    void report_unmatched_tiles(Findings& findings) const {
        if (m_strangers.empty()) return;
        findings.push_back(
            {.severity = Severity::note,
             .place = {m_file},
             .found = fmt::format("{} not of any {} of the map: left out ({})",
                                  text::with_count(m_strangers.size(), "tile"),
                                  m_wards.noun.singular, some(m_strangers, most_examples))});
    }

private:
    static constexpr std::size_t nothing = static_cast<std::size_t>(-1);

    void give(std::size_t ward, std::size_t tile) {
        if (m_tile_of[ward] == nothing) {
            m_tile_of[ward] = tile;
            return;
        }
        const auto& first = m_layer.tiles[m_tile_of[ward]].code;
        const auto& second = m_layer.tiles[tile].code;
        m_faults.push_back(fault(
            m_file,
            first == second ? fmt::format("the code {} is on two tiles", text::quoted(first))
                            : fmt::format("the tiles {} and {} are both of {}", text::quoted(first),
                                          text::quoted(second), m_wards.wards[ward].name),
            "one tile for each code"));
    }

    void refuse_no_match() {
        if (m_strangers.size() < m_layer.tiles.size()) return;
        std::vector<std::string> codes;
        for (const auto& ward : m_wards.wards) {
            codes.push_back(ward.code);
        }
        throw InputError(
            fault(m_file,
                  fmt::format("no tile has the code of a {}: the tiles have {}",
                              m_wards.noun.singular, some(m_strangers, most_examples)),
                  fmt::format("codes of the boundaries: {}", some(codes, most_examples)),
                  "[tiles] source with a layout of the same areas and year"));
    }

    void refuse_without() {
        std::vector<std::string> without;
        for (std::size_t i = 0; i < m_tile_of.size(); ++i) {
            const auto& ward = m_wards.wards[i];
            if (m_tile_of[i] == nothing) without.push_back(ward.name + " (" + ward.code + ")");
        }
        if (without.empty()) return;
        m_faults.push_back(
            fault(m_file,
                  fmt::format("{} of {} {} {} no tile: {}", without.size(), m_tile_of.size(),
                              m_wards.noun.plural, without.size() == 1 ? "has" : "have",
                              some(without, most_reported)),
                  fmt::format("a tile for every {}", m_wards.noun.singular),
                  "add them, or leave [tiles] out: the tiles are then placed automatically"));
    }

    const WardSet& m_wards;
    const wards::TileLayer& m_layer;
    const std::string& m_file;
    std::vector<std::size_t> m_tile_of;
    std::vector<std::string> m_strangers;
    Findings m_faults;
};

void refuse_overlaps(const std::vector<const wards::Tile*>& tiles, double area,
                     const std::string& file) {
    std::vector<const geo::MultiPolygon*> shapes;
    for (const auto* const tile : tiles) {
        shapes.push_back(&tile->shape);
    }
    std::vector<std::string> pairs;
    for (const auto& [i, j, contact] : geo::meetings(shapes, 0, false)) {
        if (geo::shared_area(*shapes[i], *shapes[j]) > least_overlap * area) {
            pairs.push_back(fmt::format("{} and {}", tiles[i]->code, tiles[j]->code));
        }
    }
    if (pairs.empty()) return;
    const auto more = pairs.size() > most_reported ? pairs.size() - most_reported : 0;
    pairs.resize(pairs.size() - more);
    throw InputError(fault(file,
                           "tiles overlap: " + text::join(pairs, "; ") +
                               (more > 0 ? fmt::format("; {} more pairs", more) : ""),
                           "one tile in each place"));
}

void warn_of_sizes(const std::vector<const wards::Tile*>& tiles, const std::string& file,
                   Findings& findings) {
    std::map<double, const wards::Tile*> by_area;
    for (const auto* const tile : tiles) {
        by_area.try_emplace(geo::area(tile->shape), tile);
    }
    const auto& [least, smallest] = *by_area.begin();
    const auto& [most, largest] = *by_area.rbegin();
    if (most <= one_size * least) return;
    findings.push_back(
        {.severity = Severity::warning,
         .place = {file},
         .found = fmt::format("the tiles are not of one size: {} is {} times as large as {}",
                              largest->code, text::number(most / least, 1), smallest->code),
         .expected = "tiles of one size"});
}

/// Snaps corners, so that those of neighbours agree however the file rounds them.
geo::Ring settled(const geo::Ring& ring, double step) {
    geo::Ring result;
    for (const auto p : ring) {
        const geo::Point q{std::round(p.x / step) * step, std::round(p.y / step) * step};
        if (result.empty() || result.back() != q) result.push_back(q);
    }
    while (result.size() > 1 && result.front() == result.back()) {
        result.pop_back();
    }
    return result.size() < 3 ? ring : result;
}

/// From the layout's own units to metres about the centre of the area.
class Placing {
public:
    Placing(const WardSet& wards, const geo::Box& layout, double tile_area, double ward_area)
        : m_from(layout.centre()), m_to(wards.extent().centre()),
          m_scale(std::sqrt(ward_area / tile_area)),
          // Normally a metre; for very small areas a thousandth of a tile.
          m_step(std::min(1.0, std::sqrt(ward_area) / 1000)) {}

    [[nodiscard]] geo::MultiPolygon operator()(geo::MultiPolygon shape) const {
        for (auto& part : shape.parts) {
            part.outer = placed(part.outer);
            for (auto& hole : part.holes) {
                hole = placed(hole);
            }
        }
        return shape;
    }

private:
    [[nodiscard]] geo::Ring placed(geo::Ring ring) const {
        for (auto& p : ring) {
            p = {m_to.x + m_scale * (p.x - m_from.x), m_to.y + m_scale * (p.y - m_from.y)};
        }
        return settled(ring, m_step);
    }

    geo::Point m_from;
    geo::Point m_to;
    double m_scale;
    double m_step;
};

/// Warns of apparent degrees in a drawing whose file does not state its CRS.
void warn_of_false_degrees(const WardSet& wards, const geo::Box& layout, const std::string& file,
                           Findings& findings) {
    const auto area = wards.extent();
    if (layout.overlaps(area.grown(10 * std::max(area.width(), area.height())))) return;
    findings.push_back(
        {.severity = Severity::warning,
         .place = {file},
         .found = fmt::format("the tiles are far from the {}; if their coordinates are not "
                              "longitudes and latitudes, they are drawn distorted",
                              wards.noun.plural),
         .help = fmt::format("[tiles] crs = \"{}\" uses them unchanged", wards.crs)});
}

std::vector<geo::MultiPolygon> place(const project::Project& project, const WardSet& wards,
                                     const wards::TileLayer& layer,
                                     const std::vector<std::size_t>& tile_of, Findings& findings) {
    const auto& file = project.tiles->source.file.written;
    const auto n = static_cast<double>(tile_of.size());
    std::vector<const wards::Tile*> tiles;
    geo::Box extent;
    double tile_area = 0;
    double ward_area = 0;
    for (std::size_t ward = 0; ward < tile_of.size(); ++ward) {
        tiles.push_back(&layer.tiles[tile_of[ward]]);
        extent.add(geo::extent(tiles.back()->shape));
        tile_area += geo::area(tiles.back()->shape) / n;
        ward_area += wards.wards[ward].area_m2 / n;
    }
    const double across = std::max(extent.width(), extent.height()) / std::sqrt(tile_area);
    if (!(across < most_across)) {
        throw InputError(fault(
            file,
            fmt::format("the tiles spread so wide that {} would be side by side",
                        text::number(across, 0)),
            fmt::format("a layout that is less than {} tiles wide", text::number(most_across, 0))));
    }
    refuse_overlaps(tiles, tile_area, file);
    warn_of_sizes(tiles, file, findings);
    if (layer.from_degrees) warn_of_false_degrees(wards, extent, file, findings);
    const Placing placing(wards, extent, tile_area, ward_area);
    std::vector<geo::MultiPolygon> shapes;
    shapes.reserve(tiles.size());
    for (const auto* const tile : tiles) {
        shapes.push_back(placing(tile->shape));
    }
    return shapes;
}

} // namespace

Tiles read_tiles(const project::Project& project, const WardSet& wards, Findings& findings) {
    const auto& spec = *project.tiles;
    warn_of_no_use(project, findings);
    auto layer = wardmap::wards::read_tiles(spec.source, wards.crs);
    append(findings, std::move(layer.findings));
    const Joining joining(project, wards, layer);
    joining.report_unmatched_tiles(findings);
    Tiles tiles;
    tiles.name = std::filesystem::path(spec.source.file.written).filename().string();
    tiles.attribution = spec.attribution;
    tiles.files = layer.files;
    tiles.shapes = place(project, wards, layer, joining.tile_of(), findings);
    return tiles;
}

} // namespace wardmap
