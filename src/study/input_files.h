// SPDX-License-Identifier: MIT
// The input files of a study, with their hashes for the manifest. Private to study/.
#pragma once

#include <vector>

#include "base/input_watch.h"
#include "study/input_file.h"
#include "study/inputs.h"
#include "study/published.h"

namespace wardmap {

/// The files read, ordered by path. Throws InputError if one has changed since.
[[nodiscard]] std::vector<InputFile>
read_input_files(const Inputs& inputs, const Published& published, const InputWatch& watch);

} // namespace wardmap
