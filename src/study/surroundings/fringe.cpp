// SPDX-License-Identifier: MIT
#include "study/surroundings/fringe.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "project/project.h"
#include "wards/neighbours.h"
#include "wards/read_wards.h"

namespace wardmap {
namespace {

std::vector<Ward> with_area(const WardSet& area, const std::vector<Ward>& others) {
    auto all = area.wards;
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

/// Wards of another layer, except the area's own.
std::vector<Ward> others_of(const WardSet& layer, const WardSet& area) {
    std::set<std::string> own;
    for (const auto& ward : area.wards) {
        own.insert(ward.code);
    }
    std::vector<Ward> others;
    for (const auto& ward : layer.wards) {
        if (!own.contains(ward.code)) others.push_back(ward);
    }
    return others;
}

} // namespace

Fringe read_fringe(const project::Project& project, const WardSet& area) {
    Fringe ring;
    ring.wards = wards::read_wards(*project.ring, area.crs);
    const auto others = others_of(ring.wards, area);
    const std::size_t n = area.wards.size();
    const auto links = wards::neighbours(with_area(area, others), project.neighbours);
    std::set<std::size_t> near;
    for (std::size_t ward = 0; ward < n; ++ward) {
        for (const auto other : links[ward]) {
            if (other >= n) near.insert(other - n);
        }
    }
    if (near.empty()) {
        throw InputError(
            Finding{.severity = Severity::error,
                    .place = {project.file.written},
                    .found = fmt::format("[ring]: nothing in {} is a neighbour of the area",
                                         text::quoted(ring.wards.source)),
                    .expected = "boundaries that reach beyond the area",
                    .help = "leave [ring] out, or use boundaries of the surroundings"});
    }
    ring.wards.wards.clear();
    for (const auto i : near) {
        ring.wards.wards.push_back(others[i]);
    }
    ring.wards.noun = area.noun;
    ring.neighbours = wards::neighbours(with_area(area, ring.wards.wards), project.neighbours);
    return ring;
}

std::vector<Cell> join_around(const tables::Table& table, const join::Account& account,
                              const Fringe& ring, join::Request request) {
    std::set<std::size_t> lines;
    for (const auto& row : account.rows) {
        if (row.kind == join::RowFate::Kind::around) lines.insert(row.line);
    }
    if (lines.empty()) return std::vector<Cell>(ring.wards.wards.size(), Cell::missing());
    auto part = table;
    std::erase_if(part.rows, [&](const auto& row) { return !lines.contains(row.line); });
    request.keys = {account.key_columns.front()};
    request.around = nullptr;
    request.lookup = nullptr;
    return join::join_table(part, ring.wards, request).cells;
}

} // namespace wardmap
