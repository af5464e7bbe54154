// SPDX-License-Identifier: MIT
// suppression = ...: the meaning of a publisher's marks. Private to project/.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "project/toml_reader.h"

namespace wardmap::project {

struct Figures;

/// The interval of a scheme: "le4" is 0 to 4, "lt5" the same, "1-7" is 1 to 7; nothing for any
/// other word.
[[nodiscard]] std::optional<std::pair<double, double>> parse_scheme(const std::string& name);

/// Reads `suppression`, a scheme's name or a table of scheme, shown_as, rounded_to and marks, into
/// the figures' marks. `in` is "[[category]]" if publish_below and round_to are also allowed.
void read_suppression(TomlReader& reader, const toml::table& table, const std::string& in,
                      Figures& figures);

} // namespace wardmap::project
