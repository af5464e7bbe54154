// SPDX-License-Identifier: MIT
// Shared by the readers of vector files and of tables. Private to gdal/.
#pragma once

#include <filesystem>
#include <string>

#include <gdal.h>

#include "base/text.h"
#include "geo/handle.h"

namespace wardmap::gdal {

inline void close_dataset(GDALDatasetH dataset) {
    GDALClose(dataset);
}
using Dataset = geo::Handle<void, close_dataset>;

/// The extension of a path, with its dot, in lower case.
inline std::string extension_of(const std::string& path) {
    return text::fold_case(std::filesystem::path(path).extension().string());
}

} // namespace wardmap::gdal
