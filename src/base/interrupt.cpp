// SPDX-License-Identifier: MIT
#include "base/interrupt.h"

#include <atomic>
#include <csignal>

namespace wardmap {
namespace {

std::atomic<bool> noted = false;
static_assert(std::atomic<bool>::is_always_lock_free); // safe in a signal handler

} // namespace

void note_interrupts() {
    const auto note = [](int) {
        noted = true;
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGTERM, SIG_DFL);
    };
    std::signal(SIGINT, note);
    std::signal(SIGTERM, note);
}

bool is_interrupted() {
    return noted;
}

void stop_if_interrupted() {
    if (noted) throw Interrupted();
}

} // namespace wardmap
