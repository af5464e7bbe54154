// SPDX-License-Identifier: MIT
#include "base/refuse.h"

#include <utility>

#include "base/error.h"

namespace wardmap {

void refuse(Place place, std::string found, std::string expected, std::string help) {
    throw InputError(Finding{.severity = Severity::error,
                             .place = std::move(place),
                             .found = std::move(found),
                             .expected = std::move(expected),
                             .help = std::move(help)});
}

} // namespace wardmap
