// SPDX-License-Identifier: MIT
// [incidents.ID], and categories that count them.
#include "base/error.h"
#include "project/read_project.h"
#include "support/catch.h"

using namespace wardmap;
using project::parse_project;

namespace {

std::string file(const std::string& keys, const std::string& category) {
    return "[boundaries]\nsource = \"w.shp\"\n[incidents.police]\n" + keys +
           "[[category]]\nid = \"a\"\nincidents = \"police\"\n" + category;
}

bool fails_with(const std::string& keys, const std::string& category, const std::string& words) {
    try {
        (void)parse_project(file(keys, category), "p.toml");
    } catch (const InputError& error) {
        const std::string said = error.what();
        INFO(said);
        return said.find(words) != std::string::npos;
    }
    return false;
}

const std::string source = "source = \"incidents/*.csv\"\n";

} // namespace

TEST_CASE("Every key of incidents is read", "[project][incidents]") {
    const auto p = parse_project(
        file("source = [\"a.csv\", \"b.zip\"]\nsheet = \"S\"\ncrs = \"EPSG:27700\"\nx = \"E\"\n"
             "y = \"N\"\nreference = \"R\"\npoint = \"P\"\ndate = \"D\"\ntype = \"T\"\nid = \"I\"\n"
             "area = \"A\"\nfrom = \"2014-01\"\nto = \"2014-03\"\nrepeats = \"left-out\"\n"
             "lookup = \"l.csv\"\n",
             "where = { type = [\"Burglary\", \"Robbery\"] }\nsteps = \"quarter\"\n"),
        "folder/p.toml");
    REQUIRE(p.incidents.size() == 1);
    const auto& spec = p.incidents.front();
    CHECK(spec.id == "police");
    REQUIRE(spec.source.files.size() == 2);
    CHECK(spec.source.files[1].written == "b.zip");
    CHECK(spec.source.files[1].resolved == "folder/b.zip");
    CHECK(spec.source.sheet == "S");
    CHECK(spec.source.crs == "EPSG:27700");
    const auto& columns = spec.source.columns;
    CHECK(columns.x + columns.y + columns.reference + columns.point + columns.date + columns.type +
              columns.id + columns.area ==
          "ENRPDTIA");
    CHECK(spec.from == 2014 * 12);
    CHECK(spec.to == 2014 * 12 + 2);
    CHECK(spec.repeats == incidents::Repeats::left_out);
    CHECK(spec.lookup.resolved == "folder/l.csv");
    const auto& category = p.categories.front();
    CHECK(category.tables()->steps == "quarter");
    REQUIRE(category.figures.size() == 1);
    const auto& figures = category.figures.front();
    CHECK(figures.incidents == "police");
    REQUIRE(figures.where.size() == 1);
    CHECK(figures.where.front().values == std::vector<std::string>{"Burglary", "Robbery"});
    CHECK(p.categories.front().unit == "incidents");
}

TEST_CASE("Tables of a database are read, and its password is not shown", "[project][incidents]") {
    const auto p = parse_project(
        file("source = \"PG:dbname=crime password=secret\"\ntable = [\"a.t\", \"b.t\"]\n"
             "wards = [\"a.w\", \"b.w\"]\n",
             ""),
        "p.toml");
    const auto& spec = p.incidents.front();
    CHECK(spec.source.files.front().resolved == "PG:dbname=crime password=secret");
    CHECK(spec.shown == "PG:dbname=crime password=***");
    CHECK(spec.source.tables == std::vector<std::string>{"a.t", "b.t"});
    CHECK(spec.source.wards == std::vector<std::string>{"a.w", "b.w"});
    CHECK(p.categories.front().figures.front().table.file.written == spec.shown);
}

TEST_CASE("What does not go with incidents is refused", "[project][incidents]") {
    CHECK(fails_with("", "", "[incidents.police] has no source"));
    CHECK(fails_with("source = \"PG:dbname=crime\"\n", "",
                     "[incidents.police] names no table of the database"));
    CHECK(fails_with("source = \"PG:dbname=crime\"\ntable = \"t\"\nquery = \"SELECT 1\"\n", "",
                     "table or query, one of them"));
    for (const std::string key : {"table", "wards", "query"}) {
        CHECK(fails_with(source + key + " = \"t\"\n", "", key + " is of a database"));
    }
    CHECK(fails_with(source + "x = \"E\"\n", "", "x and y go together"));
    CHECK(fails_with(source + "from = \"2014\"\n", "", "\"2014\" is no month"));
    CHECK(fails_with(source + "from = \"2014-02\"\nto = \"2014-01\"\n", "", "from is after to"));
    CHECK(fails_with(source + "sourc = 1\n", "", "sourc"));
    CHECK(fails_with(source, "table = \"a.csv\"\n", "table does not go with incidents"));
    CHECK(fails_with(source, "value = \"n\"\n", "value does not go with incidents"));
    CHECK(fails_with(source, "where = { month = \"2014-01\" }\n",
                     "\"month\" is nothing that incidents are chosen by"));
    CHECK(fails_with(source, "steps = \"week\"\n", "week"));
    CHECK(fails_with(source, "measure = \"mean\"\n", "this measure is not a count"));
    CHECK(fails_with(source, "suppression = { marks = { \"*\" = [0, 4] } }\n",
                     "marks does not go with incidents"));
    CHECK(fails_with(source, "[[category]]\nid = \"b\"\nincidents = \"fire\"\n",
                     "there is no [incidents.fire]"));
}
