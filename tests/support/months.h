// SPDX-License-Identifier: MIT
// The Maidstone example by month and by quarter, as a project on disk.
#pragma once

#include <string>

#include <fmt/format.h>

#include "support/files.h"

namespace wardmap::testing {

inline std::string crime_by_month(const std::string& id, const std::string& title,
                                  const std::string& type, const std::string& more) {
    return fmt::format("[[category]]\nid = \"{}\"\ntitle = \"{}\"\nunit = \"offences\"\n"
                       "source = \"police.uk\"\ntable = \"{}\"\nvalue = \"count\"\n"
                       "duplicates = \"sum\"\nif_row_missing = \"zero\"\n"
                       "where = {{ crime_type = \"{}\"{} }}\n",
                       id, title, source_file("geodata/maidstone/tables/crime_2014_by_month.csv"),
                       type, more);
}

/// A rate by month, counts by month as circles with small ones suppressed, and three quarters in
/// one set of bands. Returns the project's path.
inline std::string write_maidstone_months(const TempFolder& folder) {
    const std::string rate = "measure = \"rate\"\ndenominator = \"residents\"\n";
    std::string project =
        fmt::format("[project]\ntitle = \"Safer Maidstone Partnership\"\narea = \"Maidstone\"\n"
                    "[boundaries]\nsource = \"{}\"\ncode = \"WD13CD\"\nname = \"WD13NM\"\n"
                    "note = \"Schematic boundaries\"\n[denominator.residents]\ntable = \"{}\"\n"
                    "value = \"population_2011\"\nlabel = \"residents, 2011 Census (ONS)\"\n",
                    source_file("geodata/maidstone/wards/maidstone_wards.shp"),
                    source_file("geodata/maidstone/tables/population.csv"));
    project += crime_by_month("asb", "Anti-social behaviour", "Anti-social behaviour", "") +
               "steps = \"month\"\n" + rate;
    project += crime_by_month("shop", "Shoplifting", "Shoplifting", "") +
               "steps = \"month\"\nmap = \"circles\"\nsuppression = { publish_below = 3 }\n";
    const std::string violence = "Violence and sexual offences";
    const auto quarter = [&](const std::string& id, const std::string& months,
                             const std::string& period, const std::string& bands) {
        return crime_by_month(id, violence, violence, ", month = [" + months + "]") +
               "period = \"" + period + "\"\n" + rate + "bands = { " + bands + " }\n";
    };
    project += quarter("q1", R"("2014-01", "2014-02", "2014-03")", "January to March 2014",
                       R"(pooled_with = ["q2", "q3"])");
    project += quarter("q2", R"("2014-04", "2014-05", "2014-06")", "April to June 2014",
                       R"(same_as = "q1")");
    project += quarter("q3", R"("2014-07", "2014-08", "2014-09")", "July to September 2014",
                       R"(same_as = "q1")");
    return folder.write("months.toml", project);
}

} // namespace wardmap::testing
