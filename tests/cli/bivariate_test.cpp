// SPDX-License-Identifier: MIT
// [[bivariate]] through the program, on files.
#include <filesystem>

#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;

namespace {

const std::string both = R"(
[[category]]
id = "people"
title = "Residents"
table = "population.csv"
value = "residents"
measure = "count"
[[bivariate]]
id = "people-asb"
x = "asb"
x_name = "disorder"
y = "people"
)";

bool holds(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("A bivariate map is in every product", "[program][bivariate]") {
    const TempFolder folder;
    write_four_wards(folder, std::string(four_wards_project) + both);
    const auto done = run(folder.path(), "draw project.toml --out out --only maps,data,book");
    INFO(done.err);
    REQUIRE(done.code == 0);
    for (const char* const ending : {"png", "svg", "pdf", "txt"}) {
        CHECK(std::filesystem::exists(folder.path() / "out/maps" /
                                      (std::string("people-asb.") + ending)));
    }
    const auto at = [&](const char* name) { return read_file(folder.path() / "out" / name); };
    CHECK(holds(at("maps/people-asb.svg"), "Residents and disorder"));
    CHECK(holds(at("data/wards.csv"), "people-asb_class,people-asb_words,people-asb_state"));
    CHECK(holds(at("data/wards.csv"), "C3,high Residents and high disorder,known"));
    CHECK(holds(at("data/summary.txt"), "Residents and disorder"));
    CHECK(holds(at("data/wards.csv-metadata.json"), "people%2Dasb_class"));
    CHECK(holds(at("audit.txt"), "Bivariate map people-asb: Residents and disorder"));
    const auto study = nlohmann::json::parse(at("data/study.json"));
    const auto& map = study.at("bivariates").at(0);
    CHECK(map.at("id") == "people-asb");
    CHECK(map.at("wards").at(3).at("class") == "C3");
    const auto manifest = nlohmann::json::parse(at("manifest.json"));
    CHECK(manifest.at("settings").at("bivariates").at(0) == "people-asb");
    const auto again = run(folder.path(), "verify out --project project.toml --threads 2");
    INFO(again.out);
    CHECK(again.code == 0);
}

TEST_CASE("A bivariate map is drawn if both its categories are", "[program][bivariate]") {
    const TempFolder folder;
    write_four_wards(folder, std::string(four_wards_project) + both);
    REQUIRE(run(folder.path(), "draw project.toml --out one --only maps --category asb").code == 0);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "one/maps/people-asb.svg"));
    REQUIRE(run(folder.path(),
                "draw project.toml --out two --only maps --category asb --category people")
                .code == 0);
    CHECK(std::filesystem::exists(folder.path() / "two/maps/people-asb.svg"));
}

TEST_CASE("A bivariate map of an unknown category is refused with its line",
          "[program][bivariate]") {
    const TempFolder folder;
    write_four_wards(folder, std::string(four_wards_project) +
                                 "[[bivariate]]\nid = \"x\"\nx = \"asb\"\ny = \"abs\"\n");
    const auto done = run(folder.path(), "check project.toml");
    CHECK(done.code == 1);
    CHECK(done.out.empty());
    CHECK(holds(done.err, "error: project.toml:"));
    CHECK(holds(done.err, "there is no category \"abs\""));
    CHECK(holds(done.err, "help: did you mean \"asb\"?"));
}

TEST_CASE("check names a map that cannot be drawn", "[program][bivariate]") {
    const TempFolder folder;
    write_four_wards(folder, std::string(four_wards_project) + both);
    folder.write("population.csv", "code,name,residents\nE05000001,North,1000\n"
                                   "E05000002,North Downs,1000\nE05000003,Park Wood,1000\n"
                                   "E05000004,High Street,1000\n");
    const auto done = run(folder.path(), "check project.toml");
    CHECK(done.code == 0);
    CHECK(holds(done.out, "people-asb: the map is not drawn: the known figures are all of one "
                          "class in \"people\""));
    CHECK(run(folder.path(), "check project.toml --strict").code == 1);
}
