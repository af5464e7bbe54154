// SPDX-License-Identifier: MIT
#include "incidents/plan_file.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "geo/grid_reference.h"
#include "incidents/read_point.h"
#include "wards/ward.h"

namespace wardmap::incidents {
namespace {

using Sample = std::vector<std::vector<std::string>>;

constexpr const char* british_grid = "EPSG:27700";
constexpr double metres_per_degree = 111'320;
/// Margin around the wards within which points are transformed, to report their distance.
constexpr double reach_m = 1'500;

std::string cell_at(const std::vector<std::string>& row, std::size_t column) {
    return column < row.size() ? std::string(text::trimmed(row[column])) : std::string();
}

/// The likely CRS of coordinates of this size, among those used for incidents.
std::optional<std::string> crs_by_size(const std::vector<geo::Point>& points) {
    const auto share = [&](const auto& fits) {
        const auto n = std::count_if(points.begin(), points.end(), fits);
        return static_cast<double>(n) /
               static_cast<double>(std::max<std::size_t>(1, points.size()));
    };
    constexpr double most = 0.9;
    if (share([](geo::Point p) {
            return std::max(std::abs(p.x), std::abs(p.y)) <= 90 ||
                   (std::abs(p.x) <= 180 && std::abs(p.y) <= 90);
        }) >= most) {
        return "EPSG:4326";
    }
    const auto metres = [](double value) { return value >= 1'000 && value <= 1'300'000; };
    if (share([&](geo::Point p) { return metres(p.x) && metres(p.y); }) >= most) {
        return british_grid;
    }
    if (share([](geo::Point p) {
            return std::abs(p.x) <= 1.2e6 && p.y >= 6.2e6 && p.y <= 8.8e6;
        }) >= most) {
        return "EPSG:3857";
    }
    return std::nullopt;
}

std::string place_words(PlaceKind kind) {
    switch (kind) {
    case PlaceKind::grid_reference:
        return "grid references";
    case PlaceKind::point:
        return "points";
    case PlaceKind::area_code:
        return "codes of areas";
    case PlaceKind::x_and_y:
        break;
    }
    return "coordinates";
}

} // namespace

Ground::Ground(const Request& request, const WardSet& wards)
    : m_request(request), m_wards(wards), m_locator(wards.wards, request.threads) {
    for (const auto& type : request.types) {
        m_types.push_back(fold_type(type));
    }
    for (std::size_t i = 0; i < wards.wards.size(); ++i) {
        m_areas[wards.wards[i].code] = static_cast<std::int32_t>(i);
    }
    for (const auto& [area, ward] : request.ward_of_area) {
        const auto own = m_areas.find(ward);
        if (own != m_areas.end()) m_areas.try_emplace(area, own->second);
    }
}

double Ground::transform_difference_m() const {
    double most = 0;
    for (const auto& [crs, transform] : m_transforms) {
        most = std::max(most, transform.difference_m());
    }
    return most;
}

const geo::BulkTransform& Ground::transform_from(const std::string& crs,
                                                 const std::string& shown_as) {
    const auto known = m_transforms.find(crs);
    if (known != m_transforms.end()) return known->second;
    return m_transforms
        .emplace(crs,
                 geo::BulkTransform(crs, m_wards.crs, m_locator.extent().grown(reach_m), shown_as))
        .first->second;
}

std::vector<geo::Point> Ground::points_of(const FilePlan& plan, const Sample& sample,
                                          std::string& stated_crs) const {
    const auto& columns = plan.columns;
    std::vector<geo::Point> points;
    for (auto row = columns.first_row; row < sample.size(); ++row) {
        const auto x = cell_at(sample[row], columns.x);
        if (columns.place == PlaceKind::grid_reference) {
            if (const auto square = geo::grid_square(x)) points.push_back(square->centre);
        } else if (columns.place == PlaceKind::point) {
            const auto point = read_point(x);
            if (!point) continue;
            points.push_back(point->at);
            if (point->srid != 0) stated_crs = fmt::format("EPSG:{}", point->srid);
        } else {
            const auto at_x = read_number(x, columns.comma);
            const auto at_y = read_number(cell_at(sample[row], columns.y), columns.comma);
            if (at_x && at_y && (*at_x != 0 || *at_y != 0)) points.push_back({*at_x, *at_y});
        }
    }
    return points;
}

double Ground::share_in_reach(const std::vector<geo::Point>& points, bool swapped,
                              const geo::BulkTransform& transform) const {
    auto moved = points;
    if (swapped) {
        for (auto& p : moved) {
            std::swap(p.x, p.y);
        }
    }
    std::vector<char> reached;
    transform(moved, reached);
    const auto n = std::count(reached.begin(), reached.end(), 1);
    return static_cast<double>(n) / static_cast<double>(std::max<std::size_t>(1, points.size()));
}

void Ground::plan_points(FilePlan& plan, const Sample& sample, const std::string& layer_crs,
                         FileAccount& account, Findings& findings) {
    auto& columns = plan.columns;
    std::string stated = layer_crs;
    const auto points = points_of(plan, sample, stated);
    std::string crs = m_request.source.crs;
    if (columns.place == PlaceKind::grid_reference) {
        crs = british_grid;
    } else if (crs.empty()) {
        crs = stated;
    }
    if (crs.empty()) {
        const auto guess =
            points.empty() ? std::optional<std::string>("EPSG:4326") : crs_by_size(points);
        if (!guess) {
            throw InputError(Finding{
                .severity = Severity::error,
                .place = {plan.shown_as},
                .found =
                    fmt::format("the coordinates ({}, {} and others) do not fit any system that is "
                                "recognised by their size",
                                text::shortest(points.front().x), text::shortest(points.front().y)),
                .expected = "longitude and latitude, or British National Grid",
                .help = "--crs with the coordinate reference system (in a project: crs = "
                        "\"EPSG:...\")"});
        }
        crs = *guess;
    }
    plan.transform = &transform_from(crs, plan.shown_as);
    const double as_is = share_in_reach(points, false, *plan.transform);
    if (as_is < 0.1 && share_in_reach(points, true, *plan.transform) > 0.5) {
        plan.axes_swapped = true;
        findings.push_back(
            Finding{.severity = Severity::warning,
                    .place = {plan.shown_as},
                    .found = fmt::format("the axes are swapped: {} has what belongs in {}; the "
                                         "points are read the other way round",
                                         text::quoted(columns.names[columns.x]),
                                         text::quoted(columns.names[columns.y])),
                    .help = "name the columns the right way round in the file"});
    }
    const bool degrees = plan.transform->source_box().width() < 360 &&
                         std::abs(plan.transform->source_box().max_x) <= 360 &&
                         std::abs(plan.transform->source_box().max_y) <= 360;
    plan.precision_m = 0.5 * std::pow(10, -columns.decimals) * (degrees ? metres_per_degree : 1);
    if (columns.place == PlaceKind::point) plan.precision_m = 0;
    if (columns.place == PlaceKind::grid_reference) {
        for (auto row = columns.first_row; row < sample.size(); ++row) {
            const auto square = geo::grid_square(cell_at(sample[row], columns.x));
            if (square) plan.precision_m = std::max(plan.precision_m, square->side_m / 2);
        }
    }
    account.place =
        fmt::format("{} in {}", place_words(columns.place), plan.transform->source_name());
    account.precision_m = plan.precision_m;
}

void Ground::plan_areas(FilePlan& plan, const Sample& sample, FileAccount& account) {
    plan.areas = &m_areas;
    account.place = fmt::format("codes in {}", text::quoted(plan.columns.names[plan.columns.x]));
    std::size_t known = 0;
    std::string first;
    for (auto row = plan.columns.first_row; row < sample.size(); ++row) {
        const auto code = cell_at(sample[row], plan.columns.x);
        if (first.empty()) first = code;
        if (m_areas.contains(code)) ++known;
    }
    if (known > 0 || first.empty()) return;
    throw InputError(Finding{
        .severity = Severity::error,
        .place = {plan.shown_as},
        .found = fmt::format(
            "the rows have codes of areas (such as {}) but no points, and none of these "
            "codes is one of the boundaries",
            text::quoted(first)),
        .expected = "points, codes of the boundaries, or a table with the ward of each area",
        .help = m_request.ward_of_area.empty() ? "--lookup FILE with such a table"
                                               : "a lookup of the same year as the codes"});
}

FilePlan Ground::plan(const Sample& sample, const ColumnNames& wanted, const std::string& shown_as,
                      const std::string& layer_crs, FileAccount& account, Findings& findings) {
    FilePlan plan;
    plan.shown_as = shown_as;
    plan.columns = find_columns(sample, wanted, shown_as);
    append(findings, plan.columns.findings);
    plan.locator = &m_locator;
    plan.request = &m_request;
    plan.types = m_types;
    if (plan.columns.place == PlaceKind::area_code) {
        plan_areas(plan, sample, account);
    } else {
        plan_points(plan, sample, layer_crs, account, findings);
    }
    return plan;
}

} // namespace wardmap::incidents
