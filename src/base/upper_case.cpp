// SPDX-License-Identifier: MIT
#include "base/upper_case.h"

#include <memory>

#include <glib.h>

namespace wardmap::text {

std::string upper_case(std::string_view s) {
    const std::unique_ptr<char, decltype(&g_free)> upper(
        g_utf8_strup(s.data(), static_cast<gssize>(s.size())), &g_free);
    return upper.get();
}

} // namespace wardmap::text
