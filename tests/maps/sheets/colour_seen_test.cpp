// SPDX-License-Identifier: MIT
// Painted colours of a sheet: those of the bands are visible, and a grey style is grey.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "maps/ground/base_map.h"
#include "maps/sheets/bivariate_sheet.h"
#include "maps/sheets/category_sheet.h"
#include "maps/sheets/contact_sheet.h"
#include "paint/canvas.h"
#include "paint/png.h"
#include "project/read_project.h"
#include "study/run_study.h"
#include "style/read_style.h"
#include "support/catch.h"
#include "support/csv.h"
#include "support/project_files.h"

using namespace wardmap;
using testing::TempFolder;

namespace {

/// The wards of a sheet as plain areas, and items that cover parts of the map.
paint::Scene bare_wards(const paint::Scene& sheet) {
    paint::Scene bare = sheet;
    bare.items.clear();
    for (const auto& item : sheet.items) {
        const auto* const shape = std::get_if<paint::Shape>(&item);
        if (shape == nullptr) continue;
        const bool is_ward = shape->css.starts_with("ward band-");
        if (!is_ward && shape->css != "inset-paper") continue;
        auto plain = *shape;
        plain.stroke.reset();
        plain.hatch.reset();
        bare.items.emplace_back(std::move(plain));
    }
    return bare;
}

bool looks_like(paint::Colour a, paint::Colour b) {
    constexpr int most = 24;
    return std::abs(a.r - b.r) <= most && std::abs(a.g - b.g) <= most &&
           std::abs(a.b - b.b) <= most;
}

/// The share of the printed area of each band, by its class, that shows the band's own colour.
std::map<std::string, double> shares_seen(const paint::Scene& sheet) {
    constexpr double dpi = 300;
    const auto bare = paint::decode_png(paint::to_png(bare_wards(sheet), dpi));
    const auto whole = paint::decode_png(paint::to_png(sheet, dpi));
    std::map<std::string, paint::Colour> colours;
    for (const auto& item : sheet.items) {
        const auto* const shape = std::get_if<paint::Shape>(&item);
        if (shape != nullptr && shape->css.starts_with("ward band-")) {
            colours[shape->css] = *shape->fill;
        }
    }
    std::map<std::string, double> shares;
    for (const auto& [css, colour] : colours) {
        double all = 0;
        double seen = 0;
        for (std::size_t i = 0; i < bare.pixels.size(); ++i) {
            if (!(bare.pixels[i] == colour)) continue;
            ++all;
            if (looks_like(whole.pixels[i], colour)) ++seen;
        }
        if (all > 0) shares[css] = seen / all;
    }
    return shares;
}

void check_seen(const Study& study, const std::string& style_name) {
    const paint::TextMetrics metrics;
    const auto style = style::read_style(style_name);
    const auto sheet = maps::lay_out_sheet(study, study.categories[0], style, metrics);
    for (const auto& [css, share] : shares_seen(sheet.scene)) {
        INFO(style_name << ": " << css);
        CHECK(share >= 0.5);
    }
}

/// 11 x 12 wards in a county of which one corner is a town of small wards with high rates.
Study county_with_town(const TempFolder& folder) {
    std::string features;
    std::string table = "code,n,pop\n";
    int n = 0;
    const auto add = [&](double x, double y, double side, int count) {
        const auto code = "E05" + std::to_string(100000 + n);
        features += fmt::format(
            R"({}{{"type":"Feature","properties":{{"WD13CD":"{}","WD13NM":"Ward {}"}},"geometry":)"
            R"({{"type":"Polygon","coordinates":[[[{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
            n == 0 ? "" : ",", code, n, x, y, x + side, y, x + side, y + side, x, y + side, x, y);
        table += code + "," + std::to_string(count) + ",3000\n";
        ++n;
    };
    for (int i = 0; i < 12; ++i) {
        for (int j = 0; j < 11; ++j) {
            const double x = 500000 + 5000 * i;
            const double y = 150000 + 5000 * j;
            if (i != 5 || j != 5) {
                add(x, y, 5000, 20 + (i * 7 + j * 3) % 15);
                continue;
            }
            for (int k = 0; k < 25; ++k) {
                add(x + 1000 * (k % 5), y + 1000 * (k / 5), 1000, k == 12 ? 700 : 150 + 11 * k);
            }
        }
    }
    folder.write("wards.geojson",
                 R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":)"
                 R"("urn:ogc:def:crs:EPSG::27700"}},"features":[)" +
                     features + "]}");
    folder.write("t.csv", table);
    return run_study(
        project::read_project(folder.write(
            "project.toml", "[boundaries]\nsource = \"wards.geojson\"\n[denominator.residents]\n"
                            "table = \"t.csv\"\nvalue = \"pop\"\n[[category]]\nid = \"c\"\n"
                            "title = \"Burglary\"\nunit = \"offences\"\ntable = \"t.csv\"\n"
                            "value = \"n\"\nmeasure = \"rate\"\ndenominator = \"residents\"\n")),
        {});
}

void check_grey(const paint::Scene& scene) {
    const auto picture = paint::decode_png(paint::to_png(scene, 100));
    CHECK(std::ranges::all_of(picture.pixels, [](paint::Colour c) {
        return std::abs(c.r - c.g) <= 2 && std::abs(c.g - c.b) <= 2;
    }));
}

} // namespace

TEST_CASE("At least half of the printed area of every band shows its colour", "[maps][colour]") {
    const TempFolder folder;
    const auto study = county_with_town(folder);
    for (const char* const style : {"committee", "half-page", "column", "slide", "tasking"}) {
        check_seen(study, style);
    }
}

TEST_CASE("The colours of Kent's 305 wards are visible at half a page", "[maps][colour]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(boundaries, "boundaries/kent_wards_2013.shp");
    WARDMAP_REQUIRE_OFFICIAL_DATA(crime, "reference/kent_wards_crime_2014.csv");
    WARDMAP_REQUIRE_OFFICIAL_DATA(people, "reference/kent_ward_population_2011.csv");
    const TempFolder folder;
    const auto study = run_study(
        project::read_project(folder.write(
            "project.toml",
            "[boundaries]\nsource = \"" + boundaries + "\"\n[denominator.residents]\ntable = \"" +
                people + "\"\nkey = \"code\"\nvalue = \"pop\"\n[[category]]\nid = \"asb\"\n" +
                "title = \"Anti-social behaviour\"\nunit = \"incidents\"\ntable = \"" + crime +
                "\"\nkey = \"WD13CD\"\nvalue = \"Anti-social behaviour\"\nmeasure = \"rate\"\n"
                "denominator = \"residents\"\n")),
        {});
    check_seen(study, "half-page");
    check_seen(study, "committee");
}

TEST_CASE("The greyscale style paints no colour in any kind of map", "[maps][colour]") {
    const TempFolder folder;
    std::vector<testing::NamedCode> wards;
    std::string table = "code,a,b,pop\n";
    for (int i = 0; i < 12; ++i) {
        const auto code = "E0500" + std::to_string(1000 + i);
        wards.push_back({code, "Ward " + std::to_string(i)});
        table +=
            fmt::format("{},{},{},1000\n", code, 40 + 5 * i, i % 2 == 0 ? 160 - 8 * i : 10 + i);
    }
    folder.write("wards.geojson", testing::squares_geojson(wards));
    folder.write("t.csv", table);
    const std::string counts = "unit = \"offences\"\ntable = \"t.csv\"\n";
    const auto study = run_study(
        project::read_project(folder.write(
            "project.toml",
            "[boundaries]\nsource = \"wards.geojson\"\n[denominator.residents]\ntable = \"t.csv\"\n"
            "value = \"pop\"\n"
            "[[category]]\nid = \"a\"\n" +
                counts +
                "value = \"a\"\nmeasure = \"rate\"\n"
                "denominator = \"residents\"\npalette = \"Blues\"\n"
                "[[category]]\nid = \"b\"\n" +
                counts +
                "value = \"b\"\nmap = \"circles\"\n"
                "[[category]]\nid = \"b2\"\n" +
                counts +
                "value = \"b\"\n"
                "[[category]]\nid = \"a2\"\n" +
                counts +
                "value = \"a\"\n"
                "[[category]]\nid = \"ch\"\nmeasure = \"change\"\nfrom = \"a2\"\nto = \"b2\"\n"
                "[[bivariate]]\nid = \"ab\"\nx = \"a\"\ny = \"b2\"\npalette = \"Violet\"\n")),
        {});
    const paint::TextMetrics metrics;
    const auto style = style::read_style("greyscale");
    const maps::BaseMap ground(study);
    const maps::SheetContext context{study, style, metrics, ground};
    bool has_fall = false;
    for (const auto& category : study.categories) {
        INFO(category.spec.id);
        const auto sheet = maps::lay_out_sheet(context, category);
        check_grey(sheet.scene);
        if (category.hotspots) {
            check_grey(maps::lay_out_sheet(context, category, words::Subject::reading).scene);
        }
        if (category.spec.id != "ch") continue;
        for (const auto& item : sheet.scene.items) {
            const auto* const shape = std::get_if<paint::Shape>(&item);
            has_fall = has_fall || (shape != nullptr && shape->css.starts_with("ward ") &&
                                    shape->hatch && shape->hatch->angle_deg == 0);
        }
    }
    CHECK(has_fall);
    for (const auto& sheet : maps::lay_out_contact_sheet(context)) {
        check_grey(sheet.scene);
    }
    REQUIRE(study.bivariates.size() == 1);
    check_grey(maps::lay_out_sheet(context, study.bivariates[0]).scene);
}
