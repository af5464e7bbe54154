// SPDX-License-Identifier: MIT
// Owning pointers to PROJ objects. Private to geo/.
#pragma once

#include <proj.h>

#include "geo/handle.h"

namespace wardmap::geo {

using Context = Handle<PJ_CONTEXT, proj_context_destroy>;
using Pj = Handle<PJ, proj_destroy>;

/// Never logs and never uses the network.
[[nodiscard]] inline Context new_context() {
    Context context(proj_context_create());
    proj_log_func(context.get(), nullptr, [](void*, int, const char*) {});
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

} // namespace wardmap::geo
