// SPDX-License-Identifier: MIT
// Weights of harm or priority, in a dated file that projects can share.
#pragma once

#include <map>
#include <string>

#include "base/file_path.h"

namespace wardmap::project {

struct Category;

struct WeightFile {
    std::string title;                // "Cambridge Crime Harm Index"
    std::string date;                 // of the weights, as in the file: "2020-05-01"
    std::string source;               // may be empty
    std::map<std::string, double> of; // by name, each above 0
};

/// Throws InputError with every error in the file, or if it does not exist.
[[nodiscard]] WeightFile read_weights(const FilePath& file);

/// Sets the weights of a weighted sum's or composite's parts from its file, and records their
/// source. Throws InputError if the file lacks one for a part.
void weigh(Category& category, const WeightFile& file);

} // namespace wardmap::project
