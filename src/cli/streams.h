// SPDX-License-Identifier: MIT
// Standard output and standard error, which may be closed or full.
#pragma once

#include <string>

namespace wardmap::cli {

/// Opens /dev/null in place of those of the three standard streams that are closed, so that no file
/// that is opened later takes their numbers. Writing to a closed standard output still fails.
void open_standard_streams();

/// Writes a line to standard error; if that cannot be, nobody reads it.
void print_error(const std::string& line);

} // namespace wardmap::cli
