// SPDX-License-Identifier: MIT
// Bad and strange inputs, one row each, with message and exit code. A refused input leaves a
// message on stderr and nothing on stdout; for an accepted one the audit reports how it was read.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"
#include "support/workbooks.h"

using namespace wardmap::testing;

namespace {

struct Input {
    std::string what;
    std::string file;    // name of the table
    std::string content; // of the table
    std::string keys;    // further keys of the category
    int code = 1;
    std::string wording; // part of stderr if refused, of the audit if accepted
};

const std::string rest = "North Downs,2\nPark Wood,3\nHigh Street,4\n";
const std::string whole = "Ward,n\nNorth,1\n" + rest;

/// One ward's cell in a table that is otherwise sound.
Input cell(const std::string& what, const std::string& text, int code, const std::string& wording,
           const std::string& keys = "") {
    return {what, "t.csv", "Ward,n\nNorth,\"" + text + "\"\n" + rest, keys, code, wording};
}

/// One key in a table that is otherwise sound.
Input key(const std::string& what, const std::string& text, int code, const std::string& wording) {
    return {what, "t.csv", "Ward,n\n\"" + text + "\",1\n" + rest, "", code, wording};
}

Input table(const std::string& what, const std::string& content, int code,
            const std::string& wording, const std::string& keys = "") {
    return {what, "t.csv", content, keys, code, wording};
}

const std::string wide_text(const std::string& text, bool big) {
    std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : text) {
        if (big) bytes += '\0';
        bytes += c;
        if (!big) bytes += '\0';
    }
    return bytes;
}

const std::vector<Input>& files() {
    static const std::vector<Input> inputs = {
        table("an empty file", "", 1, "error: t.csv: the file is empty\n"),
        table("blanks only", " \n\n", 1, "error: t.csv: the file is empty\n"),
        table("a header only", "Ward,n\n", 1,
              "error: t.csv:1: the table has a header and no rows\n"),
        table("a PDF", "%PDF-1.7", 1, "error: t.csv: this is a PDF document\n"),
        table("a picture", "\x89PNG\r\n", 1, "error: t.csv: this is a picture\n"),
        table("a web page", "<!DOCTYPE html><title>404", 1, "error: t.csv: this is a web page"),
        table("a workbook named .csv", xlsx_of({{"A", {{"x"}}}}), 1,
              "error: t.csv: this is a workbook or another zipped file\n"),
        {"a folder", ".", "", "", 1, "error: .: this is a folder\n"},
        {"a CSV named .xlsx", "t.xlsx", whole, "", 1, "error: t.xlsx: this is not a workbook\n"},
        {"an old Office file", "t.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "", 1,
         "error: t.xlsx: this is an old Office file that holds no workbook\n"},
        {"half a workbook", "t.xlsx", xlsx_of({{"A", {{"Ward", "n"}}}}).substr(0, 900), "", 1,
         "error: t.xlsx: the workbook cannot be opened: "},
        {"two sheets", "t.xlsx", xlsx_of({{"A", {{"Ward", "n"}, {"North", "1"}}}, {"B", {{"x"}}}}),
         "", 1, "help: sheet = \"A\", the only one with these columns"},
        {"a sheet that is not there", "t.xlsx", xlsx_of({{"Data", {{"x"}}}}), "sheet = \"Dta\"", 1,
         "error: t.xlsx: there is no sheet \"Dta\"\n  expected: one of Data\n  help: did you mean"},
        {"a formula's error", "t.xlsx", xlsx_of({{"Data", {{"Ward", "n"}, {"North", "=#REF!"}}}}),
         "", 1, "error: t.xlsx:Data!B2: column \"n\": \"#REF!\" is a spreadsheet error\n"},
        {"a date made of a range", "t.xlsx",
         xlsx_of({{"Data", {{"Ward", "n"}, {"North", "=date:41730"}}}}), "", 1,
         "error: t.xlsx:Data!B2: column \"n\": \"2014-04-01\" looks like a date that a spreadsheet "
         "made of a range such as 1-4\n"},
        {"a date by a custom format", "t.xlsx",
         xlsx_of({{"Data", {{"Ward", "n"}, {"North", "=own:41730"}}}}), "", 1,
         "error: t.xlsx:Data!B2: column \"n\": \"2014-04-01\" looks like a date"},
        {"a formula that was never calculated", "t.xlsx",
         xlsx_of({{"Data", {{"Ward", "n"}, {"North", "=sum"}}}}), "", 1,
         "error: t.xlsx:Data!B2: column \"n\": \"#NOT CALCULATED\" is a spreadsheet error\n"},
        {"a percentage", "t.xlsx",
         xlsx_of({{"Data", {{"Ward", "n"}, {"North", "=percent:0.125"}}}}), "measure = \"mean\"", 0,
         "Sum of the known figures 12.50 "},
        {"a truth value", "t.xlsx", xlsx_of({{"Data", {{"Ward", "n"}, {"North", "=true"}}}}), "", 1,
         "error: t.xlsx:Data!B2: column \"n\": \"TRUE\" is a truth value, not a figure\n"},
        {"hidden of a text file", "t.csv", whole, "hidden = \"read\"", 1,
         "error: t.csv: hidden is given, but only .xlsx and .ods have hidden cells\n"},
        {"hidden as nobody writes it", "t.csv", whole, "hidden = \"maybe\"", 1, "hidden"},
        {"a word in place of a figure", "t.csv", "Ward,n\nNorth,awaited\n", "", 1,
         "help: correct the cell, or leave it blank if there is no figure\n"},
        {"thousands as k", "t.csv", "Ward,n\nNorth,12k\n", "", 1,
         "help: write the figure in full, such as 12,000 if it means thousands\n"},
        {"the null of ESRI tables", "t.csv", "Ward,n\nNorth,-1.7976931348623157e+308\n",
         "measure = \"mean\"", 1,
         "help: suppression = { marks = { \"-1.7976931348623157e+308\" = \"missing\" } }\n"},
        {"a date in ODS", "t.ods", ods_of({{"Data", {{"Ward", "n"}, {"North", "=date:41730"}}}}),
         "", 1, "error: t.ods:Data!B2: column \"n\": \"2014-04-01\" looks like a date"},
        {"a broken dBase file", "t.dbf", "nonsense", "", 1,
         "error: t.dbf: a dBase file that cannot be read"},
        {"a query for a text file", "t.csv", whole, "query = \"SELECT 1\"", 1,
         "error: t.csv: a query is given, but this is a text file\n"},
        {"a sheet of a text file", "t.csv", whole, "sheet = \"Data\"", 1,
         "error: t.csv: a sheet is given, but this is a text file\n"},
        {"a range that is none", "t.csv", whole, "range = \"A1-B2\"", 1,
         "error: t.csv: \"A1-B2\" is not a range of cells\n"},
        {"a database that is none", "t.sqlite", "nonsense", "", 1,
         "error: t.sqlite: an SQLite database that cannot be read"},
    };
    return inputs;
}

const std::vector<Input>& texts() {
    static const std::vector<Input> inputs = {
        table("UTF-16, little end first", wide_text(whole, false), 0, "t.csv (UTF-16LE)"),
        table("UTF-16, big end first", wide_text(whole, true), 0, "t.csv (UTF-16BE)"),
        table("a byte-order mark", "\xEF\xBB\xBF" + whole, 0, "t.csv (UTF-8 with byte-order mark)"),
        table("Windows-1252", "Ward,n,caf\xE9\nNorth,1,\n", 0, "t.csv (Windows-1252)"),
        table("an encoding that is none", whole, 1,
              "the file is not text in the encoding \"KLINGON\"", "encoding = \"KLINGON\""),
        table("semicolons", "Ward;n\nNorth;1\n", 0, "1 of 4 wards have a row"),
        table("tabs", "Ward\tn\nNorth\t1\n", 0, "1 of 4 wards have a row"),
        table("trailing commas", "Ward,n,,,\nNorth,1,,,\n", 0, "1 of 4 wards have a row"),
        table("a quote never closed", "Ward,n\n\"North,1\n" + rest, 1,
              "error: t.csv:2: a quotation mark is opened here and never closed\n"),
        table("thousands without quotes", "Ward,n\nNorth,1,234\n", 1,
              "error: t.csv:2: the row has 3 cells, the header 2\n"),
        table("a zero byte", std::string("Ward,n\nNor\0th,1\n", 15), 1,
              "error: t.csv: the file is not text: a zero byte at 10\n"),
        table("titles and footnotes", "Crime,\n\n" + whole + "\nSource: Kent Police\n", 0,
              "Line 9 is a footnote: \"Source: Kent Police\""),
        table("a column twice", "Ward,n,n\nNorth,1,2\n", 1,
              "error: t.csv:1: two columns have the name \"n\"\n"),
        table("a column that is not there", "Ward,m\nNorth,1\n", 1,
              "error: t.csv:1: there is no column \"n\"\n"),
        table("a year over categories", ",2013,2014\nWard,ASB,ASB\nNorth,1,2\n", 0,
              "figures from 2014 ASB", "value = \"2014 ASB\""),
        table("a line of units", "Ward,n\n,number\nNorth,1\n", 0,
              "Line 2 is a line of units: \"number\""),
        table("a total in the middle", "Ward,n\nNorth,1\nTotal,10\n" + rest, 0,
              "Line 3, Total: 10 = 10 known; agrees."),
        table("a total that is wrong", "Ward,n\nTotal,99\nNorth,1\n" + rest, 0,
              "the total 99 (Total) is not the sum of its parts, 10"),
        table("a heading among wards", "Ward,n\nTestshire villages,\nNorth,1\n", 0,
              "Line 2, \"Testshire villages\": not joined, a heading: it has no figure."),
        table("a place outside", "Ward,n\nUnknown,7\nNorth,1\n", 0,
              "\"Unknown\" is not a ward of the map: its figure 7 is left out"),
    };
    return inputs;
}

const std::vector<Input>& cells() {
    static const std::string unknown = " is neither a figure nor a declared mark\n";
    static const std::vector<Input> inputs = {
        cell("a blank", "", 0, "Sum of the known figures 9 "),
        cell("two dots", "..", 0, "Sum of the known figures 9 "),
        cell("not applicable", "[z]", 0, "Sum of the known figures 9 "),
        cell("thousands", "1,234", 0, "Sum of the known figures 1,243 "),
        cell("thin spaces", "1\u2009234", 0, "Sum of the known figures 1,243 "),
        cell("a power of ten", "1.2e3", 0, "Sum of the known figures 1,209 "),
        cell("a provisional figure", "12 [p]", 0, "Sum of the known figures 21 "),
        cell("below five", "<5", 0, "\"<5\" is read as withheld, 0 to 4"),
        cell("a range", "1-4", 0, "\"1-4\" is read as withheld, 1 to 4"),
        cell("words", "5 or fewer", 0, "\"5 or fewer\" is read as withheld, 0 to 5"),
        cell("a star", "*", 1, "error: t.csv:2:2: column \"n\": \"*\"" + unknown),
        cell("a declared star", "*", 0, "1 withheld", "suppression = \"le4\""),
        cell("confidential", "[c]", 1, "\"[c]\"" + unknown),
        cell("low", "[low]", 1, "if figures are rounded to 5"),
        cell("a dash", "-", 1, "\"-\" = \"zero\" } } if it means none"),
        cell("a declared dash", "-", 0, "Sum of the known figures 9 ",
             "suppression = { marks = { \"-\" = \"zero\" } }"),
        cell("a question mark", "?", 1, "\"?\"" + unknown),
        cell("to be confirmed", "tbc", 1, "\"tbc\"" + unknown),
        cell("not a number", "NaN", 1, "\"NaN\"" + unknown),
        cell("a division by zero", "#DIV/0!", 1, "\"#DIV/0!\" is a spreadsheet error\n"),
        cell("a value that is not there", "#N/A", 1, "\"#N/A\" is a spreadsheet error\n"),
        cell("a date", "04-Jan", 1, "\"04-Jan\" looks like a date that a spreadsheet made"),
        cell("a negative count", "(12)", 1, "\"(12)\" is a negative count\n"),
        cell("no data as -999", "-999", 1,
             "help: suppression = { marks = { \"-999\" = \"missing\" } }"),
        cell("a percentage as a count", "12%", 1, "\"12%\" is a percentage, not a count\n"),
        cell("half a count", "1.5", 1, "\"1.5\" is a fraction of a count\n"),
        cell("continental thousands", "1.234", 1, "help: write thousands with commas"),
        cell("a decimal comma", "1,5", 1, "help: write decimals with a point"),
        cell("thirty digits", std::string(30, '9'), 1, "is larger than any count of an area"),
        cell("a scheme that is none", "1", 1, "there is no suppression scheme \"few\"",
             "suppression = \"few\""),
    };
    return inputs;
}

const std::vector<Input>& keys() {
    static const std::vector<Input> inputs = {
        key("a misspelt name", "Nroth", 1, "help: did you mean \"North\"?"),
        key("capitals and a suffix", "  NORTH  Ward", 0, "4 of 4 wards have a row"),
        key("a code among names", "e05000001 ", 0, "4 of 4 wards have a row"),
        key("an LSOA", "E01024385", 1,
            "\"E01024385\" is not a ward of wards.geojson; it looks like an LSOA: sum LSOAs by "
            "area"),
        key("a postcode", "ME14 1XX", 1, "it looks like a postcode"),
        key("a code that became a number", "5.00E+04", 1,
            "a spreadsheet has made a number of a code"),
        key("no name", "", 1, "error: t.csv:2: the row names no ward\n"),
        key("a ward of another district", "Paris", 1, "\"Paris\" is not a ward of wards.geojson\n"),
        table("a ward twice, same figure", whole + "North,1\n", 1,
              "error: t.csv:6: North is here and on line 2, with the same figure\n"),
        table("a ward twice, taken once", whole + "North,1\n", 0, "not joined, the same as line 2",
              "duplicates = \"identical\""),
        table("a ward twice, other figure", whole + "North,9\n", 1,
              "error: t.csv:6: North is here and on line 2, with another figure\n",
              "duplicates = \"identical\""),
        table("a ward twice, added up", whole + "North,9\n", 0, "Sum of the known figures 19 ",
              "duplicates = \"sum\""),
        table("code and name disagree",
              "Code,Ward,n\nE05000001,Park Wood,1\nE05000002,North Downs,2\n", 1,
              "error: t.csv:2: Code \"E05000001\" does not agree with Ward \"Park Wood\""),
        table(
            "codes of other boundaries", "Code,n\nE05009001,1\nE05009002,2\nE05009003,3\n", 1,
            "\"E05009001\" is not among the 4 wards of wards.geojson; 3 of 3 codes of column Code "
            "belong to other boundaries than WD13CD (2013); their numbers are higher"),
        table("no ward at all", "Town,n\nParis,1\nLyon,2\n", 1,
              "no row of column \"Town\" names a ward of wards.geojson"),
        table("wards left out", "Ward,n\nNorth,1\n", 0, "3 of 4 wards are not in the table and"),
        table("a word that a column never holds", "Ward,type,n\nNorth,ASB,1\n", 1,
              "error: t.csv:1:2: column \"type\" does not contain \"Theft\"\n  expected: one of "
              "ASB\n",
              "where = { type = \"Theft\" }"),
        table("rows of other categories", "Ward,type,n\nNorth,ASB,1\nNorth,Theft,2\n", 0,
              "The filter (where) leaves out 1 row of the table.", "where = { type = \"Theft\" }"),
    };
    return inputs;
}

void check(const std::vector<Input>& inputs) {
    for (const auto& input : inputs) {
        const TempFolder folder;
        folder.write("wards.geojson", squares_geojson(four_wards()));
        if (input.file != ".") folder.write(input.file, input.content);
        const bool has_value = input.keys.starts_with("value");
        folder.write("p.toml",
                     "[boundaries]\nsource = \"wards.geojson\"\n[[category]]\nid = \"asb\"\n"
                     "table = \"" +
                         input.file + "\"\n" + (has_value ? "" : "value = \"n\"\n") + input.keys +
                         "\n");
        const auto done = run(folder.path(), "check p.toml");
        INFO(input.what << "\n" << done.err << done.out);
        CHECK(done.code == input.code);
        CHECK((input.code == 0 ? done.out : done.err).find(input.wording) != std::string::npos);
        CHECK((input.code == 0 ? done.err : done.out).empty());
    }
}

} // namespace

TEST_CASE("Bad and strange files", "[program][inputs]") {
    check(files());
}

TEST_CASE("Bad and strange texts and layouts", "[program][inputs]") {
    check(texts());
}

TEST_CASE("Bad and strange figures", "[program][inputs]") {
    check(cells());
}

TEST_CASE("Bad and strange names and codes of wards", "[program][inputs]") {
    check(keys());
}

TEST_CASE("There are at least 60 bad and strange inputs", "[program][inputs]") {
    CHECK(files().size() + texts().size() + cells().size() + keys().size() >= 60);
}

TEST_CASE("A name shared by two districts is resolved by the table's district", "[program]") {
    const TempFolder folder;
    const auto square = [](const std::string& code, const std::string& name,
                           const std::string& district, int at) {
        return fmt::format(
            R"({{"type":"Feature","properties":{{"WD23CD":"{}","WD23NM":"{}","LAD23CD":"{}",)"
            R"("LAD23NM":"{}"}},"geometry":{{"type":"Polygon","coordinates":)"
            R"([[[{},51],[{},51],[{},51.01],[{},51.01],[{},51]]]}}}})",
            code, name, district == "Dover" ? "E07000108" : "E07000107", district, 0.01 * at,
            0.01 * (at + 1), 0.01 * (at + 1), 0.01 * at, 0.01 * at);
    };
    folder.write("wards.geojson", R"({"type":"FeatureCollection","features":[)" +
                                      square("E05000001", "Castle", "Dover", 1) + "," +
                                      square("E05000002", "Castle", "Dartford", 2) + "," +
                                      square("E05000003", "Heath", "Dartford", 3) + "," +
                                      square("E05000004", "Eastry", "Dover", 4) + "]}");
    folder.write("p.toml", "[boundaries]\nsource = \"wards.geojson\"\n[[category]]\nid = \"asb\"\n"
                           "table = \"t.csv\"\nvalue = \"n\"\n");
    const auto check = [&](const std::string& table) {
        folder.write("t.csv", table);
        return run(folder.path(), "check p.toml");
    };
    const auto by_name =
        check("District,Ward,n\nDartford,Castle,7\nDOVER,Castle,2\nDartford,Heath,1\n"
              "Dover,Eastry,5\n");
    INFO(by_name.err << by_name.out);
    CHECK(by_name.code == 0);
    CHECK(by_name.out.find("Castle (Dartford), Eastry and Castle (Dover), hold 93%") !=
          std::string::npos);
    const auto by_code = check("lad,Ward,n\nE07000107,Castle,7\nE07000108,Castle,2\n"
                               "E07000107,Heath,1\nE07000108,Eastry,5\n");
    INFO(by_code.err);
    CHECK(by_code.code == 0);
    const auto alone = check("Ward,n\nCastle,7\nHeath,1\nEastry,5\n");
    CHECK(alone.code == 1);
    CHECK(alone.err.find("\"Castle\" is the name of several wards\n"
                         "  expected: a code, or a column with the district") != std::string::npos);
    const auto other = check("District,Ward,n\nDartford,Castle,7\nDover,Castle,2\n"
                             "Ashford,Heath,1\nDover,Eastry,5\nDartford,Heath,3\n");
    CHECK(other.code == 1);
    CHECK(other.err.find("t.csv:4:1: Heath is a ward of E07000107 or Dartford in the boundaries, "
                         "not of \"Ashford\"") != std::string::npos);
}

TEST_CASE("Seventy faulty rows of two kinds fit on one screen, each kind with its number",
          "[program][findings]") {
    const TempFolder folder;
    write_four_wards(folder);
    std::string table = "Ward code,incidents\nE05000001,1\nE05000002,2\nE05000003,3\nE05000004,4\n";
    for (int i = 0; i < 40; ++i) {
        table += fmt::format("E0500000{},{}\n", 1 + i % 4, 50 + i); // lines 6 to 45
    }
    for (char c = 'a'; c < 'a' + 26; ++c) {
        table += fmt::format("Nowhere{},7\n", c); // lines 46 to 71
    }
    folder.write("asb.csv", table);
    const auto done = run(folder.path(), "check project.toml");
    INFO(done.err);
    CHECK(done.code == 1);
    CHECK(std::count(done.err.begin(), done.err.end(), '\n') <= 40);
    CHECK(done.err.find("error: asb.csv: 40 rows repeat a ward of another row\n"
                        "  line 6: ") != std::string::npos);
    CHECK(done.err.find("\n  and 35 more\n") != std::string::npos);
    CHECK(done.err.find("warning: asb.csv:46: 26 rows name no ward of the map, and are left out: "
                        "\"Nowherea\" (line 46), ") != std::string::npos);
    CHECK(done.err.find(" and 6 more; their figures add up to 182\n") != std::string::npos);
}

TEST_CASE("Earlier findings are printed after the errors of a failed run, unless it is quiet",
          "[program][findings]") {
    const TempFolder folder;
    write_four_wards(folder);
    // A bow tie that is repaired, and a table that then does not join.
    const auto wards = read_file(folder.path() / "wards.geojson");
    const std::string ring = "[[576000,155000],[577000,155000],[577000,156000],[576000,156000]";
    const auto at = wards.find(ring);
    REQUIRE(at != std::string::npos);
    auto bow_tie = wards;
    bow_tie.replace(at, ring.size(),
                    "[[576000,155000],[577000,156000],[577000,155000],[576000,156000]");
    folder.write("wards.geojson", bow_tie);
    folder.write("asb.csv", "Ward code,incidents\nE05000001,5\nNowhere,1\n");
    const auto done = run(folder.path(), "check project.toml");
    CHECK(done.code == 1);
    INFO(done.err);
    const auto error = done.err.find("error: asb.csv:3: ");
    const auto warning = done.err.find("warning: wards.geojson: the polygon of North was repaired");
    REQUIRE(error == 0);
    REQUIRE(warning != std::string::npos);
    CHECK(error < warning);
    const auto quiet = run(folder.path(), "check project.toml --quiet");
    CHECK(quiet.err.find("warning:") == std::string::npos);
    CHECK(quiet.err.starts_with("error: asb.csv:3: "));
}
