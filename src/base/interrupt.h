// SPDX-License-Identifier: MIT
// Ctrl-C as an exception at the next safe place, so that nothing half-written is left.
#pragma once

#include "base/error.h"

namespace wardmap {

/// The user interrupted: exit code 130.
class Interrupted : public Error {
public:
    Interrupted() : Error("interrupted: nothing was changed", 130) {}
};

/// From now on SIGINT and SIGTERM are noted, not deadly.
void note_interrupts();

/// Throws Interrupted where one was noted.
void stop_if_interrupted();

} // namespace wardmap
