// SPDX-License-Identifier: MIT
// Sums over the parts of files. Private to incidents/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "incidents/busiest_places.h"
#include "incidents/count.h"
#include "incidents/read_rows.h"
#include "incidents/repeated_ids.h"

namespace wardmap::incidents {

class Tally {
public:
    Tally(const Request& request, std::size_t wards) : m_request(request), m_ward_count(wards) {}

    /// Adds the parts of one file, in order. Throws InputError for more types or figures than
    /// base/limits.h allows.
    void add(const std::vector<PartRows>& parts, const FilePlan& plan, FileAccount& file);

    /// Fills in `count`, except for its files.
    void finish(Count& count);

private:
    struct SlotRows {
        std::uint32_t type = 0;
        Month month = no_month;
        std::vector<std::uint32_t> wards; // empty: none counted
        Fates rows{};
    };

    std::uint32_t slot_of(const std::string& type, Month month, const FilePlan& plan);
    void add_rows(const PartRows& part, const std::vector<std::uint32_t>& slots, FileAccount& file);
    void leave_out_repeats(Count& count);

    const Request& m_request;
    std::size_t m_ward_count;
    std::map<std::string, std::uint32_t> m_types;
    std::map<std::pair<std::uint32_t, Month>, std::uint32_t> m_slot_numbers;
    std::vector<SlotRows> m_slots;
    std::vector<std::uint32_t> m_near_border; // by ward
    RepeatedIds m_ids;
    BusiestPlaces m_places;
    Count m_sums; // for the numbers that are simply added
    std::uint64_t m_either_order = 0;
    std::uint64_t m_against_order = 0;
};

} // namespace wardmap::incidents
