// SPDX-License-Identifier: MIT
#include "data/qgis_style.h"

#include <sstream>

#include <boost/property_tree/xml_parser.hpp>
#include <fmt/format.h>

#include "gdal/attribute_table.h"
#include "maps/sheets/theme.h"
#include "publish/publish.h"
#include "style/read_style.h"
#include "support/catch.h"
#include "support/maidstone.h"
#include "support/study.h"
#include "wards/read_wards.h"

using namespace wardmap;
using boost::property_tree::ptree;

namespace {

ptree parsed(const std::string& qml) {
    std::istringstream in(qml);
    ptree tree;
    boost::property_tree::read_xml(in, tree);
    return tree.get_child("qgis.renderer-v2");
}

struct StyleRule {
    std::string filter;
    std::string label;
    std::string symbol;
};

std::vector<StyleRule> rules_of(const ptree& renderer) {
    std::vector<StyleRule> rules;
    for (const auto& [name, node] : renderer.get_child("rules")) {
        if (name != "rule") continue;
        rules.push_back({node.get<std::string>("<xmlattr>.filter"),
                         node.get<std::string>("<xmlattr>.label"),
                         node.get<std::string>("<xmlattr>.symbol")});
    }
    return rules;
}

/// The layers of a symbol, "SimpleFill 255,228,141,255".
std::vector<std::string> layers_of(const ptree& renderer, const std::string& symbol) {
    std::vector<std::string> layers;
    for (const auto& [name, node] : renderer.get_child("symbols")) {
        if (name != "symbol" || node.get<std::string>("<xmlattr>.name") != symbol) continue;
        for (const auto& [kind, layer] : node) {
            if (kind != "layer") continue;
            auto text = layer.get<std::string>("<xmlattr>.class");
            for (const auto& [key, prop] : layer) {
                if (key == "prop" && prop.get<std::string>("<xmlattr>.k") == "color") {
                    text += " " + prop.get<std::string>("<xmlattr>.v");
                }
            }
            layers.push_back(text);
        }
    }
    return layers;
}

const style::Style& committee() {
    static const auto style = style::read_style("committee");
    return style;
}

} // namespace

TEST_CASE("The QGIS style has a rule for each row of the legend, with its words and colours",
          "[publish]") {
    const auto& study = testing::maidstone();
    for (const auto& category : study.categories) {
        INFO(category.spec.id);
        const auto theme = maps::theme_of(study, category, committee(), 150);
        const auto renderer = parsed(data::qgis_style(study, category, committee()));
        const auto rules = rules_of(renderer);
        std::size_t at = 0;
        for (const auto& row : theme.legend.rows) {
            REQUIRE(at < rules.size());
            const auto& rule = rules[at++];
            CHECK(rule.label.find(row.range) != std::string::npos);
            CHECK(rule.label.find(row.words) != std::string::npos);
            const auto layers = layers_of(renderer, rule.symbol);
            REQUIRE_FALSE(layers.empty());
            const auto& colour = row.fill.colour;
            if (row.fill.look != maps::Look::suppressed_banded) {
                CHECK(layers[0] ==
                      fmt::format("SimpleFill {},{},{},255", colour.r, colour.g, colour.b));
            }
            CHECK((layers.size() > 1) == row.fill.hatch.has_value());
        }
        CHECK(at <= rules.size());
    }
}

TEST_CASE("Withheld, missing and not calculable wards have patterns, each by its state",
          "[publish]") {
    auto study =
        testing::study_of(testing::grid_of_wards({"A", "B", "C", "D", "E", "F"}),
                          {Cell::known(1), Cell::known(9), Cell::known(20), Cell::suppressed(0, 19),
                           Cell::missing(), Cell::not_calculable()});
    study.categories[0].spec.id = "a-b";
    const auto renderer = parsed(data::qgis_style(study, study.categories[0], committee()));
    const auto rules = rules_of(renderer);
    REQUIRE(rules.size() >= 5);
    const auto& withheld = rules[rules.size() - 3];
    CHECK(withheld.filter == "\"a-b_state\" = 'suppressed' AND \"a-b_band\" IS NULL");
    CHECK(withheld.label == "Withheld (0 to 19 incidents), band not certain");
    CHECK(layers_of(renderer, withheld.symbol)[1] == "LinePatternFill");
    CHECK(rules[rules.size() - 2].filter == "\"a-b_state\" = 'missing'");
    CHECK(layers_of(renderer, rules[rules.size() - 2].symbol)[1] == "PointPatternFill");
    CHECK(rules.back().filter == "\"a-b_state\" = 'not calculable'");
    CHECK(layers_of(renderer, rules.back().symbol).size() == 3); // crossed lines
}

TEST_CASE("Counts drawn as circles are circles in QGIS too, over all wards", "[publish]") {
    auto study = testing::study_of(testing::grid_of_wards({"A", "B", "C"}),
                                   {Cell::known(1), Cell::known(9), Cell::suppressed(0, 4)}, 0);
    study.categories[0].spec.measure = project::MeasureKind::count;
    study.categories[0].spec.map = project::MapKind::circles;
    const auto qml = data::qgis_style(study, study.categories[0], committee());
    const auto renderer = parsed(qml);
    CHECK(renderer.get<std::string>("<xmlattr>.symbollevels") == "1");
    const auto rules = rules_of(renderer);
    REQUIRE(rules.size() == 2);
    CHECK(rules[0].filter == "\"asb_state\" = 'known'");
    CHECK(layers_of(renderer, rules[0].symbol)[1].starts_with("CentroidFill"));
    CHECK(qml.find("* sqrt(&quot;asb_value&quot;)") != std::string::npos);
    CHECK(rules[1].filter == "\"asb_state\" = 'suppressed'");
}

TEST_CASE("Texts of the project are escaped in a style", "[publish]") {
    auto study =
        testing::study_of(testing::grid_of_wards({"A", "B"}), {Cell::known(1), Cell::known(9)});
    study.categories[0].banding.bands[0].word = "\"/><evil a='&";
    const auto rules = rules_of(parsed(data::qgis_style(study, study.categories[0], committee())));
    CHECK(rules.back().label.ends_with(", \"/><evil a='&"));
}

TEST_CASE("The GeoPackage keeps a style for each category; the first is the default",
          "[publish][data]") {
    const testing::TempFolder folder;
    publish::Options options;
    options.folder = (folder.path() / "out").string();
    options.products = {project::Product::data};
    const auto& study = testing::maidstone();
    (void)publish::publish(study, committee(), options);
    const auto path = options.folder + "/data/wards.gpkg";
    const auto sheet = gdal::read_sheet({path, path, "",
                                         "SELECT f_table_schema || '.' || f_table_name || '.' || "
                                         "f_geometry_column, styleName, useAsDefault, styleQML, "
                                         "update_time FROM layer_styles ORDER BY id",
                                         ""});
    REQUIRE(sheet.rows.size() == study.categories.size() + 1);
    for (std::size_t i = 0; i < study.categories.size(); ++i) {
        const auto& cells = sheet.rows[i + 1].cells;
        CHECK(cells[0] == ".wards.geom");
        CHECK(cells[1] == study.categories[i].spec.title);
        CHECK(cells[2] == (i == 0 ? "1" : "0"));
        CHECK(cells[3] == data::qgis_style(study, study.categories[i], committee()));
        CHECK(cells[4].starts_with("2000"));
    }
    // It can still be used as boundaries and as a table, without naming the layer.
    wards::BoundarySource source;
    source.file.resolved = source.file.written = path;
    source.code = "ward_code";
    source.name = "ward_name";
    CHECK(wards::read_wards(source).wards.size() == study.wards.wards.size());
    CHECK(gdal::sheet_names({path, path, "", "", ""}) == std::vector<std::string>{"wards"});
}
