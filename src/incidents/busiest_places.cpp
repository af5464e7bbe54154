// SPDX-License-Identifier: MIT
#include "incidents/busiest_places.h"

#include <algorithm>
#include <bit>

#include "base/limits.h"

namespace wardmap::incidents {
namespace {

constexpr std::size_t first_size = 1024;

std::size_t place_of(geo::Point p, std::size_t size) {
    constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15;
    auto hash = std::bit_cast<std::uint64_t>(p.x) * multiplier;
    hash = (hash ^ hash >> 32 ^ std::bit_cast<std::uint64_t>(p.y)) * multiplier;
    return static_cast<std::size_t>(hash >> 32 ^ hash >> 7) & (size - 1);
}

} // namespace

void BusiestPlaces::insert(Part& part, const Place& place) {
    auto i = place_of(place.at, part.table.size());
    while (part.table[i].count != 0 && part.table[i].at != place.at) {
        i = (i + 1) & (part.table.size() - 1);
    }
    auto& own = part.table[i];
    if (own.count == 0) {
        own = place;
        ++part.filled;
    } else {
        own.count += place.count;
    }
}

void BusiestPlaces::grow(Part& part) {
    Part larger;
    larger.table.resize(std::max(first_size, 2 * part.table.size()));
    for (const auto& place : part.table) {
        if (place.count != 0) insert(larger, place);
    }
    part = std::move(larger);
}

void BusiestPlaces::add(std::size_t part, const std::vector<PlaceRecord>& records) {
    if (!m_is_known) return;
    auto& own = m_parts[part];
    for (const auto& record : records) {
        if (2 * own.filled >= own.table.size()) grow(own);
        insert(own, {record.at, record.ward, 1});
    }
}

void BusiestPlaces::settle() {
    if (different() <= limits::incident_places) return;
    m_is_known = false;
    m_parts = {};
}

std::size_t BusiestPlaces::different() const {
    std::size_t count = 0;
    for (const auto& part : m_parts) {
        count += part.filled;
    }
    return count;
}

std::vector<std::uint32_t> BusiestPlaces::busiest(std::size_t wards) const {
    std::vector<std::uint32_t> most(wards, 0);
    for (const auto& part : m_parts) {
        for (const auto& place : part.table) {
            if (place.count == 0) continue;
            auto& own = most[static_cast<std::size_t>(place.ward)];
            own = std::max(own, place.count);
        }
    }
    return most;
}

} // namespace wardmap::incidents
