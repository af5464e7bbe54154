// SPDX-License-Identifier: MIT
// Ctrl-C as an exception at the next safe place, so that nothing is left half written.
#pragma once

#include "base/error.h"

namespace wardmap {

/// The user interrupted: exit code 130.
class Interrupted : public Error {
public:
    Interrupted() : Error("interrupted: nothing was changed", 130) {}
};

/// From now on the first SIGINT or SIGTERM is only noted; a second one ends the program at once.
void note_interrupts();

/// Whether a signal was noted: for callbacks of C libraries, through which no exception may pass.
[[nodiscard]] bool is_interrupted();

/// Throws Interrupted if one was noted. Cheap: every loop that can take longer than a tenth of a
/// second calls it.
void stop_if_interrupted();

} // namespace wardmap
