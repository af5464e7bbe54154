// SPDX-License-Identifier: MIT
// [incidents.ID] and categories from files of incidents. Private to draft/.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "draft/draft_project.h"
#include "wards/ward.h"

namespace wardmap::draft {

struct IncidentsDraft {
    std::string toml;
    std::size_t categories = 0;
    std::vector<std::string> choices;
    std::vector<std::string> left_out;
};

/// Street files of data.police.uk are [incidents.police] together, other files one each. A category
/// for each common type, by month if there are several: rates if there are `residents`.
[[nodiscard]] IncidentsDraft
draft_incidents(const WardSet& wards, const std::vector<IncidentFile>& files, bool residents);

} // namespace wardmap::draft
