// SPDX-License-Identifier: MIT
#include "gdal/shapefile_set.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/error.h"
#include "base/input_file.h"
#include "base/limits.h"
#include "base/text.h"

namespace wardmap::gdal {
namespace {

namespace fs = std::filesystem;

std::string extension_of(const fs::path& path) {
    return text::fold_case(path.extension().string());
}

/// Files with the same stem in the same folder whose ending belongs to a shapefile.
std::vector<fs::path> sisters_of(const fs::path& shp) {
    std::vector<fs::path> sisters;
    std::error_code error;
    const auto folder = shp.parent_path().empty() ? fs::path(".") : shp.parent_path();
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().stem() != shp.stem()) continue;
        const auto ending = extension_of(entry.path());
        if (ending == ".shp" || ending == ".shx" || ending == ".dbf" || ending == ".prj" ||
            ending == ".cpg") {
            sisters.push_back(shp.parent_path() / entry.path().filename());
        }
    }
    std::sort(sisters.begin(), sisters.end());
    return sisters;
}

void demand_sisters(const std::vector<fs::path>& sisters, const std::string& shown_as) {
    Findings faults;
    for (const char* const ending : {".shx", ".dbf"}) {
        const bool there = std::any_of(sisters.begin(), sisters.end(), [&](const fs::path& p) {
            return extension_of(p) == ending;
        });
        if (there) continue;
        const std::string what = ending == std::string(".shx")
                                     ? "the index of the shapefile"
                                     : "the codes and names of the shapefile";
        faults.push_back(
            {.severity = Severity::error,
             .place = {shown_as},
             .found = fmt::format("the file {}{} is missing: {}",
                                  fs::path(shown_as).stem().string(), ending, what),
             .expected = "a .shp with its .shx and .dbf in the same folder",
             .help = "copy all files of the shapefile together, or use a zipped shapefile or "
                     "a GeoPackage"});
    }
    stop_on_errors(faults);
}

} // namespace

FileSet complete_shapefile(const std::string& path, const std::string& shown_as) {
    if (path.starts_with("/vsi")) return {path, {}};
    std::error_code error;
    if (path.find(':') != std::string::npos && !fs::exists(path, error))
        return {path, {}}; // database
    FileSet set{path, {}};
    if (fs::is_directory(path, error)) {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(path, error)) {
            if (entry.is_regular_file(error)) files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            set.files.push_back(file.string());
        }
        return set;
    }
    check_input_file({path, shown_as, "a file with the boundaries", limits::layer_bytes, "",
                      "cut it to the area"});
    if (extension_of(path) != ".shp") {
        set.files = {path};
        return set;
    }
    const auto sisters = sisters_of(path);
    demand_sisters(sisters, shown_as);
    for (const auto& file : sisters) {
        set.files.push_back(file.string());
    }
    return set;
}

} // namespace wardmap::gdal
