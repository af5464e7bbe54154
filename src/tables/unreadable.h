// SPDX-License-Identifier: MIT
// Why the text of a cell cannot be read.
#pragma once

#include <string>

namespace wardmap::tables {

/// Why a cell cannot be read (`found`, `expected`, `help` of a finding).
struct Unreadable {
    std::string found;
    std::string expected;
    std::string help;
};

} // namespace wardmap::tables
