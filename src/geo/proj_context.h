// SPDX-License-Identifier: MIT
// PROJ's objects as owning pointers. Private to geo/.
#pragma once

#include <proj.h>

#include "geo/handle.h"

namespace wardmap::geo {

using Context = Handle<PJ_CONTEXT, proj_context_destroy>;
using Pj = Handle<PJ, proj_destroy>;

/// Prints nothing and fetches nothing.
[[nodiscard]] inline Context new_context() {
    Context context(proj_context_create());
    proj_log_func(context.get(), nullptr, [](void*, int, const char*) {});
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

} // namespace wardmap::geo
