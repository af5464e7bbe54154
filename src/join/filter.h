// SPDX-License-Identifier: MIT
// What the rows of a long table are chosen by.
#pragma once

#include <string>
#include <vector>

namespace wardmap::join {

/// Rows with one of these texts in `column`, ignoring case.
struct Filter {
    std::string column;
    std::vector<std::string> values;
};

} // namespace wardmap::join
