// SPDX-License-Identifier: MIT
// Boundaries in the usual formats and code pages.
#include "wards/read_wards.h"

#include <algorithm>
#include <cstdlib>

#include "base/error.h"
#include "support/catch.h"
#include "support/project_files.h"
#include "support/zip_file.h"
#include "wards/guess_fields.h"

using namespace wardmap;
using testing::TempFolder;

namespace {

const std::vector<testing::NamedCode> welsh = {
    {"W05000001", "Felin-fâch"}, {"W05000002", "Pen-y-groes"}, {"W05000003", "Llandysilio-gôgo"}};

/// A shapefile "wards.shp" of the Welsh wards in the folder.
std::string shapefile(const TempFolder& folder, const std::string& encoding) {
    folder.write("from.geojson", testing::squares_geojson(welsh));
    const auto path = (folder.path() / "wards.shp").string();
    const auto command = "ogr2ogr -f 'ESRI Shapefile' -overwrite -lco ENCODING=" + encoding + " '" +
                         path + "' '" + (folder.path() / "from.geojson").string() + "' 2>/dev/null";
    REQUIRE(std::system(command.c_str()) == 0);
    return path;
}

WardSet wards_of(const std::string& path, const std::string& encoding = "") {
    wards::BoundarySource source;
    source.file.resolved = path;
    source.file.written = std::filesystem::path(path).filename().string();
    source.encoding = encoding;
    return wards::read_wards(source);
}

std::string failure(const std::string& path) {
    try {
        (void)wards_of(path);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

} // namespace

TEST_CASE("Names of a shapefile are read in its code page, declared or detected", "[wards]") {
    const TempFolder folder;
    for (const char* const encoding : {"UTF-8", "CP850", "ISO-8859-1"}) {
        INFO(encoding);
        const auto path = shapefile(folder, encoding);
        CHECK(wards_of(path).wards.at(0).name == "Felin-fâch");
        std::filesystem::remove(folder.path() / "wards.cpg"); // as in many shapefiles
        const auto set = wards_of(path);
        CHECK(set.wards.at(0).name == "Felin-fâch");
        CHECK(set.wards.at(2).name == "Llandysilio-gôgo");
        CHECK(set.encoding == (encoding == std::string("ISO-8859-1") ? "WINDOWS-1252" : encoding));
    }
    const auto dos = shapefile(folder, "CP850");
    std::filesystem::remove(folder.path() / "wards.cpg");
    CHECK(wards_of(dos, "CP850").wards.at(2).name == "Llandysilio-gôgo");
}

TEST_CASE("A zipped shapefile is read, also from a folder within and from a path with spaces",
          "[wards]") {
    const TempFolder folder;
    shapefile(folder, "UTF-8");
    for (const std::string inner : {"", "Ward boundaries 2013/"}) {
        INFO(inner);
        std::vector<std::pair<std::string, std::string>> files;
        for (const char* const ending : {"shp", "shx", "dbf", "prj", "cpg"}) {
            const auto name = "wards." + std::string(ending);
            files.emplace_back(inner + name, testing::read_file(folder.path() / name));
        }
        const auto path =
            folder.write("my wards (2013) & more/the wards.zip", testing::zip_of(files));
        const auto set = wards_of(path);
        CHECK(set.wards.size() == 3);
        CHECK(set.wards.at(0).name == "Felin-fâch");
    }
    std::vector<std::pair<std::string, std::string>> from_mac;
    for (const char* const ending : {"shp", "shx", "dbf", "prj", "cpg"}) {
        const auto name = "wards." + std::string(ending);
        from_mac.emplace_back(name, testing::read_file(folder.path() / name));
        from_mac.emplace_back("__MACOSX/._" + name, "Mac OS X");
    }
    CHECK(wards_of(folder.write("mac.zip", testing::zip_of(from_mac))).wards.size() == 3);
    CHECK(failure(folder.write("none.zip", testing::zip_of({{"readme.txt", "hello"}})))
              .starts_with("error: none.zip: the zip has no shapefile\n"));
}

TEST_CASE("TopoJSON boundaries are read", "[wards]") {
    const TempFolder folder;
    const std::string topology =
        R"({"type":"Topology","objects":{"wards":{"type":"GeometryCollection","geometries":[)"
        R"({"type":"Polygon","arcs":[[0,1]],"properties":{"WD13CD":"E05000001","WD13NM":"North"}},)"
        R"({"type":"Polygon","arcs":[[2,-1]],"properties":{"WD13CD":"E05000002","WD13NM":"South"}}]}},)"
        R"("arcs":[[[0.5,51.2],[0.6,51.2]],[[0.6,51.2],[0.6,51.3],[0.5,51.3],[0.5,51.2]],)"
        R"([[0.5,51.2],[0.5,51.1],[0.6,51.1],[0.6,51.2]]]})";
    wards::BoundarySource source;
    source.file.resolved = folder.write("wards.topojson", topology);
    source.file.written = "wards.topojson";
    source.crs = "EPSG:4326";
    const auto set = wards::read_wards(source);
    REQUIRE(set.wards.size() == 2);
    CHECK(set.wards[1].name == "South");
    CHECK(set.wards[0].area_m2 == Approx(7.8e7).epsilon(0.05));
}

TEST_CASE("The field names of every year are known", "[wards]") {
    for (int year = 11; year <= 25; ++year) {
        for (const std::string kind : {"WD", "wd", "CMWD", "LAD", "Lad", "LSOA", "MSOA"}) {
            const auto code = kind + std::to_string(year) + (kind == "wd" ? "cd" : "CD");
            const auto name = kind + std::to_string(year) + (kind == "wd" ? "nm" : "NM");
            Findings findings;
            gdal::Layer layer;
            layer.fields = {"OBJECTID", name, code, "Shape_Area"};
            const auto fields = wards::find_fields(layer, {}, findings);
            INFO(code);
            CHECK(fields.code == 2);
            CHECK(fields.name == 1);
            CHECK(fields.district.empty());
        }
    }
}

TEST_CASE("The district of wards is found by its field's name", "[wards]") {
    Findings findings;
    const auto find = [&](const std::vector<std::string>& fields, const std::string& district) {
        gdal::Layer layer;
        layer.fields = fields;
        wards::BoundarySource source;
        source.district = district;
        return wards::find_fields(layer, source, findings).district;
    };
    CHECK(find({"WD23CD", "WD23NM", "LAD23CD", "LAD23NM"}, "") == std::vector<std::size_t>{2, 3});
    CHECK(find({"WD13CD", "WD13NM", "LADCD"}, "") == std::vector<std::size_t>{2});
    CHECK(find({"LAD23CD", "LAD23NM"}, "").empty());
    CHECK(find({"WD13CD", "WD13NM", "borough"}, "borough") == std::vector<std::size_t>{2});
}
