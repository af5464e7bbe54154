// SPDX-License-Identifier: MIT
// Makers of the commands.
#pragma once

#include <memory>

#include "cli/command.h"

namespace wardmap::cli {

[[nodiscard]] std::unique_ptr<Command> make_draw();
[[nodiscard]] std::unique_ptr<Command> make_check();
[[nodiscard]] std::unique_ptr<Command> make_count();
[[nodiscard]] std::unique_ptr<Command> make_explain();
[[nodiscard]] std::unique_ptr<Command> make_backtest();
[[nodiscard]] std::unique_ptr<Command> make_bands();
[[nodiscard]] std::unique_ptr<Command> make_new();
[[nodiscard]] std::unique_ptr<Command> make_palettes();
[[nodiscard]] std::unique_ptr<Command> make_site();
[[nodiscard]] std::unique_ptr<Command> make_verify();

} // namespace wardmap::cli
