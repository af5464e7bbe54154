// SPDX-License-Identifier: MIT
#include "wards/place.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/error.h"
#include "base/refuse.h"
#include "base/text.h"
#include "geo/choose_crs.h"
#include "geo/coordinates.h"

namespace wardmap::wards {
namespace {

constexpr const char* british_grid = "EPSG:27700";

/// "38.53 to 38.77 N, 90.32 to 90.17 W".
std::string in_words(const geo::Box& degrees) {
    const auto side = [](double from, double to, const char* above, const char* below) {
        const auto number = [](double x) { return text::number(std::abs(x), 2); };
        if (from >= 0) return fmt::format("{} to {} {}", number(from), number(to), above);
        if (to <= 0) return fmt::format("{} to {} {}", number(from), number(to), below);
        return fmt::format("{} {} to {} {}", number(from), below, number(to), above);
    };
    return side(degrees.min_y, degrees.max_y, "N", "S") + ", " +
           side(degrees.min_x, degrees.max_x, "E", "W");
}

void refuse_swapped(const Placed& placed) {
    if (!geo::look_swapped(*placed.degrees)) return;
    refuse(
        {placed.source.file.written},
        fmt::format("the boundaries are in the Indian Ocean ({}): the file seems to have latitude "
                    "before longitude",
                    in_words(*placed.degrees)),
        "longitude first",
        "export the boundaries again, longitude first; if they really are there, name a system for "
        "the "
        "place with [project] crs");
}

/// "2.6 times as large as they are", "5% too small".
std::string off_by(double areas) {
    if (areas > 1.5) return text::number(areas, 1) + " times as large as they are";
    const double percent = 100 * std::abs(areas - 1);
    return fmt::format("{}% too {}", text::number(percent, percent < 10 ? 1 : 0),
                       areas > 1 ? "large" : "small");
}

/// Checks that the project's CRS suits the place.
void judge(const Placed& placed, const std::string& asked, Findings& findings) {
    constexpr double worst_area = 0.02;
    constexpr double most_turned = 10;
    constexpr double most_stretched = 2;
    const auto distortion = geo::distortion_at(asked, *placed.degrees);
    if (!distortion) return;
    const auto better = geo::crs_for(*placed.degrees);
    const auto way_out = fmt::format("[project] crs = \"{}\", or leave it out", better);
    if (distortion->outside) {
        refuse({placed.source.file.written},
               fmt::format("the boundaries ({}) are outside the area of use of {}",
                           in_words(*placed.degrees), geo::crs_name(asked)),
               "a projected system for that place, such as " + geo::crs_name(better), way_out);
    }
    if (std::abs(distortion->areas - 1) > worst_area) {
        refuse(
            {placed.source.file.written},
            fmt::format("in {} areas would be {}", geo::crs_name(asked), off_by(distortion->areas)),
            "a projected system that keeps areas, such as " + geo::crs_name(better), way_out);
    }
    const bool turned = distortion->turned > most_turned;
    if (!turned && distortion->stretched <= most_stretched) return;
    findings.push_back(
        {.severity = Severity::warning,
         .place = {placed.source.file.written},
         .found = turned
                      ? fmt::format("in {} the map is turned by {} degrees from north",
                                    geo::crs_name(asked), text::number(distortion->turned, 0))
                      : fmt::format("in {} the map is stretched: angles change by up to {} degrees",
                                    geo::crs_name(asked), text::number(distortion->stretched, 0)),
         .expected = "a projected system for the place, such as " + geo::crs_name(better),
         .help = way_out});
}

bool is_place(const std::optional<geo::Box>& degrees) {
    return degrees && !degrees->empty() && degrees->min_x >= -180 && degrees->max_x <= 180 &&
           degrees->min_y >= -90 && degrees->max_y <= 90;
}

} // namespace

std::optional<geo::Box> place_of(const std::string& source_crs, const geo::Box& box,
                                 const std::string& shown_as) {
    if (box.empty()) return std::nullopt;
    const geo::Transform to_degrees(source_crs, "EPSG:4326", shown_as);
    geo::Box degrees;
    for (const auto p :
         {geo::Point{box.min_x, box.min_y}, geo::Point{box.max_x, box.min_y},
          geo::Point{box.min_x, box.max_y}, geo::Point{box.max_x, box.max_y}, box.centre()}) {
        const auto q = to_degrees(p);
        if (!q) return std::nullopt;
        degrees.add(*q);
    }
    if (!is_place(degrees)) return std::nullopt;
    return degrees;
}

std::string choose_target(const Placed& placed, const std::string& asked, Findings& findings) {
    if (!asked.empty()) {
        if (!geo::is_projected_in_metres(asked)) {
            refuse({placed.source.file.written},
                   fmt::format("{} is not a projected coordinate reference system in metres",
                               text::quoted(asked)),
                   "one such as EPSG:27700", "[project] crs = \"EPSG:27700\"");
        }
        if (placed.degrees) judge(placed, asked, findings);
        return asked;
    }
    if (!placed.degrees) return british_grid;
    refuse_swapped(placed);
    auto chosen = geo::crs_for(*placed.degrees);
    if (chosen != british_grid) {
        findings.push_back(
            {.severity = Severity::note,
             .place = {placed.source.file.written},
             .found = fmt::format("the boundaries are outside Great Britain ({}): maps and areas "
                                  "are in {}; [project] crs names another",
                                  in_words(*placed.degrees), geo::crs_name(chosen))});
    }
    return chosen;
}

void warn_of_ballpark(const Placed& placed, const geo::Transform& transform, Findings& findings) {
    const bool degrees =
        placed.source.crs.empty() && transform.source_name().find("EPSG:") == std::string::npos;
    findings.push_back(
        {.severity = Severity::warning,
         .place = {placed.source.file.written},
         .found = fmt::format(
             "the datum of {} is not known, so the transformation to {} is approximate: positions "
             "may be 100 m out or more",
             transform.source_name(), transform.target_name()),
         .expected = "boundaries that state their system by its name in the EPSG catalogue",
         .help = degrees ? "[boundaries] crs = \"EPSG:4326\", if they are longitudes and latitudes "
                           "of WGS 84"
                         : "[boundaries] crs = \"...\" with the system that they are in"});
}

} // namespace wardmap::wards
