// SPDX-License-Identifier: MIT
#include "project/edit_project.h"

#include <string>

#include "support/catch.h"

using namespace wardmap;
using project::Proposal;
using project::proposals_of;
using project::with_proposal;

namespace {

std::vector<Proposal> proposed(const std::string& help) {
    return proposals_of({.place = {"t.csv", 4}, .help = help});
}

} // namespace

TEST_CASE("A clause that is a line of the project file is a proposal", "[project][fix]") {
    CHECK(proposed("where = { \"sex\" = \"Persons; all\" }") ==
          std::vector<Proposal>{{"", "t.csv", "where", "{ \"sex\" = \"Persons; all\" }"}});
    CHECK(
        proposed("fetch others; a [lookup] helps: from = \"a\"; require_coverage = 0.73 draws what "
                 "matches") == std::vector<Proposal>{{"", "t.csv", "require_coverage", "0.73"}});
    CHECK(proposed("[neighbours] snap_m = 0.01 counts them as neighbours") ==
          std::vector<Proposal>{{"neighbours", "", "snap_m", "0.01"}});
}

TEST_CASE("What only the reader knows is no proposal", "[project][fix]") {
    CHECK(proposed("suppression = { marks = { \"*\" = [0, 4] } } if it means 0 to 4").empty());
    CHECK(proposed("[boundaries] crs = \"EPSG:4326\", if they are longitudes").empty());
    CHECK(proposed("where = { month = [...] } with periods that all have").empty());
    CHECK(proposed("key = \"area_name\" joins by name if the borders are the same").empty());
    CHECK(proposed("complete the table, or lower require_coverage").empty());
}

TEST_CASE("A line goes into every block of its table, and all else stays", "[project][fix]") {
    const std::string text = "# by hand\n[[category]]\nid = \"a\" # first\ntable = \"t.csv\"\n\n"
                             "[[category]]\nid = \"b\"\ntable = \"other.csv\"\n\n"
                             "[denominator.residents]\ntable = 't.csv' # people\nvalue = \"n\"\n";
    CHECK(with_proposal(text, {"", "t.csv", "where", "{ sex = \"Persons\" }"}) ==
          "# by hand\n[[category]]\nid = \"a\" # first\ntable = \"t.csv\"\n"
          "where = { sex = \"Persons\" }\n\n"
          "[[category]]\nid = \"b\"\ntable = \"other.csv\"\n\n"
          "[denominator.residents]\ntable = 't.csv' # people\n"
          "where = { sex = \"Persons\" }\nvalue = \"n\"\n");
    CHECK(with_proposal(text, {"", "other.csv", "require_coverage", "0.5"}) ==
          "# by hand\n[[category]]\nid = \"a\" # first\ntable = \"t.csv\"\n\n"
          "[[category]]\nid = \"b\"\ntable = \"other.csv\"\nrequire_coverage = 0.5\n\n"
          "[denominator.residents]\ntable = 't.csv' # people\nvalue = \"n\"\n");
    CHECK_FALSE(with_proposal(text, {"", "third.csv", "require_coverage", "0.5"}));
}

TEST_CASE("What a block has already is added to, or left alone", "[project][fix]") {
    const auto block = [](const std::string& line) {
        return "[[category]]\r\ntable = \"t.csv\"\r\n" + line + "\r\n";
    };
    const Proposal where = {"", "t.csv", "where", "{ \"sex\" = \"Persons\" }"};
    CHECK(with_proposal(block("where = { year = \"2024\" } # now"), where) ==
          block("where = { year = \"2024\", \"sex\" = \"Persons\" } # now"));
    CHECK_FALSE(with_proposal(block("where = { sex = \"Females\" }"), where));
    const Proposal mark = {"", "t.csv", "suppression", "{ marks = { \"-9\" = \"missing\" } }"};
    CHECK(with_proposal(block("suppression = { marks = { \"*\" = [0, 4] } }"), mark) ==
          block("suppression = { marks = { \"*\" = [0, 4], \"-9\" = \"missing\" } }"));
    CHECK(with_proposal(block("suppression = { scheme = \"le4\" }"), mark) ==
          block("suppression = { scheme = \"le4\", marks = { \"-9\" = \"missing\" } }"));
    CHECK_FALSE(with_proposal(block("suppression = \"le4\""), mark));
    const Proposal coverage = {"", "t.csv", "require_coverage", "0.7"};
    CHECK(with_proposal(block("require_coverage = 0.9"), coverage) ==
          block("require_coverage = 0.7"));
    CHECK_FALSE(with_proposal(block("require_coverage = 0.6"), coverage));
}

TEST_CASE("A section that is not there is added at the end", "[project][fix]") {
    CHECK(with_proposal("[boundaries]\nsource = \"w.shp\"", {"neighbours", "", "snap_m", "0.01"}) ==
          "[boundaries]\nsource = \"w.shp\"\n\n[neighbours]\nsnap_m = 0.01\n");
    CHECK(with_proposal("[boundaries]\nsource = \"w.shp\"\n", {"boundaries", "", "crs", "\"X\""}) ==
          "[boundaries]\nsource = \"w.shp\"\ncrs = \"X\"\n");
}

TEST_CASE("Line ends stay, and the last line has one afterwards only if it had, or is new",
          "[project][fix]") {
    const Proposal crs = {"boundaries", "", "crs", "\"X\""};
    CHECK(with_proposal("[ boundaries ]\nsource = \"w.shp\"\n[hotspots]\nscheme = 1", crs) ==
          "[ boundaries ]\nsource = \"w.shp\"\ncrs = \"X\"\n[hotspots]\nscheme = 1");
    CHECK(with_proposal("[boundaries]\r\nsource = \"w.shp\"", crs) ==
          "[boundaries]\r\nsource = \"w.shp\"\r\ncrs = \"X\"\r\n");
    CHECK(with_proposal("# mixed\r\n[boundaries]\nsource = \"w.shp\"\n", crs) ==
          "# mixed\r\n[boundaries]\nsource = \"w.shp\"\ncrs = \"X\"\r\n");
}
