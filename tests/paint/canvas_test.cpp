// SPDX-License-Identifier: MIT
#include "paint/canvas.h"

#include <glib.h>

#include "base/error.h"
#include "paint/png.h"
#include "paint/text_metrics.h"
#include "support/catch.h"
#include "support/pdf.h"

using namespace wardmap;
using namespace wardmap::paint;

namespace {

Shape box(double x0, double y0, double x1, double y1, Colour fill) {
    Shape shape;
    shape.rings = {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}};
    shape.fill = fill;
    return shape;
}

Scene small_scene() {
    Scene scene;
    scene.width_mm = 40;
    scene.height_mm = 30;
    scene.title = "Test sheet";
    scene.description = "Two boxes.";
    return scene;
}

std::size_t count(const std::string& where, const std::string& what) {
    std::size_t n = 0;
    for (auto at = where.find(what); at != std::string::npos; at = where.find(what, at + 1)) {
        ++n;
    }
    return n;
}

bool is_well_formed(const std::string& xml) {
    const GMarkupParser parser{};
    GMarkupParseContext* const context =
        g_markup_parse_context_new(&parser, GMarkupParseFlags(0), nullptr, nullptr);
    const bool good =
        g_markup_parse_context_parse(context, xml.data(), gssize(xml.size()), nullptr) != 0 &&
        g_markup_parse_context_end_parse(context, nullptr) != 0;
    g_markup_parse_context_free(context);
    return good;
}

const Colour blue{0x20, 0x40, 0xC0};

} // namespace

TEST_CASE("A fill lands where the scene says, at its printed size", "[paint]") {
    auto scene = small_scene();
    scene.items.emplace_back(box(10, 10, 20, 20, blue));
    const auto picture = decode_png(to_png(scene, 254)); // 10 pixels a millimetre
    CHECK(picture.width == 400);
    CHECK(picture.height == 300);
    CHECK(picture.at(150, 150) == blue);
    CHECK(picture.at(101, 101) == blue);
    CHECK(picture.at(198, 198) == blue);
    CHECK(picture.at(98, 150) == white);
    CHECK(picture.at(202, 150) == white);
}

TEST_CASE("No seam shows between two fills that are stroked in their own colour", "[paint]") {
    auto scene = small_scene();
    for (const bool left : {true, false}) {
        // A slanting shared border, where anti-aliasing would let paper through.
        Shape shape;
        shape.rings = left ? std::vector<geo::Ring>{{{5, 5}, {17.3, 5}, {22.1, 25}, {5, 25}}}
                           : std::vector<geo::Ring>{{{17.3, 5}, {35, 5}, {35, 25}, {22.1, 25}}};
        shape.fill = blue;
        shape.stroke = Stroke{blue, 0.35, {}};
        scene.items.emplace_back(shape);
    }
    const auto picture = decode_png(to_png(scene, 300));
    int others = 0;
    for (int y = 80; y < 280; ++y) {
        for (int x = 80; x < 390; ++x) {
            if (picture.at(x, y).r > blue.r + 2) ++others; // rounding of full cover
        }
    }
    CHECK(others == 0);
}

TEST_CASE("A hatch shows over its fill and stays within its shape", "[paint]") {
    for (const auto kind : {Hatch::Kind::lines, Hatch::Kind::crossed, Hatch::Kind::dots}) {
        auto scene = small_scene();
        auto shape = box(10, 10, 30, 20, white);
        shape.hatch = Hatch{kind, 45, 1.4, 0.8, black};
        scene.items.emplace_back(shape);
        const auto picture = decode_png(to_png(scene, 254));
        int dark_inside = 0;
        int dark_outside = 0;
        for (int y = 0; y < picture.height; ++y) {
            for (int x = 0; x < picture.width; ++x) {
                if (picture.at(x, y).r > 128) continue;
                const bool inside = x >= 100 && x < 300 && y >= 100 && y < 200;
                ++(inside ? dark_inside : dark_outside);
            }
        }
        CHECK(dark_inside > 300);
        CHECK(dark_inside < 15000);
        CHECK(dark_outside == 0);
    }
}

TEST_CASE("Text is drawn within the room it was measured to take", "[paint]") {
    const TextMetrics metrics;
    const Font font{12, Weight::bold, false};
    const auto size = metrics.measure("High Street", font);
    auto scene = small_scene();
    Text text;
    text.text = "High Street";
    text.at = {5, 15};
    text.font = font;
    scene.items.emplace_back(text);
    const auto picture = decode_png(to_png(scene, 254));
    int left = picture.width;
    int right = 0;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            if (picture.at(x, y).r > 200) continue;
            left = std::min(left, x);
            right = std::max(right, x);
            CHECK(y >= (15 - size.ascent_mm) * 10 - 3);
            CHECK(y <= (15 + size.descent_mm) * 10 + 3);
        }
    }
    CHECK(left >= 50 - 3);
    CHECK(right <= (5 + size.width_mm) * 10 + 3);
    CHECK(right >= (5 + size.width_mm) * 10 - 8);
}

TEST_CASE("Text keeps its proportions at every size", "[paint]") {
    const TextMetrics metrics;
    const auto one = metrics.measure("Boughton Monchelsea", {6, Weight::regular, false});
    const auto two = metrics.measure("Boughton Monchelsea", {12, Weight::regular, false});
    CHECK(two.width_mm == Approx(2 * one.width_mm).epsilon(0.002));
}

TEST_CASE("Lines wrap at blanks and hyphens, and long words within", "[paint]") {
    const TextMetrics metrics;
    const Font font{10, Weight::regular, false};
    const auto lines = metrics.wrap("Boughton Monchelsea and Chart Sutton", font, 35);
    CHECK(lines.size() > 1);
    std::string rejoined;
    for (const auto& line : lines) {
        rejoined += (rejoined.empty() ? "" : " ") + line;
    }
    CHECK(rejoined == "Boughton Monchelsea and Chart Sutton");
    for (const auto& line : lines) {
        CHECK(metrics.measure(line, font).width_mm <= 35);
        CHECK(line.front() != ' ');
    }
    CHECK(metrics.wrap("", font, 25) == std::vector<std::string>{""});
    const std::string word(300, 'W');
    for (const auto& line : metrics.wrap(word, font, 25)) {
        CHECK(metrics.measure(line, font).width_mm <= 25);
    }
}

TEST_CASE("A PNG says its resolution, title and description", "[paint]") {
    const auto png = to_png(small_scene(), 300);
    const auto at = png.find("pHYs");
    REQUIRE(at == 8 + 25 + 4);
    // 300 dpi are 11811 pixels a metre: 0x00002E23.
    CHECK(png.substr(at + 4, 9) == std::string("\0\0\x2E\x23\0\0\x2E\x23\1", 9));
    CHECK(png.find("Test sheet") != std::string::npos);
    CHECK(png.find("Two boxes.") != std::string::npos);
}

TEST_CASE("A PNG that Cairo cannot hold is refused with the highest resolution", "[paint]") {
    auto scene = small_scene();
    scene.width_mm = 1189;
    CHECK_THROWS_WITH(
        to_png(scene, 1200),
        "error: a PNG of 1189 x 30 mm at 1200 dpi is larger than 32767 pixels a side\n"
        "  help: use at most 699 dpi for this page, or SVG or PDF");
}

TEST_CASE("Hostile names stay text in SVG and break nothing", "[paint]") {
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
    CHECK(svg.find("width=\"40mm\" height=\"30mm\" viewBox=\"0 0 40 30\"") != std::string::npos);
    CHECK(svg.find("<path id=\"ward-E05004996\" class=\"ward band-5\" fill=\"#2040c0\" "
                   "d=\"M10 10l10 0 0 10-10 0z\"><title>High Street: 88.0</title></path>") !=
          std::string::npos);
    CHECK(svg.find(">High Street</text>") != std::string::npos);
    CHECK(svg.find("<title id=\"title\">Test sheet</title>") != std::string::npos);
    CHECK(svg.find("<desc id=\"desc\">Two boxes.</desc>") != std::string::npos);
}

TEST_CASE("The blank that ends a wrapped line stretches no text of an SVG", "[paint]") {
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

TEST_CASE("Numbers of an SVG path stand as close as they can be told apart", "[paint]") {
    auto scene = small_scene();
    Shape line;
    line.rings = {{{0.5, 0.25}, {1, 1.05}, {0.9, 1.05}, {0.9, 2}}};
    line.closed = false;
    scene.items.emplace_back(line);
    CHECK(to_svg(scene).find("d=\"M.5.25l.5.8-.1 0 0 .95\"") != std::string::npos);
}

TEST_CASE("A PDF has title, language, outline, tags and text alternatives", "[paint]") {
    std::vector<Scene> pages(2, small_scene());
    for (auto& page : pages) {
        Text heading;
        heading.text = "Heading";
        heading.at = {5, 5};
        heading.role = "H1";
        page.items.emplace_back(heading);
        page.items.emplace_back(FigureBegin{"map", "A map of â"});
        page.items.emplace_back(box(10, 10, 20, 20, blue));
        page.items.emplace_back(FigureEnd{});
    }
    const auto packed = to_pdf(pages, "Two maps");
    const auto pdf = testing::unpacked(packed);
    CHECK(count(pdf, "/Lang (en-GB)") == 1);
    CHECK(count(pdf, "/DisplayDocTitle true") == 1);
    CHECK(count(pdf, "/Alt <FEFF00410020006D006100700020006F0066002000E2>") == 2);
    CHECK(count(pdf, "/S /H1") == 2);
    CHECK(count(pdf, "/Outlines") >= 1);
    CHECK(count(pdf, "/Marked true") == 1);
    CHECK(count(pdf, "/H1 << /MCID 0 >> BDC") == 2); // content is named as its element
    CHECK(count(pdf, "/Figure << /MCID 1 >> BDC") == 2);
    CHECK(count(pdf, "/P << /MCID") == 0);
    CHECK(count(pdf, "/ParentTree ") == 1);
    CHECK(packed == to_pdf(pages, "Two maps"));
}

TEST_CASE("A PDF says title and language in XMP, and claims no conformity", "[paint]") {
    auto scene = small_scene();
    Text words;
    words.text = "Words";
    words.at = {5, 5};
    scene.items.emplace_back(words);
    const auto pdf = to_pdf({&scene, 1}, "Crime & <disorder>");
    const auto from = pdf.find("<?xpacket begin");
    REQUIRE(from != std::string::npos); // not packed
    const auto end = pdf.find("<?xpacket end", from);
    const auto xmp = pdf.substr(pdf.find("<x:xmpmeta", from), end - pdf.find("<x:xmpmeta", from));
    CHECK(is_well_formed(xmp));
    CHECK(count(xmp, "Crime &amp; &lt;disorder&gt;</rdf:li></rdf:Alt></dc:title>") == 1);
    CHECK(count(xmp, "<rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>") == 1);
    CHECK(count(xmp, "pdfuaid") == 0);
    CHECK(count(testing::unpacked(pdf), "/Metadata ") == 2); // the stream, and where it is
}

TEST_CASE("The same scene gives the same bytes", "[paint]") {
    auto scene = small_scene();
    auto shape = box(10, 10, 20, 20, blue);
    shape.hatch = Hatch{};
    scene.items.emplace_back(shape);
    CHECK(to_png(scene, 150) == to_png(scene, 150));
    CHECK(to_svg(scene) == to_svg(scene));
}
