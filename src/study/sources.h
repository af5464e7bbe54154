// SPDX-License-Identifier: MIT
// Boundaries as the project file names them, for the reader of wards. Private to study/.
#pragma once

#include <string>

#include "project/project.h"
#include "wards/read_wards.h"

namespace wardmap {

[[nodiscard]] inline wards::Source source_of(const project::Boundaries& b,
                                             const std::string& target_crs) {
    return {b.source.resolved, b.source.written, b.layer, b.code,     b.name,    b.legacy,
            b.district,        b.where,          b.crs,   b.encoding, target_crs};
}

} // namespace wardmap
