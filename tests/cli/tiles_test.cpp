// SPDX-License-Identifier: MIT
// [tiles] through the program, on files.
#include <filesystem>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;

namespace {

const std::string project_of_tiles = std::string(four_wards_project) + "map = \"tiles\"\n";

std::string with_tiles(const std::string& source, const std::string& more = "") {
    return project_of_tiles + "\n[tiles]\nsource = \"" + source + "\"\n" + more;
}

const char* const layout = R"({"layout":"odd-q","hexes":{
"E05000001":{"n":"North","q":0,"r":1},"E05000002":{"n":"North Downs","q":1,"r":1},
"E05000003":{"n":"Park Wood","q":1,"r":0},"E05000004":{"n":"High Street","q":0,"r":0}}})";

/// The errors of a failing `wardmap draw` on stderr.
std::string refusal(const TempFolder& folder, const std::string& project) {
    write_four_wards(folder, project);
    const auto done = run(folder.path(), "draw project.toml");
    CHECK(done.code == 1);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "output"));
    return done.err.substr(
        0, done.err.find("warning: ")); // earlier findings, printed after the errors
}

} // namespace

TEST_CASE("A layout of tiles is on the sheet, in its texts and in the manifest",
          "[program][tiles]") {
    const TempFolder folder;
    folder.write("tiles/four.hexjson", layout);
    write_four_wards(folder, with_tiles("tiles/four.hexjson"));
    const auto done = run(folder.path(), "draw project.toml --lint --only maps,readings");
    INFO(done.err);
    REQUIRE(done.code == 0);
    const auto out = folder.path() / "output/project";
    const auto words = read_file(out / "maps/asb.txt");
    CHECK(words.find("Map of 4 wards as tiles shaded by Anti-social behaviour") !=
          std::string::npos);
    CHECK(words.find("Tiles: layout of four.hexjson; distances have no meaning.") !=
          std::string::npos);
    CHECK(words.find("Hexagons are of equal size") == std::string::npos);
    CHECK(read_file(out / "maps/asb.reading.txt")
              .find("Tiles: layout of four.hexjson; distances have no meaning.") !=
          std::string::npos);
    CHECK(read_file(out / "manifest.json").find("\"tiles/four.hexjson\"") != std::string::npos);
    const auto again = run(folder.path(), "verify output/project --project project.toml");
    INFO(again.out);
    CHECK(again.code == 0);
    // A different layout is a different input, and gives a different picture.
    std::string other = layout;
    folder.write("tiles/four.hexjson", other.replace(other.find("odd-q"), 5, "odd-r"));
    const auto changed = run(folder.path(), "verify output/project --project project.toml");
    CHECK(changed.code == 1);
    CHECK(changed.out.find("tiles/four.hexjson") != std::string::npos);
}

TEST_CASE("A vector layer of tiles works as well", "[program][tiles]") {
    const TempFolder folder;
    folder.write("tiles.geojson", squares_geojson(four_wards()));
    write_four_wards(folder,
                     with_tiles("tiles.geojson", "code = \"WD13CD\"\nattribution = \"Our own\"\n"));
    const auto done = run(folder.path(), "draw project.toml --lint --only maps");
    INFO(done.err);
    REQUIRE(done.code == 0);
    CHECK(read_file(folder.path() / "output/project/maps/asb.txt")
              .find("Tiles: layout of tiles.geojson (Our own);") != std::string::npos);
}

TEST_CASE("A layout of tiles that does not match is refused with the reason", "[program][tiles]") {
    const TempFolder folder;
    CHECK(refusal(folder, with_tiles("none.hexjson")) ==
          "error: none.hexjson: there is no such file\n"
          "  expected: a layout of tiles (HexJSON)\n");
    folder.write("a.hexjson", "{\n\"layout\": \"odd-r\",\n\"hexes\": oh}");
    CHECK(refusal(folder, with_tiles("a.hexjson")) ==
          "error: a.hexjson:3: this is not JSON: syntax error while parsing value - invalid "
          "literal\n"
          "  expected: a HexJSON file\n"
          "  help: {\"layout\": \"odd-r\", \"hexes\": {\"E05004996\": {\"n\": \"High Street\", "
          "\"q\": 0, \"r\": 0}}}\n");
    folder.write("a.hexjson", R"({"layout":"odd-r","hexes":{"E05000001":{"q":0,"r":0}}})");
    CHECK(refusal(folder, with_tiles("a.hexjson")) ==
          "error: a.hexjson: 3 of 4 wards have no tile: North Downs (E05000002), Park Wood "
          "(E05000003) and High Street (E05000004)\n"
          "  expected: a tile for every ward\n"
          "  help: add them, or leave [tiles] out: the tiles are then placed automatically\n");
    CHECK(refusal(folder, with_tiles("a.hexjson", "layer = \"x\"\n")) ==
          "error: a.hexjson: [tiles] layer is for vector files only\n"
          "  expected: HexJSON, whose keys are the codes\n"
          "  help: leave layer out\n");
    CHECK(refusal(folder, with_tiles("a.hexjson", "shape = \"x\"\n"))
              .find("unknown key \"shape\" in [tiles]") != std::string::npos);
    CHECK(refusal(folder, project_of_tiles + "\n[tiles]\ncode = \"a\"\n")
              .find("source = \"wards.hexjson\"") != std::string::npos);
}

TEST_CASE("A check also reads the layout, and reports if no map uses it", "[program][tiles]") {
    const TempFolder folder;
    folder.write("four.hexjson", layout);
    write_four_wards(folder,
                     std::string(four_wards_project) + "\n[tiles]\nsource = \"four.hexjson\"\n");
    const auto done = run(folder.path(), "check project.toml");
    CHECK(done.code == 0);
    CHECK(done.out.find("[tiles] is given, but no category is drawn as tiles") !=
          std::string::npos);
    CHECK(run(folder.path(), "check project.toml --strict").code == 1);
    folder.write("four.hexjson", "{}");
    CHECK(run(folder.path(), "check project.toml").err.find("the file has no hexes") !=
          std::string::npos);
}

TEST_CASE("Maidstone is drawn in a layout of its own", "[program][tiles]") {
    const TempFolder folder;
    const auto at = [](const std::string& file) {
        return source_file("geodata/maidstone/" + file);
    };
    folder.write("maidstone.hexjson", read_file(source_file("tests/cli/maidstone.hexjson")));
    folder.write("project.toml",
                 fmt::format(R"([project]
area = "Maidstone"
[boundaries]
source = "{}"
[denominator.residents]
table = "{}"
value = "population_2011"
[[category]]
id = "asb"
title = "Anti-social behaviour"
table = "{}"
value = "incidents"
measure = "rate"
denominator = "residents"
map = "tiles"
[tiles]
source = "maidstone.hexjson"
)",
                             at("wards/maidstone_wards.shp"), at("tables/population.csv"),
                             at("tables/asb_2014.csv")));
    const auto done = run(folder.path(), "draw project.toml --lint --only maps");
    INFO(done.err);
    REQUIRE(done.code == 0);
    CHECK(done.err.find("tile") == std::string::npos); // all 26, and no others
    const auto svg = read_file(folder.path() / "output/project/maps/asb.svg");
    CHECK(svg.find("Map of 26 wards as tiles") != std::string::npos);
}
