// SPDX-License-Identifier: MIT
// wardmap bands as users run it.
#include <filesystem>

#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;
namespace fs = std::filesystem;

namespace {

std::string maidstone() {
    return "'" + source_file("geodata/maidstone/maidstone.toml") + "'";
}

/// Four wards with a project with these bands.
void write_with_bands(const TempFolder& folder, const std::string& bands) {
    std::string project = four_wards_project;
    const std::string was = "bands = { count = 2 }";
    project.replace(project.find(was), was.size(), "bands = { " + bands + " }");
    write_four_wards(folder, project);
}

} // namespace

TEST_CASE("Bands compares schemes in a table", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    const auto done =
        run(folder.path(), "bands project.toml --scheme natural --scheme equal --count 2 --count 3 "
                           "2>/dev/null");
    CHECK(done.code == 0);
    CHECK(done.out ==
          "Anti-social behaviour: incidents per 1,000 residents, 3 figures known\n"
          "\n"
          "   scheme            bands    GVF    TAI  in each band, lowest first  limits of the "
          "bands\n"
          "*  natural, 2 bands      2  0.995  0.938  2+1 1                       0.0 | 100.0 | "
          "200.0\n"
          "   natural, 3 bands      3  1.000  1.000  1+1 1 1                     0.0 | 20.0 | "
          "100.0 | "
          "200.0\n"
          "   equal, 2 bands        2  0.995  0.938  2+1 1                       0.0 | 105.0 | "
          "200.0\n"
          "   equal, 3 bands        3  0.995  0.938  2+1 0 1                     0.0 | 73.3 | "
          "136.7 | "
          "200.0\n"
          "\n"
          "* used in the project. GVF: goodness of variance fit, TAI: tabular accuracy index; 1 "
          "is best,\n"
          "  and more bands fit better, so compare at one number of bands.\n"
          "  2+6: 2 with a figure, 6 whose withheld figure is within the band.\n");
}

TEST_CASE("Bands as data have every scheme, its breaks, wards and fit", "[program]") {
    const TempFolder folder;
    const auto done = run(folder.path(), "bands " + maidstone() + " --category asb-count --json");
    CHECK(done.code == 0);
    const auto json = nlohmann::json::parse(done.out);
    CHECK(json["figures_known"] == 26);
    int own = 0;
    for (const auto& choice : json["choices"]) {
        if (choice["own"]) ++own;
        if (choice["name"] == "natural, 5 bands") {
            CHECK(choice["banding"]["gvf"].get<double>() == Approx(0.988550853).epsilon(1e-8));
            CHECK(choice["banding"]["tai"].get<double>() == Approx(0.861560161).epsilon(1e-8));
            CHECK(choice["banding"]["bands"].size() == 5);
        }
        int wards = 0;
        for (const auto& band : choice["banding"]["bands"]) {
            wards += band["wards_known"].get<int>();
        }
        CHECK(wards == 26);
    }
    CHECK(own == 1);
}

TEST_CASE("The contact sheet is a picture or a PDF, the same at every run", "[program]") {
    const TempFolder folder;
    const std::string bands = "bands " + maidstone() + " --category asb --quiet --out ";
    for (const char* const name : {"a.pdf", "b.pdf", "a.png", "a.svg"}) {
        const auto done = run(folder.path(), bands + name);
        CHECK(done.code == 0);
        CHECK(done.out.empty());
    }
    CHECK(read_file(folder.path() / "a.pdf").starts_with("%PDF"));
    CHECK(read_file(folder.path() / "a.pdf") == read_file(folder.path() / "b.pdf"));
    const auto svg = read_file(folder.path() / "a.svg");
    CHECK(svg.find("width=\"210mm\" height=\"297mm\"") != std::string::npos);
    CHECK(svg.find("natural, 5 bands") != std::string::npos);
    CHECK(svg.find("id=\"bands-asb-map-12\"") != std::string::npos);
    CHECK(svg.find("-ward-") == std::string::npos); // a ward is in every map
    const auto many = run(folder.path(), "bands " + maidstone() +
                                             " --category asb --count 4 --count 5 --out many.svg");
    CHECK(many.code == 2);
    CHECK(many.err.find("maps do not fit on one picture\n  help: write a .pdf") !=
          std::string::npos);
    CHECK_FALSE(fs::exists(folder.path() / "many.svg"));
}

TEST_CASE("A scheme that does not suit is reported, not drawn", "[program]") {
    const TempFolder folder;
    write_with_bands(folder, "count = 2, zero = \"together\"");
    folder.write("asb.csv", "code,incidents\nE05000001,0\nE05000002,3\nE05000003,9\nE05000004,9\n");
    const auto done =
        run(folder.path(), "bands project.toml --scheme geometric --count 2 --out sheet.svg");
    CHECK(done.code == 0);
    CHECK(done.out.find("geometric, 2 bands: geometric bands cannot start at 0\n") !=
          std::string::npos);
    CHECK(done.out.find("*  the project's own") != std::string::npos);
    CHECK(read_file(folder.path() / "sheet.svg").find("geometric bands cannot start at 0") !=
          std::string::npos);
}

TEST_CASE("Bands are frozen once and then used", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    const auto frozen = run(folder.path(), "bands project.toml --scheme equal --count 3 --freeze "
                                           "kept/asb.toml 2>/dev/null");
    CHECK(frozen.code == 0);
    CHECK(frozen.out == "kept/asb.toml: equal intervals, 3 bands\n"
                        "  to draw in them: bands = { frozen = \"kept/asb.toml\" } in category "
                        "asb\n");
    CHECK(read_file(folder.path() / "kept/asb.toml")
              .starts_with("# Bands of Anti-social behaviour, incidents per 1,000 residents, "
                           "written by wardmap bands --freeze.\n"));
    const auto again = run(folder.path(), "bands project.toml --quiet --freeze kept/asb.toml");
    CHECK(again.code == 1);
    CHECK(again.err.find("the file already holds bands") != std::string::npos);
    write_with_bands(folder, "frozen = \"kept/asb.toml\"");
    folder.write("asb.csv", "code,incidents\nE05000001,10\nE05000002,80\nE05000003,100\n"
                            "E05000004,2000\n");
    CHECK(run(folder.path(), "draw project.toml --quiet --out out").code == 0);
    const auto words = read_file(folder.path() / "out/maps/asb.txt");
    CHECK(words.find("Bands: frozen in kept/asb.toml (equal intervals), end bands extended to "
                     "these figures, 3 bands") != std::string::npos);
    CHECK(words.find("136.7–400.0: 1 ward: High Street.") != std::string::npos);
    CHECK(read_file(folder.path() / "out/manifest.json").find("kept/asb.toml") !=
          std::string::npos);
}

TEST_CASE("Invalid arguments for bands end with code 2 and help", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    const auto fails = [&](const std::string& words, const std::string& text) {
        const auto done = run(folder.path(), "bands " + words);
        INFO(done.err);
        return done.code == 2 && done.err.find(text) != std::string::npos;
    };
    CHECK(fails(maidstone(), "which category?\n  help: --category with one of asb, asb-count"));
    CHECK(fails(maidstone() + " --category asb --category theft", "one category at a time"));
    CHECK(fails("project.toml --out x.jpg", "give a name that ends in .pdf, .png or .svg"));
    CHECK(fails("project.toml --scheme jenks", "jenks"));
    CHECK(fails("project.toml --count 12", "12"));
    CHECK(fails("project.toml --freeze f.toml --count 4", "give --scheme too"));
    CHECK(fails("project.toml --freeze f.toml --scheme box --scheme equal", "one set of bands"));
    CHECK(fails("project.toml --freeze f.toml --json", "leave out --out and --json"));
    CHECK(run(folder.path(), "bands project.toml --quiet --out /proc/x.pdf").code == 1);
}
