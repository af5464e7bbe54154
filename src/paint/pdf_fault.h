// SPDX-License-Identifier: MIT
// An unexpected PDF structure: a defect here or in a library. Private to paint/.
#pragma once

#include <string>

namespace wardmap::paint {

/// Throws OutputError with `reason`.
[[noreturn]] void fail_pdf(const std::string& reason);

} // namespace wardmap::paint
