// SPDX-License-Identifier: MIT
// The built program as users run it: on files, with its messages and exit codes.
#include <csignal>
#include <cstdio>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "base/named_values.h"
#include "base/text.h"
#include "project/read_project.h"
#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;
namespace fs = std::filesystem;

namespace {

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// All files below a folder with their content.
std::map<std::string, std::string> contents(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files[fs::relative(entry.path(), folder).string()] = read_file(entry.path());
    }
    return files;
}

/// Runs check on the small project with one change, and expects this error.
void expect_error(const std::string& from, const std::string& to, const std::string& message) {
    const TempFolder folder;
    write_four_wards(folder, changed(four_wards_project, from, to));
    const auto done = run(folder.path(), "check project.toml");
    INFO(done.err);
    CHECK(done.code == 1);
    CHECK(done.out.empty());
    CHECK(done.err == message + "\n");
}

} // namespace

TEST_CASE("Help and version are printed for every command", "[program][usage]") {
    const TempFolder folder;
    const auto help = run(folder.path(), "--help");
    CHECK(help.code == 0);
    CHECK(help.err.empty());
    for (const char* const command :
         {"draw", "check", "explain", "bands", "new", "site", "verify"}) {
        CHECK(help.out.find(std::string("  ") + command + " ") != std::string::npos);
        const auto own = run(folder.path(), std::string(command) + " --help");
        CHECK(own.code == 0);
        CHECK(own.out.find("Examples:\n  wardmap " + std::string(command)) != std::string::npos);
        CHECK(own.out.find("\nUsage: wardmap " + std::string(command) + " [OPTIONS] ") !=
              std::string::npos);
    }
    CHECK(run(folder.path(), "new --help")
              .out.find("\nUsage: wardmap new [OPTIONS] BOUNDARIES...\n") != std::string::npos);
    const auto version = run(folder.path(), "--version");
    for (const char* const library : {"wardmap 0.2.0 (commit ", "GDAL ", "GEOS ", "PROJ ", "Cairo ",
                                      "Pango ", "libxlsxwriter "}) {
        CHECK(version.out.find(library) != std::string::npos);
    }
}

TEST_CASE("An invalid command line ends with code 2 and help", "[program]") {
    const TempFolder folder;
    const auto command = run(folder.path(), "darw x.toml");
    CHECK(command.code == 2);
    CHECK(command.err == "error: there is no command \"darw\"\n  expected: one of draw, check, "
                         "explain, bands, backtest, count, new, palettes, site or verify\n"
                         "  help: did you mean \"draw\"?\n");
    const auto option = run(folder.path(), "draw x.toml --stile committee");
    CHECK(option.code == 2);
    CHECK(option.err.find("help: did you mean \"--style\"?") != std::string::npos);
    CHECK(run(folder.path(), "draw").code == 2);
    CHECK(run(folder.path(), "draw x.toml --threads 0").code == 2);
    CHECK(run(folder.path(), "draw x.toml --only cakes").code == 2);
}

TEST_CASE("Draw makes maps, data, audit and manifest, and reports where", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    const auto done = run(folder.path(), "draw project.toml");
    CHECK(done.code == 0);
    CHECK(done.out == "1 category, 4 wards, 15 files in output/project\n"
                      "  See audit.txt for what was read and how each row was used (1 warning)\n");
    CHECK(done.err.starts_with(
        "warning: asb.csv:7: the total 1,112 (Testshire) leaves 2 for the withheld figures: the "
        "suppressed ward (North Downs) is exactly 2\n"));
    const auto files = contents(folder.path() / "output/project");
    for (const char* const name :
         {"audit.json", "audit.txt", "data/README.txt", "data/wards.csv", "data/wards.gpkg",
          "data/wards.xlsx", "data/wards.csv-metadata.json", "data/study.json",
          "data/study.schema.json", "data/summary.txt", "manifest.json", "maps/asb.pdf",
          "maps/asb.png", "maps/asb.svg", "maps/asb.txt"}) {
        CHECK(files.contains(name));
    }
    CHECK(files.size() == 15);
    CHECK(files.at("maps/asb.svg").find("<title>North Downs: withheld, 0.0 to 2.0</title>") !=
          std::string::npos);
    const auto manifest = nlohmann::json::parse(files.at("manifest.json"));
    CHECK(manifest["inputs"].size() == 4);
    CHECK(manifest["outputs"].size() == 14);
    for (const auto& [name, content] : files) {
        INFO(name);
        CHECK(content.find(folder.path().string()) == std::string::npos); // no local path
    }
}

TEST_CASE("The same inputs give the same bytes with one thread and two, from anywhere",
          "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    const TempFolder other;
    const std::string all =
        " --only " + wardmap::text::join(wardmap::all_names(wardmap::project::product_names), ",") +
        " --out ";
    CHECK(run(folder.path(), "draw project.toml --threads 1" + all + "one").code == 0);
    CHECK(run(folder.path(), "draw project.toml --threads 2" + all + "two").code == 0);
    CHECK(run(other.path(),
              "draw '" + (folder.path() / "project.toml").string() + "'" + all + "three",
              "TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8")
              .code == 0);
    const auto one = contents(folder.path() / "one");
    CHECK(one.contains("book.pdf"));
    CHECK(one.contains("explorer.html"));
    CHECK(one.contains("maps/asb.reading.pdf"));
    CHECK(one == contents(folder.path() / "two"));
    CHECK(one == contents(other.path() / "three"));
}

TEST_CASE("Only, category, style and json work as documented", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    CHECK(run(folder.path(), "draw project.toml --only data --out data").code == 0);
    CHECK_FALSE(fs::exists(folder.path() / "data/maps"));
    CHECK(fs::exists(folder.path() / "data/data/wards.csv"));
    const auto grey =
        run(folder.path(), "draw project.toml --only maps --style greyscale --quiet --out grey");
    CHECK(grey.out.empty());
    CHECK(grey.err.empty());
    CHECK(read_file(folder.path() / "grey/maps/asb.svg")
              .find("class=\"ward band-2\" fill=\"#2e2e2e\"") != std::string::npos);
    CHECK(run(folder.path(), "check project.toml --category nosuch").err ==
          "error: project.toml: there is no category \"nosuch\"\n  expected: one of asb\n");
    const auto json = run(folder.path(), "draw project.toml --json --out j");
    CHECK(nlohmann::json::parse(json.out)["files"].size() == 15);
    CHECK(run(folder.path(), "draw project.toml --style nosuch").err ==
          "warning: asb.csv:7: the total 1,112 (Testshire) leaves 2 for the withheld figures: the "
          "suppressed ward (North "
          "Downs) is exactly 2\n  help: do not publish the total together with the other figures\n"
          "error: there is no style \"nosuch\"\n"
          "  expected: one of a3, a3-landscape, column, committee, committee-landscape, "
          "greyscale, half-page, slide, square or tasking, or a path to a .toml file\n");
}

TEST_CASE("Check prints the audit and writes nothing; strict makes warnings errors", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    const auto before = contents(folder.path());
    const auto check = run(folder.path(), "check project.toml");
    CHECK(check.code == 0);
    CHECK(check.out.starts_with("Audit of Test partnership: 4 wards, 1 category, 1 warning.\n"));
    CHECK(nlohmann::json::parse(run(folder.path(), "check project.toml --json").out)
              .contains("categories"));
    const auto strict = run(folder.path(), "draw project.toml --strict");
    CHECK(strict.code == 1);
    CHECK(strict.err.starts_with("error: asb.csv:7: the total"));
    CHECK(contents(folder.path()) == before);
}

TEST_CASE("A failed run leaves the former output and other files unchanged", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    CHECK(run(folder.path(), "draw project.toml --out out").code == 0);
    folder.write("out/mine.txt", "keep me");
    const auto former = contents(folder.path() / "out");
    folder.write("asb.csv", "");
    CHECK(run(folder.path(), "draw project.toml --out out").code == 1);
    CHECK(contents(folder.path() / "out") == former);
    write_four_wards(folder);
    CHECK(run(folder.path(), "draw project.toml --only data --out out").code == 0);
    CHECK(read_file(folder.path() / "out/mine.txt") == "keep me");
    CHECK_FALSE(fs::exists(folder.path() / "out/maps/asb.png"));
    folder.write("project.toml.bak", "x");
    const auto file = run(folder.path(), "draw project.toml --out project.toml.bak");
    CHECK(file.code == 1);
    CHECK(file.err.find("this is a file, not a folder\n  help: choose another folder with --out") !=
          std::string::npos);
}

TEST_CASE("An output folder that cannot be written is an error", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    const auto done = run(folder.path(), "draw project.toml --quiet --out /proc/nowhere/out");
    CHECK(done.code == 1);
    CHECK(done.err.starts_with("error: /proc/nowhere/out: "));
    CHECK(done.err.find("help: choose another folder with --out") != std::string::npos);
}

TEST_CASE("Errors in a project file have line, caret and the nearest word", "[program]") {
    expect_error("measure = \"rate\"", "mesure = \"rate\"",
                 "error: project.toml:21:1: unknown key \"mesure\" in [[category]]\n  mesure = "
                 "\"rate\"\n  ^\n"
                 "  help: did you mean \"measure\"?");
    expect_error(
        "id = \"asb\"", "id = \"../asb\"",
        "error: project.toml:14:6: the id \"../asb\" has characters that are not allowed in a file "
        "name\n"
        "  id = \"../asb\"\n       ^\n"
        "  expected: letters, digits, - and _, at most 64 of them (the id names the files)");
    expect_error(
        "denominator = \"residents\"", "denominator = \"resident\"",
        "error: project.toml:22:15: there is no [denominator.resident]\n  denominator = "
        "\"resident\"\n"
        "                ^\n  expected: one of residents\n  help: did you mean \"residents\"?");
    expect_error(
        "count = 2", "count = 12",
        "error: project.toml:23:19: 12 bands\n  bands = { count = 12 }\n                    ^\n"
        "  expected: 2 to 9 bands");
    expect_error("title = \"Test partnership\"", "title = 5",
                 "error: project.toml:2:9: title is a number\n  title = 5\n          ^\n"
                 "  expected: a text in quotation marks");
}

TEST_CASE("Errors in tables are reported by the program", "[program]") {
    expect_error("value = \"incidents\"", "value = \"incidnts\"",
                 "error: asb.csv:2: there is no column \"incidnts\"\n  expected: one of Ward code, "
                 "Ward or incidents\n"
                 "  help: did you mean \"incidents\"?");
    expect_error(
        "table = \"asb.csv\"", "table = \".\"",
        "error: .: this is a folder\n  expected: a table (CSV, XLSX, ODS, XLS, DBF or a database)\n"
        "  help: name the file in it");
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("asb.csv", "code,incidents\nE05000001,1\nE05000009,2\n");
    const auto done = run(folder.path(), "check project.toml");
    CHECK(done.code == 1);
    CHECK(done.err.starts_with(
        "error: asb.csv:1:1: \"E05000009\" is not among the 4 wards of wards.geojson; 1 of 2 codes "
        "of column code belong to other boundaries than WD13CD (2013); 3 wards of the map have no "
        "figure: North Downs, Park Wood and High Street\n"
        "  expected: codes of the same year as the boundaries\n"));
    CHECK(run(folder.path(), "check nosuch.toml").err ==
          "error: nosuch.toml: there is no such file\n  expected: a project file (TOML)\n");
}

TEST_CASE("Palettes are drawn on a page, and a style's own is warned about", "[program]") {
    const TempFolder folder;
    CHECK(run(folder.path(), "palettes --out p.svg").out == "p.svg\n");
    CHECK(read_file(folder.path() / "p.svg").find("YlOrRd") != std::string::npos);
    CHECK(run(folder.path(), "palettes --out p.gif").code == 2);
    CHECK(run(folder.path(), "palettes --out new/p.svg").code == 0);
    write_four_wards(folder);
    folder.write("own.toml", "[colour]\nsequential = [\"#fefefe\", \"#fdfdfd\", \"#d0d0d0\"]\n");
    const auto done =
        run(folder.path(), "draw project.toml --only maps --style own.toml --out own");
    CHECK(done.code == 0);
    folder.write("bad.toml", "[colour]\nsequential = [\"#ffff00\", \"#8080ff\"]\n");
    CHECK(run(folder.path(), "draw project.toml --style bad.toml --out bad").code == 0);
}

TEST_CASE("All cells suppressed, and one ward only, still make a map", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("asb.csv", "code,incidents\nE05000001,*\nE05000002,*\nE05000003,*\nE05000004,*\n");
    CHECK(run(folder.path(), "draw project.toml --out out").code == 0);
    CHECK(read_file(folder.path() / "out/maps/asb.svg").find("Withheld (0 to 4 incidents)") !=
          std::string::npos);
    folder.write("wards.geojson", squares_geojson({{"E05000001", "North"}}));
    folder.write("asb.csv", "code,incidents\nE05000001,7\n");
    folder.write("population.csv", "code,residents\nE05000001,1000\n");
    CHECK(run(folder.path(), "draw project.toml --out out").code == 0);
    CHECK(read_file(folder.path() / "out/maps/asb.txt")
              .starts_with("Map of 1 ward shaded by Anti-social behaviour"));
}

TEST_CASE("The examples draw, Maidstone with thirteen maps and Kent with six", "[program][slow]") {
    const TempFolder folder;
    for (const auto& [name, maps] : {std::pair{"maidstone", 13}, {"kent", 6}}) {
        const auto project = source_file("geodata/" + std::string(name) + "/" + name + ".toml");
        const auto done = run(folder.path(), "draw '" + project + "' --lint --out " + name);
        INFO(done.err);
        CHECK(done.code == 0);
        int pngs = 0;
        for (const auto& [file, content] : contents(folder.path() / name)) {
            if (file.ends_with(".png")) ++pngs;
        }
        CHECK(pngs == maps + 1); // and the contact sheet
    }
    const auto check =
        run(folder.path(), "check '" + source_file("geodata/maidstone/maidstone.toml") + "'");
    const std::string two_share = "Line 30, Maidstone: 649 = 643 known + 6 for 2 withheld figures";
    CHECK(check.out.find(two_share) != std::string::npos);
    const auto audit = read_file(folder.path() / "maidstone/audit.txt");
    CHECK(audit.find(two_share) == std::string::npos); // not published
    CHECK(read_file(folder.path() / "kent/maps/imd-2010.txt").find("No figure supplied: Medway.") !=
          std::string::npos);
}

TEST_CASE("explain prints the figures behind a reading, by name or code", "[program]") {
    const TempFolder folder;
    const std::string project = "'" + source_file("geodata/maidstone/maidstone.toml") + "'";
    const auto east = run(folder.path(), "explain " + project + " --category asb --ward east");
    CHECK(east.code == 0);
    CHECK(east.err.empty());
    CHECK(east.out.starts_with(
        "East (E05004991), Anti-social behaviour\nEast: 21.7 incidents per 1,000 residents (185), "
        "about the Maidstone rate, within what chance explains; its neighbours are neither high "
        "nor low. Rank: 8 of 26.\n"));
    CHECK(east.out.find("Against the Maidstone rate\n") != std::string::npos);
    CHECK(east.out.find("over-dispersion phi  ") != std::string::npos);
    CHECK(east.out.find("p, 9999 permutations") != std::string::npos);
    const auto json = run(folder.path(), "explain " + project + " --ward E05004991 --json");
    CHECK(json.code == 0);
    CHECK(json.out.find("\"compared\": \"similar\"") != std::string::npos);
    const auto wrong = run(folder.path(), "explain " + project + " --ward est");
    CHECK(wrong.code == 1);
    CHECK(wrong.err.find("there is no ward \"est\"") != std::string::npos);
    CHECK(wrong.err.find("did you mean \"East\"?") != std::string::npos);
    CHECK(run(folder.path(), "explain " + project).code == 2);
    CHECK(fs::is_empty(folder.path()));
}
