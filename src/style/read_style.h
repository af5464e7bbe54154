// SPDX-License-Identifier: MIT
// Reads a style by name (styles/NAME.toml of the installation) or by path.
#pragma once

#include <string>

#include "style/style.h"

namespace wardmap::style {

/// A style file may have `extends = "committee"`. Unknown keys and values are errors with a
/// suggestion. Throws InputError; for an unknown name, with the known ones.
[[nodiscard]] Style read_style(const std::string& name_or_path);

} // namespace wardmap::style
