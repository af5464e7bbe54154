// SPDX-License-Identifier: MIT
// The commands of docs/tutorial.md, run as they are printed, with the output that is printed there.
#include <filesystem>
#include <sstream>

#include "support/catch.h"
#include "support/program.h"

using namespace wardmap::testing;
namespace fs = std::filesystem;

namespace {

struct Step {
    std::string language; // "console", "toml"
    std::string text;
};

std::vector<Step> steps_of(const std::string& page) {
    std::vector<Step> steps;
    std::istringstream lines(page);
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```")) {
            inside = !inside;
            if (inside) steps.push_back({line.substr(3), ""});
        } else if (inside) {
            steps.back().text += line + "\n";
        }
    }
    return steps;
}

/// A folder "downloads" as the tutorial's reader has it.
void fill_downloads(const TempFolder& folder) {
    const auto downloads = folder.path() / "downloads";
    fs::create_directories(downloads);
    const fs::path maidstone = source_file("geodata/maidstone");
    for (const auto& entry : fs::directory_iterator(maidstone / "wards")) {
        fs::copy_file(entry.path(), downloads / entry.path().filename());
    }
    for (const char* const table : {"crime_2014_by_month.csv", "deprivation_2010.csv",
                                    "population.csv", "psychoactive_admissions.csv"}) {
        fs::copy_file(maidstone / "tables" / table, downloads / table);
    }
}

} // namespace

TEST_CASE("The tutorial's commands print what the tutorial shows", "[program][new][tutorial]") {
    const TempFolder folder;
    fill_downloads(folder);
    std::size_t commands = 0;
    for (const auto& step : steps_of(read_file(source_file("docs/tutorial.md")))) {
        if (step.language == "toml") { // lines for [project]
            auto project = read_file(folder.path() / "project.toml");
            const auto at = project.find("[project]\n");
            REQUIRE(at != std::string::npos);
            project.insert(at + std::string("[project]\n").size(), step.text);
            folder.write("project.toml", project);
        }
        if (step.language != "console") continue;
        const std::string prompt = "$ wardmap ";
        REQUIRE(step.text.starts_with(prompt));
        const auto end = step.text.find('\n');
        const auto made = run(folder.path(), step.text.substr(prompt.size(), end - prompt.size()));
        ++commands;
        INFO(step.text << made.err);
        CHECK(made.code == 0);
        CHECK(made.out == step.text.substr(end + 1));
    }
    CHECK(commands == 4);
    for (const char* const file : {"briefing.pdf", "index.html", "data/wards.csv"}) {
        INFO(file);
        CHECK(fs::exists(folder.path() / "output/project" / file));
    }
}
