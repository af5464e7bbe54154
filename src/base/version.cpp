// SPDX-License-Identifier: MIT
#include "base/version.h"

#include "commit.h"

namespace wardmap {

std::string version() {
    return WARDMAP_VERSION;
}

std::string commit() {
    return WARDMAP_COMMIT;
}

} // namespace wardmap
