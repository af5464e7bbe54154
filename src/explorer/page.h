// SPDX-License-Identifier: MIT
// The parts of the page put together. Private to explorer/.
#pragma once

#include <string>

namespace wardmap::explorer {

/// What the template's {{title}}, {{noscript}} and {{data}} become; `title` is plain text.
struct PageParts {
    std::string title;
    std::string static_table; // HTML
    std::string data;         // JSON
};

/// The template of styles/explorer/ with its style and scripts, and a Content-Security-Policy that
/// lets nothing run or load but these two. Throws OutputError if a file is not there.
[[nodiscard]] std::string put_together(const PageParts& parts);

/// JSON that may be part of an HTML script element: no "<" is left in it.
[[nodiscard]] std::string safe_in_script(const std::string& json);

} // namespace wardmap::explorer
