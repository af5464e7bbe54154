// SPDX-License-Identifier: MIT
// `wardmap verify`, on an unchanged folder and on changed ones.
#include <filesystem>

#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;
namespace fs = std::filesystem;

namespace {

void replace_in(const fs::path& file, const std::string& from, const std::string& to) {
    auto text = read_file(file);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    std::ofstream(file, std::ios::binary) << text.replace(at, from.size(), to);
}

/// The small project, drawn into out/.
void draw(const TempFolder& folder, const std::string& more = "") {
    write_four_wards(folder);
    REQUIRE(run(folder.path(), "draw project.toml --quiet --out out " + more).code == 0);
}

} // namespace

TEST_CASE("An unchanged folder is verified, and drawn again to the same bytes", "[program]") {
    const TempFolder folder;
    draw(folder, "--only data,maps,readings");
    const auto plain = run(folder.path(), "verify out");
    CHECK(plain.code == 0);
    CHECK(plain.err.empty());
    CHECK(plain.out == "out: 18 files are as in the manifest\n");
    const auto again = run(folder.path(), "verify out --project project.toml --threads 2");
    CHECK(again.code == 0);
    CHECK(again.err.empty());
    CHECK(again.out == "out: 18 files are as in the manifest\n"
                       "Drawn again from project.toml: 19 files are the same, byte for byte\n");
    const auto quiet = run(folder.path(), "verify out --quiet");
    CHECK(quiet.code == 0);
    CHECK(quiet.out.empty());
}

TEST_CASE("Changed, missing and additional files are each named", "[program]") {
    const TempFolder folder;
    draw(folder, "--only data");
    folder.write("out/notes/mine.txt", "x");
    CHECK(run(folder.path(), "verify out").out ==
          "out: 10 files are as in the manifest\n  not in the manifest: notes/mine.txt\n");
    CHECK(run(folder.path(), "verify out").code == 0); // draw keeps other files
    CHECK(run(folder.path(), "verify out --strict").code == 1);
    replace_in(folder.path() / "out/data/wards.csv", "North", "South");
    fs::remove(folder.path() / "out/audit.txt");
    const auto done = run(folder.path(), "verify out");
    CHECK(done.code == 1);
    CHECK(done.out == "out: 8 of 10 files are as in the manifest\n  changed: data/wards.csv\n"
                      "  missing: audit.txt\n  not in the manifest: notes/mine.txt\n");
    CHECK(run(folder.path(), "verify out --quiet").code == 1);
    const auto json = nlohmann::json::parse(run(folder.path(), "verify out --json").out);
    CHECK(json["same"] == false);
    CHECK(json["files"].size() == 11);
    CHECK(json["rerun"].is_null());
    std::map<std::string, std::string> states;
    for (const auto& file : json["files"]) {
        states[file["path"]] = file["state"];
    }
    CHECK(states["data/wards.csv"] == "changed");
    CHECK(states["audit.txt"] == "missing");
    CHECK(states["notes/mine.txt"] == "extra");
    CHECK(states["audit.json"] == "same");
}

TEST_CASE("Drawing again reports which files and inputs differ", "[program]") {
    const TempFolder folder;
    draw(folder, "--only data");
    replace_in(folder.path() / "population.csv", "4000", "4100");
    const auto done = run(folder.path(), "verify out --project project.toml");
    CHECK(done.code == 1);
    CHECK(done.out.starts_with("out: 10 files are as in the manifest\nDrawn again from "
                               "project.toml: 4 of 11 files are the same\n"));
    CHECK(done.out.find("  differs: data/wards.csv\n") != std::string::npos);
    CHECK(done.out.find("  differs: manifest.json\n") != std::string::npos);
    CHECK(done.out.find("  input changed: population.csv\n") != std::string::npos);
    CHECK(done.out.find("wards.geojson") == std::string::npos);
    const auto json =
        nlohmann::json::parse(run(folder.path(), "verify out --project project.toml --json").out);
    CHECK(json["rerun"]["inputs"].size() == 4);
    CHECK(json["same"] == false);

    // The other way round: the inputs are unchanged, the manifest is not.
    draw(folder, "--only data");
    replace_in(folder.path() / "out/manifest.json", "\"wardmap\": \"0.2.0\"",
               "\"wardmap\": \"0.0.9\"");
    CHECK(run(folder.path(), "verify out").code == 0);
    const auto older = run(folder.path(), "verify out --project project.toml");
    CHECK(older.code == 1);
    CHECK(older.out.find("  differs: manifest.json\n") != std::string::npos);
    CHECK(older.out.find("  made with wardmap 0.0.9, here is 0.2.0\n") != std::string::npos);
}

TEST_CASE("Inputs without a hash are reported as not comparable", "[program]") {
    const TempFolder folder;
    write_four_wards(folder,
                     std::string("[suppression]\npublish_below = 5\n") + four_wards_project);
    REQUIRE(run(folder.path(), "draw project.toml --quiet --only data --out out").code == 0);
    const auto done = run(folder.path(), "verify out --project project.toml");
    CHECK(done.code == 0);
    CHECK(done.out.ends_with(
        "  input not comparable: asb.csv (figures are withheld, so the manifest keeps no hash)\n"));
}

TEST_CASE("It is drawn again with the same products, categories and style", "[program]") {
    const TempFolder folder;
    const auto path = write_four_wards(
        folder, std::string(four_wards_project) +
                    "[[category]]\nid = \"n\"\ntable = \"asb.csv\"\nvalue = \"incidents\"\n"
                    "suppression = { marks = { \"*\" = [0, 4] } }\n");
    CHECK(run(folder.path(), "draw project.toml --quiet --category n --only maps "
                             "--style greyscale --out out")
              .code == 0);
    CHECK(run(folder.path(), "verify out --project project.toml").code == 0);
    // A custom style is read from its own path.
    folder.write("styles/grey.toml", "extends = \"greyscale\"\n[output]\nformats = [\"svg\"]\n");
    CHECK(run(folder.path(), "draw project.toml --quiet --only maps --style styles/grey.toml "
                             "--out own")
              .code == 0);
    const auto lost = run(folder.path(), "verify own --project project.toml");
    CHECK(lost.code == 1);
    CHECK(lost.err.find("there is no style \"grey\"") != std::string::npos);
    CHECK(run(folder.path(), "verify own --project project.toml --style styles/grey.toml").code ==
          0);
    CHECK(run(folder.path(), "verify own --style styles/grey.toml").code == 2);
    const auto wrong = run(folder.path(), "verify out --project project.toml --style committee");
    CHECK(wrong.code == 1);
    CHECK(wrong.out.find("differs: maps/n.svg") != std::string::npos);
}

TEST_CASE("A folder without a valid manifest is refused, and no manifest leads elsewhere",
          "[program]") {
    const TempFolder folder;
    fs::create_directories(folder.path() / "empty");
    const auto empty = run(folder.path(), "verify empty");
    CHECK(empty.code == 1);
    CHECK(empty.out.empty());
    CHECK(empty.err ==
          "error: empty: there is no manifest.json\n"
          "  expected: a folder that wardmap draw or wardmap site --sites has written\n"
          "  help: wardmap draw PROJECT --out empty\n");
    CHECK(run(folder.path(), "verify nowhere").code == 1);
    CHECK(run(folder.path(), "verify").code == 2);
    draw(folder, "--only data");
    const auto manifest = read_file(folder.path() / "out/manifest.json");
    for (const char* const outside : {"../secret.txt", "/etc/hostname", "data/../../secret.txt"}) {
        folder.write("out/manifest.json", manifest);
        replace_in(folder.path() / "out/manifest.json", "\"audit.txt\"",
                   "\"" + std::string(outside) + "\"");
        const auto done = run(folder.path(), "verify out");
        CHECK(done.code == 1);
        CHECK(done.err.find("names a file outside its folder: \"" + std::string(outside)) !=
              std::string::npos);
    }
    for (const char* const damaged : {"", "{", "[]", "{\"wardmap\": 3}", "{\"wardmap\": \"1\"}"}) {
        folder.write("out/manifest.json", damaged);
        const auto done = run(folder.path(), "verify out");
        INFO(damaged);
        CHECK(done.code == 1);
        CHECK(done.err.find("the manifest is damaged") != std::string::npos);
    }
}

TEST_CASE("Profiles of sites are verified too, but not drawn again", "[program]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("sites.csv", "name,at\nA,\"576500,155500\"\n");
    REQUIRE(run(folder.path(), "site project.toml --sites sites.csv --out profiles").code == 0);
    CHECK(run(folder.path(), "verify profiles").code == 0);
    const auto again = run(folder.path(), "verify profiles --project project.toml");
    CHECK(again.code == 1);
    CHECK(again.err.find("help: leave --project out") != std::string::npos);
}

TEST_CASE("A verification changes nothing and leaves nothing behind", "[program]") {
    const TempFolder folder;
    const TempFolder temporary;
    draw(folder, "--only data");
    const auto before = read_file(folder.path() / "out/manifest.json");
    const auto done = run(folder.path(), "verify out --project project.toml",
                          "TMPDIR='" + temporary.path().string() + "'");
    CHECK(done.code == 0);
    CHECK(fs::is_empty(temporary.path()));
    CHECK(read_file(folder.path() / "out/manifest.json") == before);
    const auto no_room =
        run(folder.path(), "verify out --project project.toml", "TMPDIR=/proc/nowhere");
    CHECK(no_room.code == 1);
    CHECK(no_room.err.find("no temporary folder can be made") != std::string::npos);
}
