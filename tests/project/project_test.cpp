// SPDX-License-Identifier: MIT
#include "project/read_project.h"

#include "base/error.h"
#include "paint/bivariate_palette.h"
#include "paint/palette.h"
#include "project/keys.h"
#include "style/read_style.h"
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
    const auto text = failure(category(more));
    INFO(text);
    return text.find(words) != std::string::npos;
}

/// The pages that describe the project file and the styles, joined.
std::string reference() {
    std::string pages;
    for (const char* const page : {"project-file", "styles", "layout", "products"}) {
        pages += testing::read_file(testing::source_file("docs/" + std::string(page) + ".md"));
    }
    return pages;
}

std::string style_failure(const std::string& toml) {
    const testing::TempFolder folder;
    try {
        (void)style::read_style(folder.write("s.toml", toml));
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

} // namespace

TEST_CASE("Ten lines make a project; everything else has a default", "[project]") {
    const auto p = parse_project(category(""), "folder/p.toml");
    CHECK(p.products == std::vector{project::Product::maps, project::Product::data});
    CHECK(p.crs.empty()); // chosen by location
    CHECK(p.boundary_source.file.resolved == "folder/w.shp");
    REQUIRE(p.categories.size() == 1);
    const auto& c = p.categories[0];
    CHECK(c.is(project::MeasureKind::count));
    CHECK(c.bands.scheme == project::Scheme::natural);
    CHECK(c.bands.count == 5);
    CHECK(c.title == "a");
    CHECK(c.figures.front().table.file.resolved == "folder/a.csv");
    CHECK(p.denominators.at(0).unit == "residents");
}

TEST_CASE("Every key of a category is read", "[project]") {
    const auto p = parse_project(
        category("title = \"T\"\ngroup = \"G\"\nunit = \"u\"\nperiod = \"P\"\nsource = \"S\"\nnote "
                 "= \"N\"\n"
                 "key = \"k\"\nmeasure = \"rate\"\ndenominator = \"residents\"\nper = "
                 "100\ndecimals = 2\n"
                 "palette = \"Blues\"\nif_row_missing = \"zero\"\nencoding = \"CP850\"\ndelimiter "
                 "= \";\"\n"
                 "bands = { breaks = [0, 1.5, 3], labels = [\"lo\", \"hi\"] }\n"
                 "suppression = { marks = { \"*\" = [1, 4] } }\n[aliases]\n\"The Town\" = \"High "
                 "Street\"\n"),
        "p.toml");
    const auto& c = p.categories.at(0);
    CHECK(c.per == 100);
    CHECK(c.decimals == 2);
    CHECK(c.palette == "Blues");
    CHECK(c.figures.front().keys == std::vector<std::string>{"k"});
    CHECK(c.figures.front().if_row_missing == join::MissingRow::zero);
    CHECK(c.figures.front().table.encoding == "CP850");
    CHECK(c.figures.front().table.delimiter == ";");
    CHECK(c.figures.front().marks.at(0).high == 4);
    CHECK(c.bands.scheme == project::Scheme::fixed);
    CHECK(c.bands.count == 2);
    CHECK(c.bands.labels.at(1) == "hi");
    CHECK(p.aliases.at("The Town") == "High Street");
}

TEST_CASE("Remote islands are boxed, or stay in place if the project says so", "[project]") {
    const auto with = [](const std::string& line) {
        return "[boundaries]\n" + line + category("").substr(std::string("[boundaries]\n").size());
    };
    CHECK(parse_project(category(""), "p.toml").boundaries.remote_islands ==
          project::RemoteIslands::boxed);
    CHECK(parse_project(with("remote_islands = \"in place\"\n"), "p.toml")
              .boundaries.remote_islands == project::RemoteIslands::in_place);
    CHECK(failure(with("remote_islands = \"away\"\n"))
              .find("remote_islands = \"away\" is not known") != std::string::npos);
}

TEST_CASE("All errors in a file are reported at once", "[project]") {
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
    CHECK(fails_with("per = 1000", "per is given, but the measure is not a rate"));
    CHECK(fails_with("measure = \"rank\"", "is a rank of how many?"));
    CHECK(fails_with("measure = \"rank\"\nof = 326\nbands = { scheme = \"natural\" }",
                     "ranks are not quantities"));
    CHECK(fails_with("bands = { breaks = [3, 2, 1] }", "the breaks do not rise"));
    CHECK(fails_with("bands = { scheme = \"fixed\", breaks = [0, 10, inf] }", "breaks holds inf"));
    CHECK(fails_with("bands = { scheme = \"quantile\", breaks = [1, 2, 3] }",
                     "the scheme computes its own"));
    CHECK(fails_with("bands = { count = 3, labels = [\"x\"] }", "1 label for 3 bands"));
    CHECK(fails_with("palette = \"Rainbow\"", "palette = \"Rainbow\" is not known"));
    CHECK(fails_with("decimals = 9", "9 decimals"));
    CHECK(fails_with("suppression = { marks = { \"*\" = [4, 0] } }",
                     "the mark \"*\" needs two numbers"));
    CHECK(fails_with("hotspots = { level = 0.9 }", "a level of 0.9"));
    CHECK(fails_with("hotspots = { corection = \"fdr\" }", "unknown key \"corection\""));
    CHECK(fails_with("hotspots = { method = \"analytic\", permutations = 999 }",
                     "permutations without permutation"));
    CHECK(fails_with("hotspots = { method = \"permutation\", permutations = 9 }",
                     "permutations = 9"));
    CHECK(fails_with("measure = \"rank\"\nof = 9\nhotspots = { level = 0.1 }",
                     "ranks have no hotspots"));
    CHECK(fails_with("[neighbours]\nrule = \"quen\"", "rule = \"quen\" is not known"));
    CHECK(fails_with("[neighbours]\ncount = 4", "count does not apply to this rule"));
    CHECK(fails_with("[neighbours]\nrule = \"distance\"", "need the distance"));
    CHECK(fails_with("[[category]]\nid = \"A\"\ntable = \"a.csv\"\nvalue = \"n\"",
                     "the id \"A\" is used twice"));
}

TEST_CASE("Suppression is a scheme, marks, or both", "[project]") {
    const auto marks = [](const std::string& line) {
        const auto p = parse_project(
            head + "[[category]]\nid = \"a\"\ntable = \"a.csv\"\nvalue = \"n\"\n" + line, "p.toml");
        return p.categories.at(0).figures.front();
    };
    for (const auto& [name, low, high] : std::vector<std::tuple<std::string, double, double>>{
             {"le4", 0, 4}, {"lt5", 0, 4}, {"1-7", 1, 7}}) {
        const auto figures = marks("suppression = \"" + name + "\"");
        INFO(name);
        REQUIRE(figures.marks.size() > 3);
        CHECK(figures.marks.at(0).text == "*");
        CHECK(figures.marks.at(0).low == low);
        CHECK(figures.marks.at(0).high == high);
    }
    const auto zero =
        marks("suppression = { scheme = \"le4\", shown_as = \"0\", rounded_to = 5, marks = { "
              "\"-\" = \"zero\", \"w\" = \"missing\", \"0\" = [1, 2] } }");
    REQUIRE(zero.marks.size() == 3);
    CHECK(zero.rounded_to == 5);
    CHECK(zero.marks.at(0).meaning == tables::Mark::Meaning::zero);
    CHECK(zero.marks.at(1).high == 2); // the project's own mark replaces the scheme's
    CHECK(zero.marks.at(2).meaning == tables::Mark::Meaning::missing);
    CHECK(fails_with("suppression = \"few\"", "there is no suppression scheme \"few\""));
    CHECK(fails_with("suppression = { shown_as = \"0\" }", "shown_as is given without a scheme"));
    CHECK(
        fails_with("suppression = { marks = { \"-\" = \"none\" } }", "- = \"none\" is not known"));
}

TEST_CASE("One block makes a category for each word", "[project]") {
    const auto p = parse_project(
        head + "[[category]]\nid = \"ex\"\ntitle = \"Exclusions\"\nperiod = "
               "\"{}\"\ntable = \"a.csv\"\neach = [\"2009/10\", \"2010/11\"]\n"
               "[[category]]\nid = \"{}-count\"\ntitle = \"{}\"\ntable = "
               "\"b.csv\"\neach = [\"Vehicle crime\"]\nvalue = \"count\"\n"
               "where = { crime_type = \"{}\", month = [\"1\", \"2\"], year = 2014 }\n"
               "duplicates = \"sum\"\n",
        "p.toml");
    REQUIRE(p.categories.size() == 3);
    CHECK(p.categories[0].id == "ex-2009-10");
    CHECK(p.categories[0].title == "Exclusions, 2009/10");
    CHECK(p.categories[1].period == "2010/11");
    CHECK(p.categories[1].figures.front().values == std::vector<std::string>{"2010/11"});
    const auto& crime = p.categories[2];
    CHECK(crime.id == "vehicle-crime-count");
    CHECK(crime.title == "Vehicle crime");
    CHECK(crime.figures.front().duplicates == join::Duplicates::sum);
    REQUIRE(crime.figures.front().where.size() == 3);
    CHECK(crime.figures.front().where[0].values == std::vector<std::string>{"Vehicle crime"});
    CHECK(crime.figures.front().where[2].values == std::vector<std::string>{"2014"});
    CHECK(fails_with("each = []", "each is empty"));
    CHECK(fails_with("plus = []", "plus is not a list of tables"));
    CHECK(fails_with("plus = [{ tabel = \"b.csv\", value = \"n\" }]",
                     "unknown key \"tabel\" in plus"));
    CHECK(fails_with("measure = \"mean\"\nplus = [{ table = \"b.csv\", value = \"n\" }]",
                     "do not add up"));
}

TEST_CASE("A connection is written without its password", "[project]") {
    const auto p = parse_project(
        head + "[[category]]\nid = \"a\"\ntable = \"PG:dbname=x user=me password=hush host=h\"\n"
               "query = \"SELECT 1\"\nvalue = \"n\"\nheader = [3, 4]\nrange = \"A1:B2\"\n",
        "folder/p.toml");
    const auto& table = p.categories.at(0).figures.front().table;
    CHECK(table.file.written == "PG:dbname=x user=me password=*** host=h");
    CHECK(table.file.resolved.find("hush") != std::string::npos);
    CHECK(table.header == std::vector<std::size_t>{3, 4});
    CHECK(fails_with("header = [4, 3]", "header names no lines"));
    CHECK(fails_with("duplicates = \"add\"", "duplicates = \"add\" is not known"));
}

TEST_CASE("Ids that are not valid file names are refused", "[project]") {
    for (const auto& id :
         std::vector<std::string>{"a/b", "..", "con", "LPT1", "a b", "é", std::string(65, 'x')}) {
        INFO(id);
        CHECK(
            failure(head + "[[category]]\nid = \"" + id + "\"\ntable = \"a.csv\"\nvalue = \"n\"\n")
                .find("the id ") != std::string::npos);
    }
}

TEST_CASE("The documentation names every key and every palette", "[project]") {
    const auto text = reference();
    const project::ProjectKeys p;
    const project::StyleKeys s;
    for (const auto& keys : {p.project,
                             p.boundaries,
                             p.suppression,
                             p.table_suppression,
                             p.denominator,
                             p.category,
                             p.lookup,
                             p.bands,
                             p.neighbours,
                             p.hotspots,
                             p.briefing,
                             p.bivariate,
                             p.layer,
                             p.ring,
                             p.tiles,
                             s.top,
                             s.page,
                             s.type,
                             s.colour,
                             s.lines,
                             s.furniture,
                             s.output,
                             paint::diverging_names(),
                             paint::bivariate_palette_names(),
                             paint::palette_names()}) {
        for (const auto& key : keys) {
            const bool is_table = key == "page" || key == "type" || key == "colour" ||
                                  key == "lines" || key == "output" || key == "furniture";
            INFO(key);
            CHECK(text.find(is_table && text.find("`" + key + "`") == std::string::npos
                                ? "[" + key + "]"
                                : "`" + key + "`") != std::string::npos);
        }
    }
    CHECK(text.find("marks = {") != std::string::npos);
}

TEST_CASE("The supplied styles can be read, and extend each other", "[project]") {
    const auto committee = style::read_style("committee");
    CHECK(committee.page_height_mm == 297);
    CHECK(committee.formats.size() == 3);
    const auto wide = style::read_style("committee-landscape");
    CHECK(wide.page_width_mm == 297);
    CHECK(wide.title_pt == committee.title_pt);
    CHECK(style::read_style("greyscale").palette_sequential == "Greys");
    const auto slide = style::read_style("slide");
    CHECK(std::lround(slide.page_width_mm / 25.4 * slide.dpi) == 1920);
    CHECK(std::lround(slide.page_height_mm / 25.4 * slide.dpi) == 1080);
    CHECK(style::read_style("tasking").page_width_mm == slide.page_width_mm);
    CHECK_FALSE(style::read_style("tasking").north_arrow);
    CHECK(style::read_style("column").png_kb == 500);
    const auto text = reference();
    for (const auto& entry : std::filesystem::directory_iterator(testing::source_file("styles"))) {
        if (entry.path().extension() != ".toml") continue; // files that products include
        const auto name = entry.path().stem().string();
        INFO(name);
        CHECK(text.find("`" + name + "`") != std::string::npos);
        CHECK(style::read_style(name).name == name);
    }
}

TEST_CASE("Errors in a style are reported", "[project]") {
    CHECK(style_failure("[type]\nlabel_min_pt = 5\n").find("label_min_pt = 5\n") !=
          std::string::npos);
    CHECK(style_failure("[page]\nwidht_mm = 5\n").find("did you mean \"width_mm\"?") !=
          std::string::npos);
    CHECK(style_failure("[output]\nformats = [\"gif\"]\n").find("there is no format \"gif\"") !=
          std::string::npos);
    CHECK(style_failure("[page]\nsize = \"A4\"\nwidth_mm = 100\n").find("both size and width_mm") !=
          std::string::npos);
    CHECK(style_failure("[lines]\nborder = \"grey\"\n").find("\"grey\" is not a colour") !=
          std::string::npos);
    CHECK(style_failure("[colour]\nsequential = [\"#000000\", \"#ffffff\"]\n")
              .find("sequential is not a ramp") != std::string::npos);
    CHECK(style_failure("[furniture]\nlegend = 1\n").find("true or false") != std::string::npos);
    CHECK(style_failure("[page]\nwidth_mm = 3000\n[output]\ndpi = 600\n")
              .find("too many for a PNG") != std::string::npos);
    CHECK(style_failure("extends = \"s.toml\"\n").find("in a loop") != std::string::npos);
    CHECK_THROWS_WITH(
        style::read_style("commitee"),
        "error: there is no style \"commitee\"\n"
        "  expected: one of a3, a3-landscape, column, committee, committee-landscape, "
        "greyscale, half-page, slide, square or tasking, or a path to a .toml file\n"
        "  help: did you mean \"committee\"?");
}

TEST_CASE("Hotspots are set for all categories and for one", "[project]") {
    using Spec = project::HotspotSpec;
    const auto project = project::parse_project(
        "[boundaries]\nsource = \"w.shp\"\n[neighbours]\nrule = \"nearest\"\ncount = 4\n"
        "[hotspots]\nlevel = 0.1\ncorrection = \"bonferroni\"\n"
        "[[category]]\nid = \"a\"\ntable = \"a.csv\"\nvalue = \"n\"\n"
        "[[category]]\nid = \"b\"\ntable = \"a.csv\"\nvalue = \"n\"\nhotspots = false\n"
        "[[category]]\nid = \"c\"\ntable = \"a.csv\"\nvalue = \"n\"\n"
        "hotspots = { method = \"permutation\", permutations = 499, seed = 7 }\n",
        "p.toml");
    CHECK(project.neighbours.rule == wards::NeighbourSpec::Rule::nearest);
    CHECK(project.neighbours.count == 4);
    CHECK(project.categories[0].hotspots.level == 0.1);
    CHECK(project.categories[0].hotspots.correction == Spec::Correction::bonferroni);
    CHECK_FALSE(project.categories[1].hotspots.on);
    CHECK(project.categories[2].hotspots.method == Spec::Method::permutation);
    CHECK(project.categories[2].hotspots.permutations == 499);
    CHECK(project.categories[2].hotspots.seed == 7);
    CHECK(project.categories[2].hotspots.level == 0.1);
}

TEST_CASE("Every scheme is read by its name, with its keys", "[project]") {
    const auto bands = [](const std::string& inner) {
        return parse_project(category("bands = { " + inner + " }\n"), "p.toml").categories[0].bands;
    };
    using project::Scheme;
    CHECK(bands("scheme = \"deviation\"").count == 6);
    CHECK(bands("scheme = \"head-tail\"").scheme == Scheme::head_tail);
    CHECK(bands("scheme = \"quintiles\"").count == 5);
    CHECK(bands("scheme = \"geometric\", count = 4").count == 4);
    const auto box = bands("scheme = \"box\", hinge = 3.0, zero = \"apart\"");
    CHECK(box.scheme == Scheme::box);
    CHECK(box.hinge == 3);
    CHECK(box.zero_apart);
    CHECK(box.count == 7);
    CHECK_FALSE(bands("zero = \"together\"").zero_apart);
    const auto deciles =
        parse_project(category("measure = \"mean\"\nrank_meaning = \"most deprived\"\n"
                               "bands = { scheme = \"deciles\" }\n"),
                      "p.toml");
    CHECK(deciles.categories[0].bands.rank_one_means == "most deprived");
}

TEST_CASE("A key that does not apply to a scheme is an error", "[project]") {
    CHECK(fails_with("bands = { scheme = \"quantiles\" }\n", "did you mean \"quantile\"?"));
    CHECK(fails_with("bands = { scheme = \"box\", count = 5 }\n",
                     "scheme \"box\" has its own number of bands"));
    CHECK(fails_with("bands = { hinge = 3.0 }\n", "the scheme is not a box map"));
    CHECK(fails_with("bands = { scheme = \"box\", hinge = 2.0 }\n", "a hinge of 2"));
    CHECK(fails_with("bands = { zero = \"appart\" }\n", "did you mean \"apart\"?"));
    CHECK(fails_with("bands = { scheme = \"deciles\", zero = \"apart\" }\n",
                     "bands by rank cannot have a separate band for 0"));
    CHECK(fails_with("bands = { scheme = \"pretty\", labels = [\"a\"] }\n",
                     "the figures decide how many bands there are"));
    CHECK(fails_with("bands = { zero = \"apart\", count = 3, labels = [\"a\", \"b\"] }\n",
                     "one label for each band, that of 0 first"));
    CHECK(fails_with("rank_meaning = \"worst\"\n", "or bands by deciles or quintiles"));
    CHECK(fails_with("measure = \"rank\"\nof = 326\nbands = { scheme = \"box\" }\n",
                     "ranks are not quantities: box bands are meaningless for them"));
}
