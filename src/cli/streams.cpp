// SPDX-License-Identifier: MIT
#include "cli/streams.h"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace wardmap::cli {

void open_standard_streams() {
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(number, F_GETFD) != -1 || errno != EBADF) continue;
        // Takes the lowest free number, which is this one.
        if (::open("/dev/null", number == STDERR_FILENO ? O_WRONLY : O_RDONLY) != number) return;
    }
}

void print_error(const std::string& line) {
    std::fputs((line + "\n").c_str(), stderr);
}

} // namespace wardmap::cli
