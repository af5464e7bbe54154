// SPDX-License-Identifier: MIT
// An input that cannot be used, in one call.
#pragma once

#include <string>

#include "base/finding.h"

namespace wardmap {

/// Throws InputError with one error: what was found, what should have been there, and the way out.
[[noreturn]] void refuse(Place place, std::string found, std::string expected,
                         std::string help = "");

} // namespace wardmap
