// SPDX-License-Identifier: MIT
#include "base/version.h"

namespace wardmap {

std::string version() {
    return WARDMAP_VERSION;
}

} // namespace wardmap
