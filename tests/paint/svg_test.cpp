// SPDX-License-Identifier: MIT
#include "paint/canvas.h"
#include "support/catch.h"
#include "support/scene.h"
#include "support/xml.h"

using namespace wardmap;
using namespace wardmap::paint;
using namespace wardmap::testing;

TEST_CASE("Hostile names stay text in SVG", "[paint]") {
    const std::vector<std::string> names = {"<script>alert(1)</script>",
                                            "\"quoted\" & 'single'",
                                            "a\x01\x02\nb",
                                            "\xFF\xFE broken",
                                            "]]>",
                                            std::string(500, 'x'),
                                            "\u202Eright to left",
                                            "Felin-fâch",
                                            ""};
    auto scene = small_scene();
    for (const auto& name : names) {
        auto shape = box(1, 1, 2, 2, blue);
        shape.title = name;
        shape.css = "ward";
        scene.items.emplace_back(shape);
        Text text;
        text.text = name;
        text.at = {1, 1};
        scene.items.emplace_back(text);
    }
    scene.title = names[0];
    scene.items.emplace_back(FigureBegin{"map", names[1]});
    scene.items.emplace_back(FigureEnd{});
    const auto svg = to_svg(scene);
    CHECK(is_well_formed(svg));
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("Felin-fâch") != std::string::npos);
    CHECK_NOTHROW(to_png(scene, 72));
    CHECK_NOTHROW(to_pdf({&scene, 1}, names[0]));
}

TEST_CASE("An SVG has one element for each shape, and text as text", "[paint]") {
    auto scene = small_scene();
    auto shape = box(10, 10, 20, 20, blue);
    shape.id = "ward-E05004996";
    shape.css = "ward band-5";
    shape.title = "High Street: 88.0";
    scene.items.emplace_back(shape);
    Text text;
    text.text = "High Street";
    text.at = {15, 15};
    scene.items.emplace_back(text);
    const auto svg = to_svg(scene);
    CHECK(svg.find("width=\"40mm\" height=\"30mm\" viewBox=\"0 0 4000 3000\"") !=
          std::string::npos);
    CHECK(svg.find(
              "<path id=\"ward-E05004996\" class=\"ward band-5\" fill=\"#2040c0\" "
              "d=\"m1000 1000l1000 0 0 1000-1000 0z\"><title>High Street: 88.0</title></path>") !=
          std::string::npos);
    CHECK(svg.find(">High Street</text>") != std::string::npos);
    CHECK(svg.find("<title id=\"title\">Test sheet</title>") != std::string::npos);
    CHECK(svg.find("<desc id=\"desc\">Two boxes.</desc>") != std::string::npos);
}

TEST_CASE("A hatched shape keeps id, class and title on one element of an SVG", "[paint]") {
    auto scene = small_scene();
    auto shape = box(10, 10, 20, 20, blue);
    shape.id = "ward-1";
    shape.css = "ward suppressed";
    shape.title = "Heath: withheld";
    shape.hatch = Hatch{};
    scene.items.emplace_back(shape);
    const auto svg = to_svg(scene);
    CHECK(count(svg, "<path id=\"ward-1\" class=\"ward suppressed\"") == 1);
    CHECK(count(svg, "<title>Heath: withheld</title></path>") == 1);
    CHECK(count(svg, "class=\"hatch\"") == 1);
    CHECK(count(svg, "<g") == 0);
}

TEST_CASE("Numbers of an SVG path are separated as little as possible", "[paint]") {
    auto scene = small_scene();
    Shape line;
    line.rings = {{{0.5, 0.25}, {1, 1.05}, {0.9, 1.05}, {0.9, 2}}};
    line.closed = false;
    scene.items.emplace_back(line);
    CHECK(to_svg(scene).find("d=\"m50 25l50 80-10 0 0 95\"") != std::string::npos);
}

TEST_CASE("Type of an SVG is large in its own units, so that no program spaces it badly",
          "[paint]") {
    auto scene = small_scene();
    Text text;
    text.text = "High Street";
    text.at = {10, 15};
    text.font.size_pt = 6; // the least there is: 2.117 mm
    scene.items.emplace_back(text);
    const auto svg = to_svg(scene);
    CHECK(svg.find("<text x=\"1000\" y=\"1500\" font-size=\"211.7\"") != std::string::npos);
    CHECK(svg.find("transform") == std::string::npos);
}

TEST_CASE("Subpaths of an SVG begin where the last one ended or was closed", "[paint]") {
    auto scene = small_scene();
    auto shape = box(10, 10, 20, 20, blue);
    shape.rings.push_back({{12, 12}, {14, 12}, {14, 14}});
    scene.items.emplace_back(shape);
    CHECK(to_svg(scene).find("m1000 1000l1000 0 0 1000-1000 0zm200 200l200 0 0 200z") !=
          std::string::npos);
}

TEST_CASE("The name of an SVG is its title; the long description only describes it", "[paint]") {
    auto scene = small_scene();
    const auto svg = to_svg(scene);
    CHECK(svg.find(" aria-labelledby=\"title\" aria-describedby=\"desc\" ") != std::string::npos);
    scene.description.clear();
    CHECK(to_svg(scene).find("desc") == std::string::npos);
}

TEST_CASE("Every id of an SVG begins with the scene's", "[paint]") {
    auto scene = small_scene();
    scene.id = "asb";
    auto shape = box(10, 10, 20, 20, blue);
    shape.id = "ward-E05004996";
    scene.items.emplace_back(FigureBegin{"map", "A map"});
    scene.items.emplace_back(shape);
    scene.items.emplace_back(FigureEnd{});
    const auto svg = to_svg(scene);
    for (const char* const id : {"title", "desc", "map", "ward-E05004996"}) {
        CHECK(count(svg, " id=\"asb-" + std::string(id) + "\"") == 1);
    }
    CHECK(count(svg, " id=\"") == 4);
    CHECK(count(svg, " aria-labelledby=\"asb-title\" aria-describedby=\"asb-desc\" ") == 1);
    scene.id = "2014"; // an id may not begin with a digit
    CHECK(count(to_svg(scene), " id=\"map-2014-") == 4);
}

TEST_CASE("A halo ignores pointers, copying and screen readers", "[paint]") {
    auto scene = small_scene();
    Text text;
    text.text = "Heath";
    text.at = {15, 15};
    text.halo = white;
    text.halo_css = "halo band-4";
    scene.items.emplace_back(text);
    CHECK(count(to_svg(scene), "<text class=\"halo band-4\" aria-hidden=\"true\" "
                               "pointer-events=\"none\" style=\"user-select:none\"") == 1);
}

TEST_CASE("A layer is a group named in editors", "[paint]") {
    auto scene = small_scene();
    scene.id = "asb";
    scene.items.emplace_back(FigureBegin{"map", "A map"});
    scene.items.emplace_back(LayerBegin{"wards", "Wards & more"});
    scene.items.emplace_back(box(10, 10, 20, 20, blue));
    scene.items.emplace_back(LayerEnd{});
    scene.items.emplace_back(FigureEnd{});
    const auto svg = to_svg(scene);
    CHECK(is_well_formed(svg));
    CHECK(count(svg, "<g id=\"asb-wards\" inkscape:groupmode=\"layer\" "
                     "inkscape:label=\"Wards &amp; more\">") == 1);
    CHECK(count(svg, "<g id=\"asb-map\" inkscape:groupmode=\"layer\" role=\"img\"") == 1);
    CHECK(count(svg, "</g>") == 2);
    auto bare = scene;
    std::erase_if(bare.items, [](const Item& item) {
        return std::holds_alternative<LayerBegin>(item) || std::holds_alternative<LayerEnd>(item);
    });
    CHECK(to_png(scene, 72) == to_png(bare, 72));
    CHECK(to_pdf({&scene, 1}, "A") == to_pdf({&bare, 1}, "A"));
}

TEST_CASE("The blank at the end of a wrapped line does not stretch an SVG's text", "[paint]") {
    const auto drawn = [](const std::string& words) {
        auto scene = small_scene();
        Text text;
        text.text = words;
        text.at = {5, 5};
        scene.items.emplace_back(text);
        return to_svg(scene);
    };
    CHECK(drawn("Two words ") == drawn("Two words"));
}
