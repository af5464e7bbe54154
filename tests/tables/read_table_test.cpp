// SPDX-License-Identifier: MIT
#include "tables/read_table.h"

#include "base/error.h"
#include "support/catch.h"
#include "support/files.h"
#include "tables/mark.h"
#include "tables/read_cell.h"

using namespace wardmap;
using testing::TempFolder;

namespace {

tables::Table read(const TempFolder& folder, const std::string& content,
                   const std::vector<std::string>& wanted = {"Ward", "Total"}) {
    tables::TableSource source;
    source.file.resolved = folder.write("t.csv", content);
    source.file.written = "t.csv";
    source.wanted = wanted;
    return tables::read_table(source);
}

std::string failure(const std::string& content,
                    const std::vector<std::string>& wanted = {"Ward", "Total"}) {
    const TempFolder folder;
    try {
        (void)read(folder, content, wanted);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

std::string why_not(const std::string& text, const std::vector<tables::Mark>& marks = {}) {
    const auto reading = tables::read_cell(text, marks, tables::FigureKind::count);
    const auto* const bad = std::get_if<tables::Unreadable>(&reading);
    return bad != nullptr ? bad->found : "readable";
}

Cell cell(const std::string& text, tables::FigureKind kind = tables::FigureKind::number) {
    const auto reading = tables::read_cell(text, {}, kind);
    INFO(text);
    REQUIRE(std::holds_alternative<Cell>(reading));
    return std::get<Cell>(reading);
}

} // namespace

TEST_CASE("Title lines, blank lines and footnotes are set aside with their lines", "[tables]") {
    const TempFolder folder;
    const auto table =
        read(folder, "Hospital admissions 2012,,\n*4 or less suppressed,,\n\nWard,Total,\n"
                     "High Street,75,\nLoose,*,\nMaidstone,649,\n\n"
                     "Source: Kent County Council\n");
    CHECK(table.header_line == 4);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[1].line == 6);
    CHECK(table.rows[1].cells[1] == "*");
    std::vector<std::size_t> titles;
    std::vector<std::size_t> footnotes;
    for (const auto& aside : table.asides) {
        if (aside.kind == tables::NonDataLine::Kind::title) titles.push_back(aside.line);
        if (aside.kind == tables::NonDataLine::Kind::footnote) footnotes.push_back(aside.line);
    }
    CHECK(titles == std::vector<std::size_t>{1, 2});
    CHECK(footnotes == std::vector<std::size_t>{9});
}

TEST_CASE("Encodings, line ends and delimiters are detected", "[tables]") {
    const TempFolder folder;
    CHECK(read(folder, "\xEF\xBB\xBFWard,Total\r\nA,1\r\n").encoding ==
          "UTF-8 with byte-order mark");
    const auto welsh = read(folder, "Ward;Total\rFelin-f\xE2"
                                    "ch;1\r");
    CHECK(welsh.encoding == "Windows-1252");
    CHECK(welsh.delimiter == ';');
    CHECK(welsh.rows.at(0).cells[0] == "Felin-fâch");
    CHECK(welsh.findings.size() == 1);
    CHECK(read(folder, std::string("\xFF\xFEW\0a\0r\0d\0\t\0T\0o\0t\0a\0l\0\n\0A\0\t\0002\0", 30))
              .rows.at(0)
              .cells[1] == "2");
    CHECK(read(folder, "Ward,Total\n\"Smith, \"\"The\"\" Ward\nNorth\",3\nB,4\n").rows.at(1).line ==
          4);
}

TEST_CASE("Columns are found whatever their case and blanks", "[tables]") {
    const TempFolder folder;
    const auto table = read(folder, "ward ,TOTAL\nA,1\n");
    CHECK(table.column("Ward") == std::size_t{0});
    CHECK_FALSE(table.column("absent"));
}

TEST_CASE("Errors in a table are reported with file, line and help", "[tables]") {
    CHECK(failure("") == "error: t.csv: the file is empty\n"
                         "  expected: a table (CSV, XLSX, ODS, XLS, DBF or a database)\n"
                         "  help: fetch or export it again");
    CHECK(failure("Ward,Total\n") ==
          "error: t.csv:1: the table has a header and no rows\n  expected: a row for each area");
    CHECK(failure("Ward,Totl\nA,1\n") ==
          "error: t.csv:1: there is no column \"Total\"\n  expected: one of Ward or Totl\n"
          "  help: did you mean \"Totl\"?");
    CHECK(failure("Ward,Total\nA,1\n\"B,2\nC,3\n") ==
          "error: t.csv:3: a quotation mark is opened here and never closed\n"
          "  expected: a closing quotation mark\n"
          "  help: close it, or double it if it is part of the text");
    CHECK(
        failure("Ward,Total\nA,1,234\n") ==
        "error: t.csv:2: the row has 3 cells, the header 2\n  expected: as many cells as columns\n"
        "  help: put quotation marks around a cell that holds the delimiter, such as \"1,234\"");
    CHECK(failure("Ward,Total,Total\nA,1,2\n") ==
          "error: t.csv:1: two columns have the name \"Total\"\n  expected: a unique name for each "
          "column\n"
          "  help: rename one of them; below a line of years, name the year too: value = \"2014 "
          "ASB\"");
}

TEST_CASE("Files other than tables are identified", "[tables]") {
    CHECK(failure("%PDF-1.4 ...").starts_with("error: t.csv: this is a PDF document\n"));
    CHECK(failure("PK\x03\x04...")
              .starts_with("error: t.csv: this is a workbook or another zipped file\n"));
    CHECK(failure("\n<!doctype html><p>404").starts_with("error: t.csv: this is a web page"));
    CHECK(failure("\x89PNG\r\n").starts_with("error: t.csv: this is a picture\n"));
    CHECK(failure(std::string("Ward,To\0tal\n", 12))
              .starts_with("error: t.csv: the file is not text: a zero byte at 7\n"));
    const TempFolder folder;
    tables::TableSource source;
    source.file = {"a folder", folder.path().string()};
    CHECK_THROWS_WITH(tables::read_table(source), "error: a folder: this is a folder\n"
                                                  "  expected: a table (CSV, XLSX, ODS, XLS, DBF "
                                                  "or a database)\n  help: name the file in it");
    source.file.resolved = (folder.path() / "tabel.csv").string();
    folder.write("table.csv", "x");
    CHECK_THROWS_WITH(tables::read_table(source),
                      "error: a folder: there is no such file\n"
                      "  expected: a table (CSV, XLSX, ODS, XLS, DBF or a database)\n"
                      "  help: did you mean \"table.csv\"?");
}

TEST_CASE("Cells are read in every usual form of figures", "[tables]") {
    CHECK(cell("1,234") == Cell::known(1234));
    CHECK(cell("1 234") == Cell::known(1234));
    CHECK(cell("12%") == Cell::known(12));
    CHECK(cell("0.30000000000000004") == cell("0.3"));
    CHECK(cell("4.999999999999999") == Cell::known(5));
    CHECK(cell("0.1234567890123456789") == Cell::known(0.123456789012346));
    CHECK(cell("£1,000") == Cell::known(1000));
    CHECK(cell("12*") == Cell::known(12));
    CHECK(cell("12 [p]") == Cell::known(12));
    CHECK(cell("(311)") == Cell::known(-311));
    CHECK(cell("\u22124.5") == Cell::known(-4.5));
    CHECK(cell("1\u2009234") == Cell::known(1234));
    CHECK(cell("1\u202F234\u00A0567") == Cell::known(1234567));
    CHECK(cell("1.2e3") == Cell::known(1200));
    CHECK(cell("12 [note 1]") == Cell::known(12));
    CHECK(cell("12³") == Cell::known(12));
    CHECK(cell("0", tables::FigureKind::count) == Cell::known(0));
    for (const char* const text : {"", " ", "..", ":", "x", "z", "[x]", "[Z]", "N/A"}) {
        CHECK(cell(text).is_missing());
    }
}

TEST_CASE("Declared marks take precedence, also over numbers", "[tables]") {
    const std::vector<tables::Mark> marks = {{"*", 0, 4}, {"0", 0, 2}};
    CHECK(std::get<Cell>(tables::read_cell("*", marks, tables::FigureKind::count)) ==
          Cell::suppressed(0, 4));
    CHECK(std::get<Cell>(tables::read_cell("0", marks, tables::FigureKind::count)) ==
          Cell::suppressed(0, 2));
}

TEST_CASE("Marks may mean zero or no figure", "[tables]") {
    using Meaning = tables::Mark::Meaning;
    const std::vector<tables::Mark> marks = {{"-", 0, 0, Meaning::zero},
                                             {"w", 0, 0, Meaning::missing}};
    CHECK(std::get<Cell>(tables::read_cell("-", marks, tables::FigureKind::count)) ==
          Cell::known(0));
    CHECK(std::get<Cell>(tables::read_cell("W", marks, tables::FigureKind::count)).is_missing());
}

TEST_CASE("Stated intervals are suppressed figures", "[tables]") {
    for (const auto& [text, low, high] :
         std::vector<std::tuple<std::string, double, double>>{{"<5", 0, 4},
                                                              {"< 5", 0, 4},
                                                              {"<=5", 0, 5},
                                                              {"≤5", 0, 5},
                                                              {"1-4", 1, 4},
                                                              {"1 – 4", 1, 4},
                                                              {"1 to 4", 1, 4},
                                                              {"5 or fewer", 0, 5},
                                                              {"4 or less", 0, 4},
                                                              {"fewer than 5", 0, 4},
                                                              {"Less than 3", 0, 2}}) {
        INFO(text);
        CHECK(cell(text, tables::FigureKind::count) == Cell::suppressed(low, high));
    }
    CHECK(cell("<5", tables::FigureKind::number) == Cell::suppressed(0, 5));
}

TEST_CASE("UTF-16 is recognised even without a byte-order mark", "[tables]") {
    const TempFolder folder;
    const auto little =
        read(folder, std::string("W\0a\0r\0d\0,\0T\0o\0t\0a\0l\0\n\0A\0,\0002\0", 28));
    CHECK(little.encoding == "UTF-16LE");
    CHECK(little.rows.at(0).cells[1] == "2");
    const auto big = read(folder, std::string("\0W\0a\0r\0d\0,\0T\0o\0t\0a\0l\0\n\0A\0,\0002", 28));
    CHECK(big.encoding == "UTF-16BE");
    CHECK(big.rows.at(0).cells[1] == "2");
}

TEST_CASE("Text that is not a figure is never read as zero", "[tables]") {
    CHECK(why_not("*") == "\"*\" is neither a figure nor a declared mark");
    CHECK(why_not("tbc") == "\"tbc\" is neither a figure nor a declared mark");
    CHECK(why_not("#REF!") == "\"#REF!\" is a spreadsheet error");
    CHECK(why_not("04-Jan") ==
          "\"04-Jan\" looks like a date that a spreadsheet made of a range such as 1-4");
    CHECK(why_not("-5") == "\"-5\" is a negative count");
    CHECK(why_not("1.5") == "\"1.5\" is a fraction of a count");
    CHECK(why_not("1e9") == "\"1e9\" is larger than any count of an area");
    for (const char* const text :
         {"NaN", "inf", "n<10", "1/4", "-", "c", "[c]", "[low]", ">5", "4-1", "2014/04/01",
          "2014-04-01", "1.234.567", "1,5", "12,34", "0x10", "123456789012345678901234567890"}) {
        INFO(text);
        CHECK(why_not(text) != "readable");
    }
}
