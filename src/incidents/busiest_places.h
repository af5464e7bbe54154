// SPDX-License-Identifier: MIT
// Counts of incidents with the same coordinates. Private to incidents/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "incidents/read_rows.h"

namespace wardmap::incidents {

/// Counts incidents by their coordinates as in the files, up to the number of distinct ones allowed
/// by base/limits.h. Parts are independent: each may be used by one thread.
class BusiestPlaces {
public:
    void add(std::size_t part, const std::vector<PlaceRecord>& records);

    /// Stops counting and frees the memory if there are too many distinct places.
    void settle();

    [[nodiscard]] bool is_known() const { return m_is_known; }
    [[nodiscard]] std::size_t different() const;
    /// For each of `wards` wards, the number of incidents at its busiest place.
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
