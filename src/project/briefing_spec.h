// SPDX-License-Identifier: MIT
// What the briefing says.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace wardmap::project {

/// The briefing for a meeting: [briefing].
struct BriefingSpec {
    std::string audience;                  // "Tactical tasking and co-ordination group"
    std::string date;                      // as printed; never today's
    std::size_t wards = 5;                 // maximum number listed
    std::size_t pages = 1;                 // A4 sides, 1 or 2
    std::vector<std::string> categories;   // ids; empty: the program chooses
    std::vector<std::string> priorities;   // names or codes of wards that are always shown
    std::map<std::string, double> weights; // by category; default 1
    std::size_t priorities_line = 0;       // in the project file
};

} // namespace wardmap::project
