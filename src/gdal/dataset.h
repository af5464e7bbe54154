// SPDX-License-Identifier: MIT
// Shared by the readers of vector files and of tables. Private to gdal/.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include <gdal.h>

#include "base/error.h"
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

/// Throws InputError about the file of a request.
template <typename Request>
[[noreturn]] void refuse(const Request& request, std::string found, std::string expected,
                         std::string help) {
    throw InputError(Finding{.severity = Severity::error,
                             .place = {request.shown_as},
                             .found = std::move(found),
                             .expected = std::move(expected),
                             .help = std::move(help)});
}

} // namespace wardmap::gdal
