// SPDX-License-Identifier: MIT
// Errors of several steps, reported together.
#pragma once

#include "base/error.h"
#include "base/finding.h"

namespace wardmap {

/// Runs one step and keeps its findings, so that the errors of all steps are reported together.
template <typename Step>
void collecting(Findings& faults, const Step& step) {
    try {
        step();
    } catch (const InputError& error) {
        append(faults, error.findings());
    }
}

/// Runs a step; if it fails, the earlier findings are reported after its errors.
template <typename Step>
auto reporting(const Findings& before, const Step& step) {
    try {
        return step();
    } catch (const InputError& error) {
        auto all = error.findings();
        append(all, before);
        throw InputError(std::move(all));
    }
}

} // namespace wardmap
