// SPDX-License-Identifier: MIT
#include "study/surroundings/context.h"

#include <algorithm>

#include "base/error.h"
#include "project/read_project.h"
#include "study/run_study.h"
#include "support/catch.h"
#include "support/project_files.h"

using namespace wardmap;

namespace {

const char* const stations = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Maidstone East","use":"rail"},
 "geometry":{"type":"Point","coordinates":[0.5363,51.2780]}},
{"type":"Feature","properties":{"name":"Paris","use":"rail"},
 "geometry":{"type":"Point","coordinates":[2.3,48.8]}},
{"type":"Feature","properties":{"name":"Bus stop","use":"bus"},
 "geometry":{"type":"Point","coordinates":[0.5363,51.2781]}}]})";

const std::string points = "path = \"context/stations.geojson\"\nkind = \"points\"\n";

Study study_with(const testing::TempFolder& folder, const std::string& layer) {
    folder.write("context/stations.geojson", stations);
    const auto path = testing::write_four_wards(folder, std::string(testing::four_wards_project) +
                                                            "\n[[layer]]\n" + layer);
    return run_study(project::read_project(path), {});
}

std::string refusal(const testing::TempFolder& folder, const std::string& layer) {
    try {
        (void)study_with(folder, layer);
    } catch (const InputError& error) {
        return error.what();
    }
    return "nothing";
}

bool says(const std::string& text, const std::string& what) {
    UNSCOPED_INFO(text);
    return text.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("A layer is filtered, transformed to the wards' CRS and kept if it reaches the map",
          "[context]") {
    const testing::TempFolder folder;
    const auto study = study_with(
        folder, points + "name = \"name\"\nwhere = \"\\\"use\\\" = 'rail'\"\ntitle = \"Stations\"");
    REQUIRE(study.layers.size() == 1);
    REQUIRE(study.layers[0].features.size() == 1); // neither Paris nor the bus stop
    CHECK(study.layers[0].features[0].label == "Maidstone East");
    CHECK(study.layers[0].spec.title == "Stations");
    CHECK(study.layers[0].spec.position == project::LayerSpec::Position::above);
    CHECK(study.wards.extent().contains(study.layers[0].features[0].points.at(0)));
    // In the manifest, with its hash.
    const auto file =
        std::find_if(study.inputs.begin(), study.inputs.end(), [](const InputFile& input) {
            return input.path == "context/stations.geojson";
        });
    REQUIRE(file != study.inputs.end());
    CHECK(file->sha256.size() == 64);
    CHECK_FALSE(file->secret);
}

TEST_CASE("A layer with nothing on the map is reported", "[context]") {
    const testing::TempFolder folder;
    const auto study = study_with(folder, points + "where = \"name = 'Paris'\"");
    CHECK(study.layers.at(0).features.empty());
    const auto reported =
        std::any_of(study.findings.begin(), study.findings.end(), [](const Finding& finding) {
            return finding.found == "nothing of the layer \"stations\" is on the map" &&
                   finding.severity == Severity::warning &&
                   finding.help == "another where under [[layer]]";
        });
    CHECK(reported);
}

TEST_CASE("Layers that cannot be drawn are refused with help", "[context]") {
    const testing::TempFolder folder;
    const auto lines = "path = \"context/stations.geojson\"\nkind = \"lines\"\n";
    CHECK(says(refusal(folder, lines), "the layer holds no lines; it holds points"));
    CHECK(says(refusal(folder, lines), "help: [[layer]] kind = \"points\""));
    CHECK(says(refusal(folder, points + "name = \"nam\""), "did you mean \"name\"?"));
    CHECK(says(refusal(folder, points + "where = \"nonsense =\""), "the filter where = "));
    CHECK(says(refusal(folder, "path = \"rivers.gpkg\"\nkind = \"lines\""), "rivers.gpkg"));
    CHECK(says(refusal(folder, "path = \"context/stations.geojson\""),
               "the kind of the layer is missing"));
    CHECK(says(refusal(folder, points + "style = \"river\""),
               "the style \"river\" does not apply to points"));
    CHECK(says(refusal(folder, points + "style = \"place\""), "place names need the column"));
    CHECK(says(refusal(folder, points + "colour = \"red\""), "colour"));
    CHECK(says(refusal(folder, "path = \"wards.geojson\"\nkind = \"areas\"\nposition = \"above\""),
               "areas above the wards would hide them"));
    CHECK(says(refusal(folder, lines + std::string("name = \"name\"")),
               "names are drawn for areas and points only"));
}
