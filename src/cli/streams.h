// SPDX-License-Identifier: MIT
// Standard output and standard error, which may be closed or full.
#pragma once

#include <string>

namespace wardmap::cli {

/// Opens /dev/null in place of closed standard streams, so that no file opened later takes their
/// numbers. Writing to a closed standard output still fails.
void open_standard_streams();

/// Writes a line to standard error; failures are ignored.
void print_error(const std::string& line);

} // namespace wardmap::cli
