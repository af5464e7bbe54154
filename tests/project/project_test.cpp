// SPDX-License-Identifier: MIT
#include "project/read_project.h"

#include "base/error.h"
#include "paint/palette.h"
#include "project/keys.h"
#include "project/read_style.h"
#include <cmath>
#include <filesystem>

#include "support/catch.h"
#include "support/files.h"

using namespace wardmap;
using project::parse_project;

namespace {

const std::string head =
    "[boundaries]\nsource = \"w.shp\"\n[denominator.residents]\ntable = \"p.csv\"\nvalue = \"n\"\n";

std::string failure(const std::string& toml) {
    try {
        (void)parse_project(toml, "folder/p.toml");
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

std::string category(const std::string& more) {
    return head + "[[category]]\nid = \"a\"\ntable = \"a.csv\"\nvalue = \"n\"\n" + more;
}

bool fails_with(const std::string& more, const std::string& words) {
    const auto said = failure(category(more));
    INFO(said);
    return said.find(words) != std::string::npos;
}

std::string style_failure(const std::string& toml) {
    const testing::TempFolder folder;
    try {
        (void)project::read_style(folder.write("s.toml", toml));
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

} // namespace

TEST_CASE("Ten lines make a project; everything else has a default", "[project]") {
    const auto p = parse_project(category(""), "folder/p.toml");
    CHECK(p.products == std::vector<std::string>{"maps", "data"});
    CHECK(p.crs == "EPSG:27700");
    CHECK(p.boundaries.source.resolved == "folder/w.shp");
    REQUIRE(p.categories.size() == 1);
    const auto& c = p.categories[0];
    CHECK(c.measure == project::MeasureKind::count);
    CHECK(c.bands.scheme == project::Scheme::natural);
    CHECK(c.bands.count == 5);
    CHECK(c.title == "a");
    CHECK(c.figures.table.resolved == "folder/a.csv");
    CHECK(p.denominators.at(0).unit == "residents");
}

TEST_CASE("Every key of a category is read", "[project]") {
    const auto p = parse_project(
        category("title = \"T\"\ngroup = \"G\"\nunit = \"u\"\nperiod = \"P\"\nsource = \"S\"\nnote "
                 "= \"N\"\n"
                 "key = \"k\"\nmeasure = \"rate\"\ndenominator = \"residents\"\nper = "
                 "100\ndecimals = 2\n"
                 "palette = \"Blues\"\nabsent = \"zero\"\nencoding = \"CP850\"\ndelimiter = \";\"\n"
                 "bands = { breaks = [0, 1.5, 3], labels = [\"lo\", \"hi\"] }\n"
                 "suppression = { marks = { \"*\" = [1, 4] } }\n[aliases]\n\"The Town\" = \"High "
                 "Street\"\n"),
        "p.toml");
    const auto& c = p.categories.at(0);
    CHECK(c.per == 100);
    CHECK(c.decimals == 2);
    CHECK(c.palette == "Blues");
    CHECK(c.figures.keys == std::vector<std::string>{"k"});
    CHECK(c.figures.absent_is_zero);
    CHECK(c.figures.encoding == "CP850");
    CHECK(c.figures.delimiter == ";");
    CHECK(c.figures.marks.at(0).high == 4);
    CHECK(c.bands.scheme == project::Scheme::fixed);
    CHECK(c.bands.count == 2);
    CHECK(c.bands.labels.at(1) == "hi");
    CHECK(p.aliases.at("The Town") == "High Street");
}

TEST_CASE("All faults of a file are told at once", "[project]") {
    CHECK(failure("[project]\ntitel = \"x\"\n[boundaries]\nsource = 5\n") ==
          "error: folder/p.toml:2:1: unknown key \"titel\" in [project]\n  titel = \"x\"\n  ^\n"
          "  help: did you mean \"title\"?\n"
          "error: folder/p.toml:4:10: source is a number\n  source = 5\n           ^\n"
          "  expected: a text in quotation marks\n"
          "error: folder/p.toml:1: the project has no [[category]]\n  expected: at least one thing "
          "to map");
    CHECK(failure("[project\n").starts_with("error: folder/p.toml:1:9: "));
}

TEST_CASE("Values that make no sense are refused", "[project]") {
    CHECK(fails_with("measure = \"rat\"", "measure = \"rat\" is not known"));
    CHECK(fails_with("measure = \"rate\"", "category \"a\" is a rate without a denominator"));
    CHECK(fails_with("measure = \"mean\"\ndenominator = \"residents\"",
                     "this measure has no denominator"));
    CHECK(fails_with("per = 1000", "per is given, but the measure is no rate"));
    CHECK(fails_with("measure = \"rank\"", "is a rank of how many?"));
    CHECK(fails_with("measure = \"rank\"\nof = 326\nbands = { scheme = \"natural\" }",
                     "ranks are not quantities"));
    CHECK(fails_with("bands = { breaks = [3, 2, 1] }", "the breaks do not rise"));
    CHECK(fails_with("bands = { scheme = \"quantile\", breaks = [1, 2, 3] }",
                     "the scheme finds its own"));
    CHECK(fails_with("bands = { count = 3, labels = [\"x\"] }", "1 label for 3 bands"));
    CHECK(fails_with("palette = \"Rainbow\"", "palette = \"Rainbow\" is not known"));
    CHECK(fails_with("decimals = 9", "9 decimals"));
    CHECK(fails_with("suppression = { marks = { \"*\" = [4, 0] } }",
                     "the mark \"*\" needs two numbers"));
    CHECK(fails_with("hotspots = { level = 0.05 }", "unknown key \"hotspots\""));
    CHECK(fails_with("[[category]]\nid = \"A\"\ntable = \"a.csv\"\nvalue = \"n\"",
                     "the id \"A\" is used twice"));
}

TEST_CASE("Ids that cannot name files are refused", "[project]") {
    for (const auto& id :
         std::vector<std::string>{"a/b", "..", "con", "LPT1", "a b", "é", std::string(65, 'x')}) {
        INFO(id);
        CHECK(
            failure(head + "[[category]]\nid = \"" + id + "\"\ntable = \"a.csv\"\nvalue = \"n\"\n")
                .find("the id ") != std::string::npos);
    }
}

TEST_CASE("The documentation names every key and every palette", "[project]") {
    const auto said = testing::read_file(testing::source_file("docs/project-file.md"));
    const project::ProjectKeys p;
    const project::StyleKeys s;
    for (const auto& keys :
         {p.project, p.boundaries, p.denominator, p.category, p.bands, s.top, s.page, s.type,
          s.colour, s.lines, s.furniture, s.output, paint::palette_names()}) {
        for (const auto& key : keys) {
            const bool is_table = key == "page" || key == "type" || key == "colour" ||
                                  key == "lines" || key == "output" || key == "furniture";
            INFO(key);
            CHECK(said.find(is_table && said.find("`" + key + "`") == std::string::npos
                                ? "[" + key + "]"
                                : "`" + key + "`") != std::string::npos);
        }
    }
    CHECK(said.find("marks = {") != std::string::npos);
}

TEST_CASE("Shipped styles read, and extend each other", "[project]") {
    const auto committee = project::read_style("committee");
    CHECK(committee.page_height_mm == 297);
    CHECK(committee.formats.size() == 3);
    const auto wide = project::read_style("committee-landscape");
    CHECK(wide.page_width_mm == 297);
    CHECK(wide.title_pt == committee.title_pt);
    CHECK(project::read_style("greyscale").palette_sequential == "Greys");
    const auto slide = project::read_style("slide");
    CHECK(std::lround(slide.page_width_mm / 25.4 * slide.dpi) == 1920);
    CHECK(std::lround(slide.page_height_mm / 25.4 * slide.dpi) == 1080);
    CHECK(project::read_style("tasking").page_width_mm == slide.page_width_mm);
    CHECK_FALSE(project::read_style("tasking").north_arrow);
    CHECK(project::read_style("column").png_kb == 500);
    const auto said = testing::read_file(testing::source_file("docs/project-file.md"));
    for (const auto& entry : std::filesystem::directory_iterator(testing::source_file("styles"))) {
        const auto name = entry.path().stem().string();
        INFO(name);
        CHECK(said.find("`" + name + "`") != std::string::npos);
        CHECK(project::read_style(name).name == name);
    }
}

TEST_CASE("A style's faults are told", "[project]") {
    CHECK(style_failure("[type]\nlabel_min_pt = 5\n").find("label_min_pt = 5\n") !=
          std::string::npos);
    CHECK(style_failure("[page]\nwidht_mm = 5\n").find("did you mean \"width_mm\"?") !=
          std::string::npos);
    CHECK(style_failure("[output]\nformats = [\"gif\"]\n").find("there is no format \"gif\"") !=
          std::string::npos);
    CHECK(style_failure("[page]\nsize = \"A4\"\nwidth_mm = 100\n").find("both size and width_mm") !=
          std::string::npos);
    CHECK(style_failure("[lines]\nborder = \"grey\"\n").find("\"grey\" is no colour") !=
          std::string::npos);
    CHECK(style_failure("[colour]\nsequential = [\"#000000\", \"#ffffff\"]\n")
              .find("sequential is no ramp") != std::string::npos);
    CHECK(style_failure("[furniture]\nlegend = 1\n").find("true or false") != std::string::npos);
    CHECK(style_failure("[page]\nwidth_mm = 3000\n[output]\ndpi = 600\n")
              .find("too many for a PNG") != std::string::npos);
    CHECK(style_failure("extends = \"s.toml\"\n").find("in a circle") != std::string::npos);
    CHECK_THROWS_WITH(
        project::read_style("commitee"),
        "error: there is no style \"commitee\"\n"
        "  expected: one of a3, a3-landscape, column, committee, committee-landscape, "
        "greyscale, half-page, slide, square or tasking, or a path to a .toml file\n"
        "  help: did you mean \"committee\"?");
}
