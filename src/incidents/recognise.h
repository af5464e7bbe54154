// SPDX-License-Identifier: MIT
// Whether a file holds incidents, by its contents.
#pragma once

#include <optional>
#include <string>

namespace wardmap::incidents {

struct Recognised {
    bool is_police_uk = false; // a street file of data.police.uk
};

/// Nothing unless it is text with a row for each incident: a point, a date and a type, and no other
/// column of figures unless the rows have ids. What is wrong with a file is left to its reader.
[[nodiscard]] std::optional<Recognised> recognise(const std::string& path);

} // namespace wardmap::incidents
