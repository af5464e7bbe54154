// SPDX-License-Identifier: MIT
// The three exceptions that stop a run. Each carries its exit code; only main catches them.
#pragma once

#include <stdexcept>
#include <string>

#include "base/finding.h"

namespace wardmap {

class Error : public std::runtime_error {
public:
    [[nodiscard]] int exit_code() const { return m_exit_code; }

protected:
    Error(const std::string& text, int exit_code)
        : std::runtime_error(text), m_exit_code(exit_code) {}

private:
    int m_exit_code;
};

/// The command line is wrong: exit code 2.
class UsageError : public Error {
public:
    explicit UsageError(const std::string& text) : Error(text, 2) {}
};

/// The inputs are wrong: exit code 1. Holds every finding of the step that stopped.
class InputError : public Error {
public:
    explicit InputError(Findings findings);
    explicit InputError(Finding finding) : InputError(Findings{std::move(finding)}) {}

    [[nodiscard]] const Findings& findings() const { return m_findings; }

private:
    Findings m_findings;
};

/// The output could not be written; earlier output is unchanged: exit code 1.
class OutputError : public Error {
public:
    explicit OutputError(const std::string& text) : Error(text, 1) {}
};

/// Throws InputError with all findings if one of them is an error.
void stop_on_errors(const Findings& findings);
/// Throws InputError if one of `errors` is an error; `also` follows them, since warnings may
/// explain them.
void stop_on_errors(Findings errors, const Findings& also);

} // namespace wardmap
