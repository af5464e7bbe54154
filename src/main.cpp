// SPDX-License-Identifier: MIT
#include "cli/command.h"

int main(int argc, char* argv[]) {
    return wardmap::cli::run_program({argv + (argc > 0 ? 1 : 0), argv + argc});
}
