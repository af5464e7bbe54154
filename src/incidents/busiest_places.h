// SPDX-License-Identifier: MIT
// How many incidents have the same coordinates. Private to incidents/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "incidents/read_rows.h"

namespace wardmap::incidents {

/// Counts incidents by their coordinates as the files have them, up to the number of different ones
/// that base/limits.h sets. Parts are independent of each other: each may be used by one thread.
class BusiestPlaces {
public:
    void add(std::size_t part, const std::vector<PlaceRecord>& records);

    /// Gives up, and frees the memory, if there are too many different places.
    void settle();

    [[nodiscard]] bool is_known() const { return m_is_known; }
    [[nodiscard]] std::size_t different() const;
    /// For each of `wards` wards the number of incidents on its busiest place.
    [[nodiscard]] std::vector<std::uint32_t> busiest(std::size_t wards) const;

private:
    struct Place {
        geo::Point at;
        std::int32_t ward = 0;
        std::uint32_t count = 0; // 0: free
    };
    struct Part {
        std::vector<Place> table; // open addressing
        std::size_t filled = 0;
    };

    static void insert(Part& part, const Place& place);
    static void grow(Part& part);

    std::array<Part, place_parts> m_parts;
    bool m_is_known = true;
};

} // namespace wardmap::incidents
