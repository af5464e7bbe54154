// SPDX-License-Identifier: MIT
// Fills and marks of the sheets as data for the page, without duplicates. Private to explorer/.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "hotspots/reading.h"
#include "maps/symbols/fill.h"

namespace wardmap::explorer {

class Looks {
public:
    /// The index of a fill in `all()`: its colour, the text colour on it and its hatch.
    std::size_t add(const maps::Fill& fill);

    [[nodiscard]] const nlohmann::ordered_json& all() const { return m_all; }

private:
    nlohmann::ordered_json m_all = nlohmann::ordered_json::array();
    std::map<std::string, std::size_t> m_places;
};

/// The mark of a reading, 1 wide around 0, as shapes; empty for readings without one.
[[nodiscard]] nlohmann::ordered_json mark_data(hotspots::Level level);

/// The lines around wards, firm and tentative, the lower line first.
[[nodiscard]] nlohmann::ordered_json outline_data();

} // namespace wardmap::explorer
