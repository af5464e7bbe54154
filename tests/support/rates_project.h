// SPDX-License-Identifier: MIT
// A project with many rates of fictitious counts.
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/files.h"

namespace wardmap::testing {

/// "E05000007": the code of a ward by its index in the boundaries.
inline std::string made_up_code(std::size_t ward) {
    return fmt::format("E05{:06}", ward);
}

/// Writes wards.geojson, t.csv with residents and the columns c0, c1, ... for so many wards, and
/// project.toml with a rate of each column.
inline void write_rates_project(const TempFolder& folder, const std::string& geojson,
                                std::size_t wards, std::size_t rates) {
    folder.write("wards.geojson", geojson);
    std::string table = "code,residents";
    std::string project = "[project]\ntitle = \"Large\"\n[boundaries]\nsource = \"wards.geojson\"\n"
                          "[denominator.residents]\ntable = \"t.csv\"\nvalue = \"residents\"\n";
    for (std::size_t c = 0; c < rates; ++c) {
        table += fmt::format(",c{}", c);
        project += fmt::format("[[category]]\nid = \"c{0}\"\ntable = \"t.csv\"\nvalue = \"c{0}\"\n"
                               "measure = \"rate\"\ndenominator = \"residents\"\n",
                               c);
    }
    for (std::size_t w = 0; w < wards; ++w) {
        table += fmt::format("\n{},{}", made_up_code(w), 3000 + w * 7919 % 5000);
        for (std::size_t c = 0; c < rates; ++c) {
            table += fmt::format(",{}", (w * 104729 + c * 7907) % 997);
        }
    }
    folder.write("t.csv", table + "\n");
    folder.write("project.toml", project);
}

} // namespace wardmap::testing
