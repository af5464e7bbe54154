// SPDX-License-Identifier: MIT
// Assembly of the page. Private to explorer/.
#pragma once

#include <string>

namespace wardmap::explorer {

/// Values of the template's {{title}}, {{noscript}} and {{data}}; `title` is plain text.
struct PageParts {
    std::string title;
    std::string static_table; // HTML
    std::string data;         // JSON
};

/// The template of styles/explorer/ with its style and scripts, and a Content-Security-Policy that
/// allows only these two to run or load. Throws OutputError if a file is missing.
[[nodiscard]] std::string put_together(const PageParts& parts);

/// JSON that is safe in an HTML script element: without "<".
[[nodiscard]] std::string safe_in_script(const std::string& json);

} // namespace wardmap::explorer
