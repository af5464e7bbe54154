// SPDX-License-Identifier: MIT
// A command: setup() parses its arguments and opens nothing, run() does the work.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace wardmap::cli {

class Command {
public:
    virtual ~Command() = default;

    /// Parses the arguments after the command's name. False if help was requested and printed.
    /// Throws UsageError for invalid arguments.
    virtual bool setup(const std::vector<std::string>& words) = 0;

    /// Does the work; returns the exit code. Throws the errors of base/error.h.
    virtual int run() = 0;
};

struct CommandEntry {
    std::string name;
    std::string purpose; // one line
    std::unique_ptr<Command> (*make)();
};

/// All commands, in the order of the help.
[[nodiscard]] const std::vector<CommandEntry>& commands();

/// The program: finds the command, runs it, maps exceptions to messages on stderr and exit codes (0
/// success, 1 invalid inputs or failed output, 2 usage error, 130 interrupted).
int run_program(const std::vector<std::string>& words);

} // namespace wardmap::cli
