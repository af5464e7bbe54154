// SPDX-License-Identifier: MIT
// A PDF that is not as expected: a fault of ours or of a library. Private to paint/.
#pragma once

#include <string>

namespace wardmap::paint {

/// Throws OutputError with `reason`.
[[noreturn]] void fail_pdf(const std::string& reason);

} // namespace wardmap::paint
