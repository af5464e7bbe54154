// SPDX-License-Identifier: MIT
// Boundaries outside Great Britain, on the wrong side of the world, or in a system that does not
// suit them; fields that are found by content.
#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "support/catch.h"
#include "support/files.h"
#include "wards/district_filter.h"
#include "wards/kind_of_area.h"
#include "wards/proposed_crs.h"
#include "wards/read_wards.h"

using namespace wardmap;
using testing::TempFolder;

namespace {

/// A square of 0.02 degrees, with these properties.
std::string square(const std::string& properties, double x, double y) {
    constexpr double d = 0.02;
    return fmt::format(
        R"({{"type":"Feature","properties":{{{}}},"geometry":{{"type":"Polygon","coordinates":)"
        R"([[[{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
        properties, x, y, x + d, y, x + d, y + d, x, y + d, x, y);
}

std::string collection(const std::vector<std::string>& features) {
    std::string all;
    for (const auto& feature : features) {
        all += (all.empty() ? "" : ",") + feature;
    }
    return R"({"type":"FeatureCollection","features":[)" + all + "]}";
}

wards::BoundarySource source_of(const TempFolder& folder, const std::string& text) {
    wards::BoundarySource source;
    source.file = {"w.geojson", folder.write("w.geojson", text)};
    return source;
}

std::string two_at(double x, double y) {
    return collection({square(R"("code":"A1","name":"North")", x, y),
                       square(R"("code":"A2","name":"South")", x + 0.02, y)});
}

std::string failure(const wards::BoundarySource& source, const std::string& crs = "") {
    try {
        (void)wards::read_wards(source, crs);
    } catch (const InputError& error) {
        return to_text(error.findings().front());
    }
    return "no failure";
}

bool has(const Findings& findings, Severity severity, const std::string& text) {
    return std::ranges::any_of(findings, [&](const Finding& finding) {
        return finding.severity == severity && finding.found.find(text) != std::string::npos;
    });
}

} // namespace

TEST_CASE("Outside Great Britain the system is chosen by place, and named", "[wards][place]") {
    const TempFolder folder;
    const auto set = wards::read_wards(source_of(folder, two_at(-90.25, 38.65)), "");
    CHECK(set.crs == "EPSG:32615");
    CHECK(has(set.findings, Severity::note, "the boundaries are outside Great Britain"));
    // 0.02 degrees of longitude at 38.66 N and of latitude, on the GRS 80 ellipsoid: 1,740.7 by
    // 2,220.3 m (tables of the length of a degree).
    CHECK(set.wards[0].area_m2 == Approx(1740.7 * 2220.3).epsilon(0.003));
    CHECK(wards::read_wards(source_of(folder, two_at(0.5, 51.3)), "").crs == "EPSG:27700");
}

TEST_CASE("A system that does not suit the place is refused with one that does", "[wards][place]") {
    const TempFolder folder;
    const auto far = source_of(folder, two_at(-90.25, 38.65));
    CHECK_FALSE(has(wards::read_wards(far, "EPSG:32615").findings, Severity::warning, "in EPSG"));
    CHECK(failure(far, "EPSG:27700") ==
          "error: w.geojson: the boundaries (38.65 to 38.67 N, 90.25 to 90.21 W) are outside the "
          "area of use of EPSG:27700 (OSGB36 / British National Grid)\n"
          "  expected: a projected system for that place, such as EPSG:32615 (WGS 84 / UTM zone "
          "15N)\n"
          "  help: [project] crs = \"EPSG:32615\", or leave it out");
    const auto kent = source_of(folder, two_at(0.5, 51.3));
    CHECK(failure(kent, "EPSG:3857").find("areas would be 2.6 times as large as they are") !=
          std::string::npos);
    CHECK(failure(kent, "EPSG:4326").find("is not a projected coordinate reference system") !=
          std::string::npos);
    // Europe's equal-area grid keeps areas, but Kent is ten degrees west of its centre.
    const auto turned = wards::read_wards(source_of(folder, two_at(-4.2, 51.7)), "EPSG:3035");
    CHECK(has(turned.findings, Severity::warning, "the map is turned by 11 degrees from north"));
}

TEST_CASE("Latitude before longitude is an error, not a map off Somalia", "[wards][place]") {
    const TempFolder folder;
    const auto swapped = source_of(folder, two_at(51.3, 0.5));
    CHECK(failure(swapped).find("are in the Indian Ocean (0.50 to 0.52 N, 51.30 to 51.34 E): the "
                                "file seems to have latitude before longitude") !=
          std::string::npos);
    CHECK(wards::read_wards(swapped, "EPSG:32639").wards.size() == 2); // intended
}

TEST_CASE("An unknown datum is a warning with help", "[wards][place]") {
    const TempFolder folder;
    auto source = source_of(folder, two_at(0.5, 51.3));
    source.crs = R"(GEOGCS["unknown",DATUM["D_Unknown_based_on_WGS84_ellipsoid",)"
                 R"(SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],)"
                 R"(UNIT["degree",0.0174532925199433]])";
    const auto set = wards::read_wards(source, "");
    CHECK(
        has(set.findings, Severity::warning, "is not known, so the transformation to EPSG:27700"));
    source.crs = "EPSG:4326";
    CHECK_FALSE(has(wards::read_wards(source, "").findings, Severity::warning, "datum"));
}

TEST_CASE("For coordinates without a CRS the likely one is proposed", "[wards][place]") {
    const TempFolder folder;
    const auto topology = [&](double x, double y) {
        wards::BoundarySource source;
        const auto text = fmt::format(
            R"({{"type":"Topology","objects":{{"w":{{"type":"GeometryCollection","geometries":[)"
            R"({{"type":"Polygon","properties":{{"code":"A1","name":"N"}},"arcs":[[0]]}}]}}}},)"
            R"("arcs":[[[{},{}],[{},{}],[{},{}],[{},{}]]]}})",
            x, y, x + 1, y, x + 1, y + 1, x, y);
        source.file = {"w.topojson", folder.write("w.topojson", text)};
        return source;
    };
    CHECK(failure(topology(0.5, 51.2)).find("help: [boundaries] crs = \"EPSG:4326\"") !=
          std::string::npos);
    CHECK(wards::proposed_crs(topology(0.5, 51.2)) == "EPSG:4326");
    CHECK(wards::proposed_crs(topology(576000, 155000)) == "EPSG:27700");
    auto given = topology(0.5, 51.2);
    given.crs = "EPSG:4326";
    CHECK(wards::proposed_crs(given).empty());
    CHECK(wards::proposed_crs(source_of(folder, two_at(0.5, 51.3))).empty()); // GeoJSON states it
}

TEST_CASE("Codes and names are found by the fields' content, and one of them is enough",
          "[wards][fields]") {
    const TempFolder folder;
    const auto read = [&](const std::string& a, const std::string& b) {
        return wards::read_wards(
            source_of(folder, collection({square(a, 0.5, 51.3), square(b, 0.52, 51.3)})), "");
    };
    auto set = read(R"("OBJECTID":1,"Ward":"North Downs","WardCode":"E05000001","LA":"E07000110")",
                    R"("OBJECTID":2,"Ward":"Park Wood","WardCode":"E05000002","LA":"E07000110")");
    CHECK(set.code_field == "WardCode");
    CHECK(set.name_field == "Ward");
    CHECK(set.wards[0].district == std::vector<std::string>{"E07000110"});
    CHECK(set.noun.plural == "wards");
    set = read(R"("id":7,"precinct":"P-01","url":"http://a.b/1")",
               R"("id":8,"precinct":"P-02","url":"http://a.b/2")");
    CHECK(set.code_field == "precinct");
    CHECK(set.name_field == "precinct");
    CHECK(set.wards[1].name == "P-02");
    set = read(R"("label":"Northgate","pop":12)", R"("label":"Southgate","pop":14)");
    CHECK(set.code_field == "label");
    CHECK(set.wards[0].code == "Northgate");
    CHECK(has(set.findings, Severity::note, "there is no field of codes"));
    set = read(R"("lsoa21cd":"E01003189","lsoa21nm":"Lewisham 001A")",
               R"("lsoa21cd":"E01003190","lsoa21nm":"Lewisham 001B")");
    CHECK(set.noun.plural == "LSOAs");
    CHECK(failure(source_of(folder, collection({square(R"("area":1.5)", 0.5, 51.3)})))
              .find("no field holds a code or a name of each area: there are area") !=
          std::string::npos);
}

TEST_CASE("Areas are named after the kind of their codes", "[wards][fields]") {
    CHECK(wards::noun_of("E05004996")->singular == "ward");
    CHECK(wards::noun_of("W01001957")->singular == "LSOA");
    CHECK(wards::noun_of("E02006781")->plural == "MSOAs");
    CHECK(wards::noun_of("W06000015")->plural == "unitary authorities");
    CHECK(wards::noun_of("E12000008")->singular == "region");
    CHECK_FALSE(wards::noun_of("29UHGW"));
    CHECK_FALSE(wards::noun_of("E0500499"));
    CHECK(wards::noun_of_all({"E07000110", "E06000035"}).plural == "districts");
    CHECK(wards::noun_of_all({"E09000001", "E06000035"}).plural == "districts");
    CHECK(wards::noun_of_all({"E05000001", "E01000001"}).plural == "wards");
    CHECK(wards::noun_of_all({"29UHGW"}).plural == "wards");
}

TEST_CASE("A vertex that is not a number is an error that names it", "[wards][place]") {
    const TempFolder folder;
    auto text = two_at(0.5, 51.3);
    const auto at = text.find("0.52,51.3]");
    text.replace(at, 4, "NaN");
    const auto message = failure(source_of(folder, text));
    INFO(message);
    CHECK((message.find("vertex 2 is not a number") != std::string::npos ||
           message.find("cannot be read") != std::string::npos));
}

TEST_CASE("The filter of a district uses the field that holds it", "[wards][fields]") {
    const TempFolder folder;
    const auto source = source_of(
        folder, collection({square(R"("code":"A1","name":"N","lad name":"King's Lynn")", 0.5, 51.3),
                            square(R"("code":"A2","name":"S","lad name":"Other")", 0.52, 51.3)}));
    CHECK(wards::district_filter(source, "King's Lynn") == "\"lad name\" = 'King''s Lynn'");
    CHECK(wards::district_filter(source, "Nowhere").empty());
    auto narrowed = source;
    narrowed.where = wards::district_filter(source, "King's Lynn");
    CHECK(wards::read_wards(narrowed, "").wards.size() == 1);
}
