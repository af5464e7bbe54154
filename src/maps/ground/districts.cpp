// SPDX-License-Identifier: MIT
#include "maps/ground/districts.h"

#include <algorithm>
#include <map>

#include "maps/ground/view.h"
#include "wards/ward.h"

namespace wardmap::maps {
namespace {

bool has_digit(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Picks the name from code and name; codes have digits.
std::string name_in(const std::vector<std::string>& district) {
    const auto name = std::find_if_not(district.begin(), district.end(), has_digit);
    return name == district.end() ? std::string() : *name;
}

} // namespace

Districts districts_of(const WardSet& set) {
    const auto& wards = set.wards;
    std::map<std::vector<std::string>, std::size_t> index;
    for (const auto& ward : wards) {
        if (ward.district.empty()) return {};
        index.emplace(ward.district, 0);
    }
    constexpr std::size_t least_wards = 3;
    if (index.size() < 2 || index.size() * least_wards > wards.size()) return {};
    Districts districts;
    for (auto& [district, number] : index) {
        number = districts.names.size();
        districts.names.push_back(name_in(district));
    }
    for (const auto& ward : wards) {
        districts.of.push_back(index.at(ward.district));
    }
    return districts;
}

std::vector<geo::Ring> district_lines(const View& view, const Districts& districts) {
    std::vector<geo::Ring> lines;
    if (!districts.are_shown()) return lines;
    for (std::size_t i = 0; i < view.inner.size(); ++i) {
        const auto [one, other] = view.sides[i];
        if (districts.of[one] != districts.of[other]) lines.push_back(view.inner[i]);
    }
    return lines;
}

std::string main_district(const View& view, const Districts& districts) {
    if (!districts.are_shown()) return {};
    std::vector<double> area(districts.names.size(), 0);
    double whole = 0;
    for (std::size_t i = 0; i < view.shapes.size(); ++i) {
        if (view.shapes[i].empty()) continue;
        const double mm2 = geo::area(view.shapes[i]);
        area[districts.of[i]] += mm2;
        whole += mm2;
    }
    const auto largest = std::max_element(area.begin(), area.end());
    constexpr double most_of_it = 0.6;
    if (*largest < most_of_it * whole) return {};
    return districts.names[static_cast<std::size_t>(largest - area.begin())];
}

} // namespace wardmap::maps
