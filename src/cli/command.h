// SPDX-License-Identifier: MIT
// A command: setup() reads its words and opens nothing, run() does the work.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace wardmap::cli {

class Command {
public:
    virtual ~Command() = default;

    /// Reads the words behind the command's name. True if there is something to run; false if help
    /// was asked for and printed. Throws UsageError for wrong words.
    virtual bool setup(const std::vector<std::string>& words) = 0;

    /// Does the work; returns the exit code. Throws the errors of base/error.h.
    virtual int run() = 0;
};

struct CommandEntry {
    std::string name;
    std::string purpose; // one line
    std::unique_ptr<Command> (*make)();
};

/// Every command there is, in the order of the help.
[[nodiscard]] const std::vector<CommandEntry>& commands();

/// The program: finds the command, runs it, maps exceptions to messages on stderr and exit codes (0
/// done, 1 wrong inputs or no output, 2 wrong command line, 130 interrupted).
int run_program(const std::vector<std::string>& words);

} // namespace wardmap::cli
