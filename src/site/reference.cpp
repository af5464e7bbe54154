// SPDX-License-Identifier: MIT
#include <cmath>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "geo/grid_reference.h"
#include "geo/operations.h"
#include "geo/transform.h"
#include "geo/vector_source.h"
#include "site/site.h"

namespace wardmap::site {
namespace {

constexpr const char* british_grid = "EPSG:27700";
constexpr double least_tolerance_m = 10;

[[noreturn]] void refuse(const std::string& place, const std::string& found,
                         const std::string& expected, const std::string& help) {
    throw InputError(Finding{Severity::error, {place}, found, expected, help, ""});
}

geo::Point moved(geo::Transform& way, geo::Point p, const std::string& reference) {
    const auto to = way(p);
    if (!to) refuse(reference, "no place of the wards' grid has these coordinates", "", "");
    return *to;
}

Site from_degrees(Site site, double lat, double lon, const std::string& crs) {
    const bool swapped = lat > -9 && lat < 2.5 && lon > 49 && lon < 61.5;
    if (swapped) {
        refuse(site.name, "latitude and longitude look the wrong way round",
               "latitude first, then longitude",
               fmt::format("--at \"{},{}\"", text::exact(lon), text::exact(lat)));
    }
    if (std::abs(lat) > 90) {
        refuse(site.name, "the latitude is beyond 90 degrees", "latitude, then longitude", "");
    }
    geo::Transform way("EPSG:4326", crs, site.name);
    site.at = moved(way, {lon, lat}, site.name);
    const auto used = way.operation_at({lon, lat});
    if (used.accuracy_m) site.tolerance_m = std::max(site.tolerance_m, *used.accuracy_m);
    site.note = fmt::format(
        "Latitude and longitude (WGS 84) put onto the wards' grid: {}; accuracy {}.", used.name,
        used.accuracy_m ? text::number(*used.accuracy_m, 1) + " m" : "not known");
    return site;
}

} // namespace

Site site_at(const std::string& reference, const std::string& wards_crs) {
    Site site;
    site.name = reference;
    site.tolerance_m = least_tolerance_m;
    geo::Transform from_grid(british_grid, wards_crs, reference);
    if (const auto square = geo::grid_square(reference)) {
        site.at = moved(from_grid, square->centre, reference);
        site.tolerance_m = std::max(site.tolerance_m, square->side_m / std::sqrt(2.0));
        site.note = fmt::format("The reference names a square of {} m; its centre is used.",
                                text::number(square->side_m, 0));
        return site;
    }
    const auto parts = text::split(reference, ',');
    const auto x = parts.size() == 2 ? text::parse_number(text::trimmed(parts[0])) : std::nullopt;
    const auto y = parts.size() == 2 ? text::parse_number(text::trimmed(parts[1])) : std::nullopt;
    if (!x || !y) {
        refuse(reference, "this is not a place that can be read",
               "a grid reference of 2 to 10 figures, easting,northing or lat,lon",
               "--at \"TQ 760 556\", --at 576050,155650 or --at 51.27,0.52");
    }
    if (std::abs(*x) <= 180 && std::abs(*y) <= 180)
        return from_degrees(std::move(site), *x, *y, wards_crs);
    site.at = moved(from_grid, {*x, *y}, reference);
    site.note = "Easting and northing of British National Grid.";
    return site;
}

Site site_in(const std::string& file, const std::string& wards_crs) {
    const auto layer = geo::read_layer({file, file, "", "", ""});
    if (layer.crs.empty()) {
        refuse(file, "the file does not say its coordinate reference system", "a CRS that is named",
               "save it again with its CRS, for instance as GeoPackage");
    }
    geo::Transform way(layer.crs, wards_crs, file);
    std::vector<geo::MultiPolygon> shapes;
    for (const auto& feature : layer.features) {
        if (feature.shape.empty()) {
            refuse(file, fmt::format("feature {} is not a polygon", feature.id),
                   "the red line as a polygon", "");
        }
        auto shape = feature.shape;
        if (const auto why = geo::invalidity(shape)) {
            refuse(file, fmt::format("the polygon is not valid: {}", *why),
                   "a red line that does not cross itself", "mend the line there and save it");
        }
        for (auto& part : shape.parts) {
            for (auto& p : part.outer)
                p = moved(way, p, file);
            for (auto& hole : part.holes)
                for (auto& p : hole)
                    p = moved(way, p, file);
        }
        shapes.push_back(std::move(shape));
    }
    if (shapes.empty()) refuse(file, "there is no polygon in the file", "the red line", "");
    Site site;
    site.name = file;
    site.shape = geo::united(shapes);
    site.at = geo::centroid(site.shape);
    site.note = fmt::format("A red line of {} hectares, from {}.",
                            text::number(geo::area(site.shape) / 10000, 2), way.source_name());
    return site;
}

} // namespace wardmap::site
