// SPDX-License-Identifier: MIT
// A project of twelve wards and two months of thefts on disk, for tests of the briefing's texts.
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

#include "project/read_project.h"
#include "study/run_study.h"
#include "support/project_files.h"

namespace wardmap::testing {

inline const std::vector<NamedCode>& orchard() {
    static const std::vector<NamedCode> wards = {
        {"E05000001", "Alder"},   {"E05000002", "Birch"}, {"E05000003", "Cedar"},
        {"E05000004", "Damson"},  {"E05000005", "Elder"}, {"E05000006", "Fig"},
        {"E05000007", "Gorse"},   {"E05000008", "Hazel"}, {"E05000009", "Iris"},
        {"E05000010", "Juniper"}, {"E05000011", "Kale"},  {"E05000012", "Larch"}};
    return wards;
}

/// A month and each ward's count in it as a cell: "10", "*".
struct Month {
    std::string label;
    std::vector<std::string> counts;
};

/// The same count in every ward, with some exceptions.
inline std::vector<std::string>
all_but(const std::string& count, const std::vector<std::pair<std::size_t, std::string>>& others) {
    std::vector<std::string> counts(orchard().size(), count);
    for (const auto& [ward, own] : others) {
        counts[ward] = own;
    }
    return counts;
}

inline const char* const thefts = R"([[category]]
id = "theft"
title = "Theft"
unit = "offences"
source = "Test police"
table = "theft.csv"
key = "code"
value = "count"
steps = "month"
duplicates = "sum"
measure = "rate"
denominator = "residents"
bands = { count = 2 }
suppression = { marks = { "*" = [0, 4] } }
)";

/// Writes wards with 5,000 residents each, the thefts and a project with this [briefing]; returns
/// the project's path.
inline std::string write_orchard(const TempFolder& folder, const std::vector<Month>& months,
                                 const std::string& briefing = "",
                                 const std::string& categories = thefts) {
    folder.write("wards.geojson", squares_geojson(orchard()));
    std::string people = "code,residents\n";
    std::string table = "code,month,count\n";
    for (std::size_t i = 0; i < orchard().size(); ++i) {
        people += orchard()[i].code + ",5000\n";
        for (const auto& month : months) {
            table += fmt::format("{},{},{}\n", orchard()[i].code, month.label, month.counts[i]);
        }
    }
    folder.write("people.csv", people);
    folder.write("theft.csv", table);
    return folder.write("project.toml",
                        "[project]\ntitle = \"Orchard partnership\"\narea = \"Orchard\"\n"
                        "products = [\"briefing\"]\n[boundaries]\nsource = \"wards.geojson\"\n"
                        "[denominator.residents]\ntable = \"people.csv\"\nvalue = \"residents\"\n"
                        "[briefing]\n" +
                            briefing + "\n" + categories);
}

inline Study orchard_study(const TempFolder& folder, const std::vector<Month>& months,
                           const std::string& briefing = "",
                           const std::string& categories = thefts) {
    return run_study(project::read_project(write_orchard(folder, months, briefing, categories)),
                     {});
}

} // namespace wardmap::testing
