// SPDX-License-Identifier: MIT
// Connections to databases as messages and products show them.
#pragma once

#include <string>

namespace wardmap {

/// "PG:dbname=crime password=***", "postgresql://analyst:***@server/crime"; also of a message that
/// quotes a connection. Other text is unchanged.
[[nodiscard]] std::string without_password(const std::string& text);

} // namespace wardmap
