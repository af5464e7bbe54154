// SPDX-License-Identifier: MIT
// The nouns for one area and for several: "ward", "wards".
#pragma once

#include <cstddef>
#include <string>

namespace wardmap {

/// The project's noun for its areas, used in every message and page.
struct AreaNoun {
    std::string singular = "ward";
    std::string plural = "wards";

    /// The form for a number: "ward" for 1, else "wards".
    [[nodiscard]] const std::string& of(std::size_t n) const { return n == 1 ? singular : plural; }
};

} // namespace wardmap
