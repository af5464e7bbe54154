// SPDX-License-Identifier: MIT
// The data products beside wards.csv: study.json, the workbook, the GeoPackage, the metadata.
#include <filesystem>

#include <nlohmann/json.hpp>

#include "gdal/zip_file.h"
#include "project/read_project.h"
#include "publish/publish.h"
#include "style/read_style.h"
#include "support/catch.h"
#include "support/json_schema.h"
#include "support/maidstone.h"
#include "support/project_files.h"
#include "support/same_figures.h"

using namespace wardmap;
using testing::TempFolder;
using testing::WardTable;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// Publishes the data of a study into a folder, and returns their path.
fs::path publish_data(const Study& study, const TempFolder& folder) {
    publish::Options options;
    options.folder = (folder.path() / "out").string();
    options.products = {project::Product::data};
    (void)publish::publish(study, style::read_style("committee"), options);
    return folder.path() / "out" / "data";
}

const Study& kent() {
    static const Study study =
        run_study(project::read_project(testing::source_file("geodata/kent/kent.toml")), {});
    return study;
}

/// Suppressed and missing figures, hostile names, a rule, and ids that differ only in case and a
/// hyphen.
Study hostile() {
    const TempFolder folder;
    auto wards = testing::four_wards();
    wards[0].name = "=HYPERLINK(&quot;x&quot;)";
    wards[1].name = "<script>alert(1)</script>";
    wards[2].name = "@SUM(1)";
    testing::write_four_wards(
        folder, std::string(testing::four_wards_project) +
                    "[[category]]\nid = \"a-b\"\ntable = \"asb.csv\"\nvalue = \"incidents\"\n"
                    "suppression = { marks = { \"*\" = [0, 4] }, publish_below = 20 }\n"
                    "note = \"]]> & <b>\"\nmap = \"circles\"\n"
                    "[[category]]\nid = \"a_b\"\ntable = \"asb.csv\"\nvalue = \"incidents\"\n"
                    "suppression = { marks = { \"*\" = [0, 4] } }\n");
    folder.write("wards.geojson", testing::squares_geojson(wards));
    folder.write("asb.csv", "code,incidents\nE05000001,10\nE05000002,*\nE05000003,100\n");
    return run_study(project::read_project((folder.path() / "project.toml").string()), {});
}

} // namespace

TEST_CASE("study.json conforms to its schema, which is beside it", "[publish][data]") {
    for (const auto& study : {testing::maidstone(), kent(), hostile()}) {
        const TempFolder folder;
        const auto data = publish_data(study, folder);
        const auto json = Json::parse(testing::read_file(data / "study.json"));
        const auto schema = testing::read_file(data / json["$schema"].get<std::string>());
        CHECK(testing::JsonSchema(Json::parse(schema)).fault(json).empty());
        CHECK(testing::JsonSchema(Json::parse(schema)).fault(json) == "");
        auto wrong = json;
        wrong["categories"][0]["wards"][0]["secret"] = 3;
        CHECK(testing::JsonSchema(Json::parse(schema)).fault(wrong) ==
              "/categories/0/wards/0: secret is not described");
        wrong = json;
        wrong["categories"][0]["banding"].erase("gvf");
        CHECK(testing::JsonSchema(Json::parse(schema)).fault(wrong) ==
              "/categories/0/banding: lacks gvf");
    }
}

TEST_CASE("Every member of the schema has a meaning", "[publish][data]") {
    const auto schema =
        Json::parse(testing::read_file(testing::source_file("styles/data/study.schema.json")));
    const std::function<void(const Json&)> look = [&](const Json& node) {
        if (node.is_object() && node.contains("properties")) {
            CHECK(node["additionalProperties"] == false);
            for (const auto& [name, member] : node["properties"].items()) {
                INFO(name);
                CHECK(member.contains("description"));
            }
        }
        for (const auto& part : node) {
            if (part.is_structured()) look(part);
        }
    };
    look(schema);
}

TEST_CASE("study.json, wards.gpkg and wards.xlsx agree with wards.csv", "[publish][data]") {
    for (const auto& study : {testing::maidstone(), kent(), hostile()}) {
        const TempFolder folder;
        const auto data = publish_data(study, folder);
        const WardTable csv(testing::read_file(data / "wards.csv"));
        testing::check_same_json(csv, testing::read_file(data / "study.json"));
        testing::check_same_geopackage(csv, (data / "wards.gpkg").string());
        testing::check_same_workbook(csv, (data / "wards.xlsx").string());
    }
}

TEST_CASE("Colours, bands and counts of study.json are those of the map", "[publish][data]") {
    const TempFolder folder;
    const auto& study = testing::maidstone();
    const auto data = publish_data(study, folder);
    const auto json = Json::parse(testing::read_file(data / "study.json"));
    const auto& asb = json["categories"][0];
    CHECK(asb["whole_area"] == "22.3");
    CHECK(asb["banding"]["bands"].size() == 5);
    CHECK(asb["banding"]["bands"][4]["colour"] == "#6c0018");
    CHECK(asb["banding"]["bands"][4]["range"] == "50.0–88.0");
    const auto& assault = json["categories"][8];
    CHECK(assault["id"] == "assault");
    std::size_t suppressed = 0;
    for (const auto& row : assault["wards"]) {
        if (row["state"] != "suppressed") continue;
        ++suppressed;
        CHECK(row["value"].is_null());
        CHECK(row["rank"].is_null());
        CHECK(row["low"] == 0);
        CHECK(row["high"] == 4);
    }
    CHECK(suppressed > 0);
    CHECK(assault["states"]["suppressed"] == suppressed);
}

TEST_CASE("The CSV's metadata have every column, in order", "[publish][data]") {
    for (const auto& study : {testing::maidstone(), hostile()}) {
        const TempFolder folder;
        const auto data = publish_data(study, folder);
        const WardTable csv(testing::read_file(data / "wards.csv"));
        const auto json = Json::parse(testing::read_file(data / "wards.csv-metadata.json"));
        CHECK(json["@context"][0] == "http://www.w3.org/ns/csvw");
        CHECK(fs::exists(data / json["url"].get<std::string>()));
        CHECK(json["tableSchema"]["primaryKey"] == "ward_code");
        const auto& columns = json["tableSchema"]["columns"];
        REQUIRE(columns.size() == csv.columns().size());
        std::set<std::string> names;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto& column = columns[i];
            INFO(column.dump());
            CHECK(column["titles"] == csv.columns()[i]);
            CHECK(names.insert(column["name"].get<std::string>()).second);
            CHECK(column["name"].get<std::string>().find('-') == std::string::npos);
            CHECK_FALSE(column["dc:description"].get<std::string>().empty());
            // Every cell has the datatype, or is one of the marks declared by the column.
            const auto nulls = column.value("null", Json::array({""}));
            for (std::size_t ward = 0; ward < csv.wards(); ++ward) {
                const auto cell = csv.cell(csv.columns()[i], ward);
                const bool null = std::find(nulls.begin(), nulls.end(), Json(cell)) != nulls.end();
                if (null || column["datatype"] == "string") continue;
                const auto number = text::parse_number(cell);
                REQUIRE(number);
                if (column["datatype"] == "integer") CHECK(*number == std::floor(*number));
            }
        }
    }
}

TEST_CASE("The workbook follows the guidance: one named table on each sheet, no blank rows",
          "[publish][data]") {
    const TempFolder folder;
    const auto data = publish_data(hostile(), folder);
    const auto path = (data / "wards.xlsx").string();
    const auto sheets = testing::sheets_of(path);
    CHECK(sheets ==
          std::vector<std::string>{"Cover", "Notes", "Definitions", "Wards", "asb", "a-b", "a_b"});
    std::size_t tables = 0;
    for (const auto& entry : gdal::entries_of(path)) {
        INFO(entry.name);
        if (entry.name.starts_with("xl/tables/")) ++tables;
        if (!entry.name.starts_with("xl/worksheets/sheet")) continue;
        CHECK(entry.content.find("mergeCell") == std::string::npos);
        CHECK(entry.content.find("<pane") == std::string::npos);
        CHECK(entry.content.find("<f>") == std::string::npos);
        CHECK(entry.content.find("<tableParts count=\"1\">") != std::string::npos);
    }
    CHECK(tables == sheets.size());
    for (const auto& name : sheets) {
        const auto lines = testing::lines_of(path, name);
        INFO(name);
        std::size_t line = 0;
        for (const auto& row : lines) {
            CHECK(row.line == ++line);
            CHECK_FALSE(row.cells.front().empty());
        }
    }
    const auto asb = testing::lines_of(path, "asb");
    CHECK(asb[0].cells[0] == "Anti-social behaviour, 2014");
    CHECK(asb[2].cells[0].starts_with("This worksheet contains one table"));
    CHECK(asb[3].cells[0] ==
          "Abbreviations used in this table: [c] = confidential: the figure is withheld; [x] = "
          "not available: no figure was supplied; [z] = not applicable, or not calculable (no "
          "denominator).");
    const auto notes = testing::lines_of(path, "Notes");
    CHECK(notes.back().cells[1].starts_with("Counts under 20 are withheld"));
}
