// SPDX-License-Identifier: MIT
#include "project/data_folder.h"

#include <cstdlib>
#include <vector>

#include "base/error.h"

namespace wardmap::project {

std::filesystem::path data_folder() {
    namespace fs = std::filesystem;
    std::vector<fs::path> places;
    if (const char* const named = std::getenv("WARDMAP_DATA_DIR")) places.emplace_back(named);
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error);
    if (!error) places.push_back(program.parent_path().parent_path() / "share/wardmap");
    places.emplace_back(WARDMAP_BUILT_DATA_DIR);
    for (const auto& place : places) {
        if (fs::exists(place / "styles")) return place;
    }
    throw OutputError("error: the folder with Wardmap's styles was not found\n"
                      "  help: install Wardmap again, or set WARDMAP_DATA_DIR to the folder that "
                      "holds styles/");
}

} // namespace wardmap::project
