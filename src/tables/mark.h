// SPDX-License-Identifier: MIT
// Texts that a table has in place of figures.
#pragma once

#include <string>

namespace wardmap::tables {

/// A text in place of a figure: "*" is suppressed, between low and high; "-" may mean zero; "x"
/// that there is no figure. Declared in the project file.
struct Mark {
    enum class Meaning { withheld, missing, zero };
    std::string text;
    double low = 0; // suppressed only
    double high = 0;
    Meaning meaning = Meaning::withheld;
};

} // namespace wardmap::tables
