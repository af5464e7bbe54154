// SPDX-License-Identifier: MIT
// Weights of harm or of priority, in a dated file that several projects share.
#pragma once

#include <map>
#include <string>

#include "base/file_path.h"

namespace wardmap::project {

struct Category;

struct WeightFile {
    std::string title;                // "Cambridge Crime Harm Index"
    std::string date;                 // of the weights, as the file has it: "2020-05-01"
    std::string source;               // may be empty
    std::map<std::string, double> of; // by name, each above 0
};

/// Throws InputError with every fault of the file, and if it is not there.
[[nodiscard]] WeightFile read_weights(const FilePath& file);

/// Gives the parts of a weighted sum or a composite the weights of its file, and says in their
/// source where they are from. Throws InputError if the file has none for a part.
void weigh(Category& category, const WeightFile& file);

} // namespace wardmap::project
