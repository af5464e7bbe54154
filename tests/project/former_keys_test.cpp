// SPDX-License-Identifier: MIT
// Keys of 0.1.0 in a project file.
#include "project/read_project.h"

#include "base/error.h"
#include "project/keys.h"
#include "support/catch.h"
#include "support/files.h"

using namespace wardmap;
using project::parse_project;

namespace {

/// A project with further lines in any table.
struct Tables {
    std::string boundaries = {};
    std::string denominator = {};
    std::string category = {};
    std::string composite = {};
    std::string layer = {};
    std::string briefing = {};
    std::string bivariate = "x = \"a\"\ny = \"b\"\n";
};

std::string project_of(const Tables& more) {
    return "[boundaries]\nsource = \"w.shp\"\n" + more.boundaries +
           "[denominator.residents]\ntable = \"p.csv\"\nvalue = \"n\"\n" + more.denominator +
           "[[category]]\nid = \"a\"\ntable = \"a.csv\"\nvalue = \"n\"\n" + more.category +
           "[[category]]\nid = \"b\"\ntable = \"b.csv\"\nvalue = \"n\"\n"
           "[[category]]\nid = \"c\"\nmeasure = \"composite\"\nparts = [\"a\", \"b\"]\n" +
           more.composite + "[[layer]]\npath = \"rivers.gpkg\"\nkind = \"lines\"\n" + more.layer +
           "[briefing]\npages = 2\n" + more.briefing + "[[bivariate]]\nid = \"ab\"\n" +
           more.bivariate;
}

project::Project read(const Tables& more) {
    return parse_project(project_of(more), "folder/p.toml");
}

std::string failure(const Tables& more) {
    try {
        (void)read(more);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

/// The only warning about the project.
std::string warning(const project::Project& project) {
    REQUIRE(project.findings.size() == 1);
    return to_text(project.findings.front());
}

} // namespace

TEST_CASE("A project with present keys has no findings", "[project]") {
    const auto p =
        read({"area_nouns = [\"district\", \"districts\"]\n", "if_row_missing = \"zero\"\n",
              "if_row_missing = \"zero\"\n", "if_part_missing = \"left-out\"\n",
              "position = \"below\"\n", "audience = \"Group\"\n"});
    CHECK(p.findings.empty());
}

TEST_CASE("Former keys of [boundaries] are read, with a warning", "[project]") {
    const auto nouns = read({.boundaries = "called = [\"district\", \"districts\"]\n"});
    CHECK(nouns.boundaries.noun.plural == "districts");
    CHECK(warning(nouns) == "warning: p.toml:3:1: the key \"called\" is now \"area_nouns\"; "
                            "\"called\" is accepted until 0.3.0\n"
                            "  called = [\"district\", \"districts\"]\n  ^\n"
                            "  help: rename it in line 3");
    const auto islands = read({.boundaries = "far_islands = \"in place\"\n"});
    CHECK(islands.boundaries.remote_islands == project::RemoteIslands::in_place);
    CHECK(warning(islands).starts_with("warning: p.toml:3:1: the key \"far_islands\" is now "
                                       "\"remote_islands\"; "));
}

TEST_CASE("A former key of tables is read in each kind of table, with one warning for all",
          "[project]") {
    const auto zero = join::MissingRow::zero;
    const auto denominator = read({.denominator = "absent = \"zero\"\n"});
    CHECK(denominator.denominators.at(0).figures.if_row_missing == zero);
    CHECK(warning(denominator)
              .starts_with("warning: p.toml:6:1: the key \"absent\" is now "
                           "\"if_row_missing\"; "));
    const auto p = read({.denominator = "absent = \"zero\"\n",
                         .category = "absent = \"zero\"\nplus = [{ table = \"b.csv\", value = "
                                     "\"n\", absent = \"zero\" }]\n"});
    const auto& figures = p.categories.at(0).figures;
    CHECK(figures.at(0).if_row_missing == zero);
    CHECK(figures.at(1).if_row_missing == zero);
    CHECK(warning(p) == "warning: p.toml:6:1: the key \"absent\" is now \"if_row_missing\"; "
                        "\"absent\" is accepted until 0.3.0\n  absent = \"zero\"\n  ^\n"
                        "  help: rename it in lines 6, 11 and 12");
}

TEST_CASE("The former key of composites is read, with a warning", "[project]") {
    const auto p = read({.composite = "lacking = \"left-out\"\n"});
    CHECK(p.categories.at(2).made_as<project::Composite>()->drop_missing_parts);
    CHECK(warning(p).starts_with("warning: p.toml:18:1: the key \"lacking\" is now "
                                 "\"if_part_missing\"; "));
}

TEST_CASE("Former keys of layers and of the briefing are read, with a warning", "[project]") {
    const auto layer = read({.layer = "drawn = \"below\"\n"});
    CHECK(layer.layers.at(0).position == project::LayerSpec::Position::below);
    CHECK(warning(layer).starts_with("warning: p.toml:21:1: the key \"drawn\" is now "
                                     "\"position\"; "));
    const auto briefing = read({.briefing = "made_for = \"Group\"\n"});
    CHECK(briefing.briefing.audience == "Group");
    CHECK(warning(briefing).starts_with("warning: p.toml:23:1: the key \"made_for\" is now "
                                        "\"audience\"; "));
}

TEST_CASE("Former keys of bivariate maps are read, with warnings in the order of lines",
          "[project]") {
    const auto p = read({.bivariate = "up_breaks = [1, 2]\nup_called = \"need\"\nup = \"b\"\n"
                                      "across_breaks = [3, 4]\nacross_called = \"theft\"\n"
                                      "across = \"a\"\n"});
    const auto& b = p.bivariates.at(0);
    CHECK(b.x.category == "a");
    CHECK(b.x.name == "theft");
    CHECK(b.x.breaks == std::vector<double>{3, 4});
    CHECK(b.y.category == "b");
    CHECK(b.y.name == "need");
    CHECK(b.y.breaks == std::vector<double>{1, 2});
    const std::vector<std::pair<std::string, std::string>> keys = {
        {"up_breaks", "y_breaks"},     {"up_called", "y_name"},     {"up", "y"},
        {"across_breaks", "x_breaks"}, {"across_called", "x_name"}, {"across", "x"}};
    REQUIRE(p.findings.size() == keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        INFO(keys[i].first);
        CHECK(p.findings[i].severity == Severity::warning);
        CHECK(p.findings[i].place == Place{"p.toml", 25 + i, 1});
        CHECK(p.findings[i].found == "the key \"" + keys[i].first + "\" is now \"" +
                                         keys[i].second + "\"; \"" + keys[i].first +
                                         "\" is accepted until 0.3.0");
    }
}

TEST_CASE("A key given under both names is refused, whatever the table", "[project]") {
    const auto names = [](const project::FormerKey& key) {
        return key.former + " = 1\n" + key.present + " = 1\n";
    };
    const auto refused = [](const project::FormerKey& key, const Tables& more) {
        const auto text = failure(more);
        INFO(text);
        CHECK(text.find("both " + key.former + " and " + key.present + " are given\n  " +
                        key.former + " = 1\n") != std::string::npos);
        CHECK(text.find("unknown key") == std::string::npos);
    };
    const project::FormerKeys former;
    for (const auto& key : former.boundaries) {
        refused(key, {.boundaries = names(key)});
    }
    for (const auto& key : former.table) {
        refused(key, {.denominator = names(key)});
    }
    for (const auto& key : former.category) {
        refused(key, {.composite = names(key)});
    }
    for (const auto& key : former.layer) {
        refused(key, {.layer = names(key)});
    }
    for (const auto& key : former.briefing) {
        refused(key, {.briefing = names(key)});
    }
    for (const auto& key : former.bivariate) {
        refused(key, {.bivariate = names(key)});
    }
    CHECK(failure({.boundaries = "called = [\"a\", \"b\"]\narea_nouns = [\"a\", \"b\"]\n"}) ==
          "error: folder/p.toml:3:1: both called and area_nouns are given\n"
          "  called = [\"a\", \"b\"]\n  ^\n  expected: area_nouns alone\n"
          "  help: called is the former name of area_nouns");
}

TEST_CASE("A wrong value of a former key is refused at its own place", "[project]") {
    const auto text = failure({.boundaries = "far_islands = \"away\"\n"});
    CHECK(text.find("error: folder/p.toml:3:15: remote_islands = \"away\" is not known\n"
                    "  far_islands = \"away\"\n                ^\n") != std::string::npos);
}

TEST_CASE("A former key is accepted only in its own table", "[project]") {
    CHECK(failure({.layer = "absent = \"zero\"\n"}).find("unknown key \"absent\" in [[layer]]") !=
          std::string::npos);
}

TEST_CASE("The documentation lists every former key with its present one", "[project]") {
    const auto page = testing::read_file(testing::source_file("docs/project-file.md"));
    const auto list = page.substr(page.find("## Keys of 0.1.0"));
    const project::FormerKeys former;
    for (const auto& keys : {former.boundaries, former.table, former.category, former.layer,
                             former.briefing, former.bivariate}) {
        for (const auto& key : keys) {
            INFO(key.former);
            const auto at = list.find("`" + key.former + "`");
            REQUIRE(at != std::string::npos);
            const auto line = list.substr(at, list.find('\n', at) - at);
            CHECK(line.find("`" + key.present + "`") != std::string::npos);
        }
    }
}
