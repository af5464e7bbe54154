// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <cmath>

#include <fmt/format.h>

#include "base/refuse.h"
#include "base/text.h"
#include "gdal/vector_source.h"
#include "geo/grid_reference.h"
#include "geo/operations.h"
#include "geo/transform.h"
#include "site/site.h"

namespace wardmap::site {
namespace {

constexpr const char* british_grid = "EPSG:27700";
constexpr double least_doubt_m = 10; // the precision of a click on a map
constexpr const char* ways = "--at \"TQ 760 556\", --at 576050,155650 or --at 51.27,0.52";

geo::Point moved(geo::Transform& way, geo::Point p, const std::string& reference) {
    const auto to = way(p);
    if (!to)
        refuse({reference}, "these coordinates are outside the grid of the boundaries", "", "");
    return *to;
}

Site from_degrees(Site site, double lat, double lon, const std::string& crs) {
    const bool swapped = lat > -9 && lat < 2.5 && lon > 49 && lon < 61.5;
    if (swapped) {
        refuse({site.name}, "latitude and longitude appear to be swapped",
               "latitude first, then longitude",
               fmt::format("--at \"{},{}\"", text::shortest(lon), text::shortest(lat)));
    }
    if (std::abs(lat) > 90) {
        refuse({site.name}, "the latitude is beyond 90 degrees", "latitude, then longitude", ways);
    }
    geo::Transform way("EPSG:4326", crs, site.name);
    site.at = moved(way, {lon, lat}, site.name);
    const auto used = way.operation_at({lon, lat});
    if (used.accuracy_m) site.doubt_m = std::max(site.doubt_m, *used.accuracy_m);
    site.note =
        fmt::format("Latitude and longitude (WGS 84), transformed to the boundaries' grid with an "
                    "accuracy of {}.",
                    used.accuracy_m ? text::shortest(text::rounded(*used.accuracy_m, 1)) + " m"
                                    : "an unknown amount");
    return site;
}

/// Why a text is not a location, if the reason is clear.
std::string what_is_wrong(const std::string& reference) {
    std::string plain;
    for (const char c : reference) {
        if (c != ' ') plain += c;
    }
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    const auto is_figure = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
    const auto letters =
        static_cast<std::size_t>(std::ranges::find_if_not(plain, is_letter) - plain.begin());
    const bool figures =
        letters < plain.size() &&
        std::all_of(plain.begin() + static_cast<std::ptrdiff_t>(letters), plain.end(), is_figure);
    if (letters == 2 && figures) {
        return plain.size() % 2 != 0
                   ? "a grid reference has as many figures for the east as for the north"
                   : "this is not a square of the National Grid of Great Britain";
    }
    if (plain.size() > 4 && letters > 0 && letters < 3 && is_letter(plain.back())) {
        return "this looks like a postcode, and Wardmap does not look up postcodes";
    }
    return "this is not a place that can be read";
}

/// Two numbers with a comma between them, or else a blank.
std::optional<geo::Point> two_numbers(const std::string& reference) {
    const bool comma = reference.find(',') != std::string::npos;
    auto parts = text::split(reference, comma ? ',' : ' ');
    std::erase_if(parts, [](const std::string& s) { return text::trimmed(s).empty(); });
    if (parts.size() != 2) return std::nullopt;
    const auto x = text::parse_number(text::trimmed(parts[0]));
    const auto y = text::parse_number(text::trimmed(parts[1]));
    if (!x || !y) return std::nullopt;
    return geo::Point{*x, *y};
}

geo::MultiPolygon moved(geo::Transform& way, geo::MultiPolygon shape, const std::string& file) {
    for (auto& part : shape.parts) {
        for (auto& p : part.outer) {
            p = moved(way, p, file);
        }
        for (auto& hole : part.holes) {
            for (auto& p : hole) {
                p = moved(way, p, file);
            }
        }
    }
    return shape;
}

geo::MultiPolygon polygon_of(const gdal::Feature& feature, const std::string& file) {
    if (feature.shape.empty()) {
        refuse({file},
               fmt::format("feature {} is {}, not a polygon", feature.id,
                           feature.other_geometry.empty() ? "without a shape"
                                                          : "a " + feature.other_geometry),
               "the red line as a closed polygon",
               feature.other_geometry == "Point" ? "give the point with --at"
                                                 : "close the line and save it as a polygon");
    }
    if (const auto why = geo::invalidity(feature.shape)) {
        refuse({file}, fmt::format("the polygon of feature {} is not valid: {}", feature.id, *why),
               "a red line that does not cross itself", "correct the line there and save it");
    }
    return feature.shape;
}

} // namespace

Site site_at(const std::string& reference, const std::string& wards_crs) {
    Site site;
    site.name = std::string(text::trimmed(reference));
    site.doubt_m = least_doubt_m;
    if (const auto square = geo::grid_square(reference)) {
        geo::Transform from_grid(british_grid, wards_crs, reference);
        site.at = moved(from_grid, square->centre, reference);
        site.doubt_m = std::max(site.doubt_m, square->side_m / 2);
        site.note =
            fmt::format("The grid reference names a square of {0} m by {0} m; its centre is used.",
                        text::number(square->side_m, 0));
        return site;
    }
    const auto numbers = two_numbers(reference);
    if (!numbers) {
        const auto wrong = what_is_wrong(site.name);
        refuse({site.name}, wrong,
               "a grid reference of 2 to 10 figures, easting,northing or lat,lon", ways);
    }
    if (std::abs(numbers->x) <= 180 && std::abs(numbers->y) <= 180) {
        return from_degrees(std::move(site), numbers->x, numbers->y, wards_crs);
    }
    site.at = *numbers;
    site.note = fmt::format("Easting and northing on the boundaries' grid ({}).", wards_crs);
    return site;
}

Site named(Site site, const std::string& name) {
    if (!name.empty() && name != site.name) site.name = fmt::format("{} ({})", name, site.name);
    return site;
}

Site site_in(const std::string& file, const std::string& wards_crs) {
    const auto layer = gdal::read_layer({file, file, "", "", ""});
    if (layer.crs.empty()) {
        refuse({file}, "the file does not state its coordinate reference system",
               "a file with its CRS", "save it again with its CRS, for instance as GeoPackage");
    }
    geo::Transform way(layer.crs, wards_crs, file);
    std::vector<geo::MultiPolygon> shapes;
    for (const auto& feature : layer.features) {
        shapes.push_back(moved(way, polygon_of(feature, file), file));
    }
    if (shapes.empty()) {
        refuse({file}, "there is no polygon in the file", "the red line as a polygon", "");
    }
    Site site;
    site.name = file.substr(file.find_last_of('/') + 1);
    site.shape = geo::united(shapes);
    site.at = geo::centroid(site.shape);
    site.note =
        fmt::format("A red line of {} hectares.", text::number(geo::area(site.shape) / 10000, 2));
    return site;
}

} // namespace wardmap::site
