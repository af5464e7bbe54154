// SPDX-License-Identifier: MIT
// Workbooks, dBase files and databases as tables.
#include "support/workbooks.h"

#include <cstdlib>

#include "base/error.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/workbook_parts.h"
#include "tables/range.h"
#include "tables/read_table.h"

using namespace wardmap;
using testing::TempFolder;
using testing::TestSheet;

namespace {

const TestSheet admissions = {"Table 1",
                              {{"Admissions by ward"},
                               {},
                               {"", "Ward", "Total"},
                               {"", "High Street", "75"},
                               {"", "Loose", "*"},
                               {"", "Maidstone", "75"},
                               {},
                               {"", "Source: Kent County Council"}}};

tables::TableSource source_of(const std::string& path,
                              const std::vector<std::string>& wanted = {"Ward", "Total"}) {
    tables::TableSource source;
    source.file.resolved = path;
    source.file.written = std::filesystem::path(path).filename().string();
    source.wanted = wanted;
    return source;
}

std::string failure(const tables::TableSource& source) {
    try {
        (void)tables::read_table(source);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

/// A file that ogr2ogr makes from a CSV table.
std::string converted(const TempFolder& folder, const std::string& csv, const std::string& file,
                      const std::string& options = "") {
    folder.write("from.csv", csv);
    const auto path = (folder.path() / file).string();
    const auto command = "ogr2ogr " + options + " '" + path + "' '" +
                         (folder.path() / "from.csv").string() + "' 2>/dev/null";
    REQUIRE(std::system(command.c_str()) == 0);
    return path;
}

void put_byte(const std::string& path, std::streamoff at, char value) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(at);
    file.put(value);
}

} // namespace

TEST_CASE("XLSX and ODS sheets are read like CSV, with their row numbers", "[tables]") {
    const TempFolder folder;
    for (const auto& [name, bytes] : {std::pair{"a.xlsx", testing::xlsx_of({admissions})},
                                      {"a.ods", testing::ods_of({admissions})}}) {
        INFO(name);
        const auto table = tables::read_table(source_of(folder.write(name, bytes)));
        CHECK(table.is_workbook);
        CHECK(table.sheet == "Table 1");
        CHECK(table.header_line == 3);
        REQUIRE(table.rows.size() == 3);
        CHECK(table.rows[1].line == 5);
        CHECK(table.rows[1].cells[*table.column("Total")] == "*");
        CHECK(to_text(table.at(5, table.column("Total"))) == std::string(name) + ":Table 1!C5");
        CHECK(to_text(table.at(5)) == std::string(name) + ":Table 1!5");
        CHECK(table.asides.back().text == "Source: Kent County Council");
    }
}

TEST_CASE("An old .xls is read, and its limitations are reported", "[tables]") {
    const auto table =
        tables::read_table(source_of(testing::source_file("tests/tables/files/wards.xls")));
    CHECK(table.rows.size() == 4);
    CHECK(table.rows[3].cells[1] == "1000");
    REQUIRE(table.findings.size() == 1);
    CHECK(table.findings[0].found ==
          "an .xls workbook is read without its display: formulas are blank, number formats and "
          "superscripts are ignored, hidden rows are read");
}

TEST_CASE("With several sheets none is chosen; the suitable one is named", "[tables]") {
    const TempFolder folder;
    const auto path = folder.write(
        "b.xlsx", testing::xlsx_of({{"Notes", {{"About"}, {"this"}}}, {"Empty", {}}, admissions}));
    auto source = source_of(path);
    CHECK(failure(source) == "error: b.xlsx: there are 2 sheets: Notes and Table 1\n"
                             "  expected: the name of one of them\n"
                             "  help: sheet = \"Table 1\", the only one with these columns");
    source.sheet = "Tabel 1";
    CHECK(failure(source) == "error: b.xlsx: there is no sheet \"Tabel 1\"\n"
                             "  expected: one of Notes, Empty or Table 1\n"
                             "  help: did you mean \"Table 1\"?");
    source.sheet = "Table 1";
    CHECK(tables::read_table(source).rows.size() == 3);
    source.wanted = {"Ward", "Toal"};
    CHECK(failure(source) == "error: b.xlsx:Table 1!3: there is no column \"Toal\"\n"
                             "  expected: one of Ward or Total\n  help: did you mean \"Total\"?");
    source.sheet = "Empty";
    CHECK(failure(source).starts_with("error: b.xlsx:Empty: the table is empty\n"));
}

TEST_CASE("Only the range is read", "[tables]") {
    CHECK(tables::parse_range("B3:AF30")->last_column == 32);
    CHECK(tables::parse_range("$b$3:c")->last_row == 0);
    for (const char* const wrong : {"", "B3", "3:4", "C3:B4", "B4:C3", "B0:C3", "B3-C4"}) {
        INFO(wrong);
        CHECK_FALSE(tables::parse_range(wrong));
    }
    const TempFolder folder;
    auto two = admissions;
    two.rows[2].insert(two.rows[2].end(), {"", "Ward", "Total"});
    two.rows[3].insert(two.rows[3].end(), {"", "Bridge", "12"});
    auto source = source_of(folder.write("c.xlsx", testing::xlsx_of({two})));
    CHECK(failure(source).find("two columns have the name \"Ward\"") != std::string::npos);
    source.range = "E3:F4";
    const auto table = tables::read_table(source);
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].cells == std::vector<std::string>{"Bridge", "12"});
    CHECK(to_text(table.at(4, 1)) == "c.xlsx:Table 1!F4");
    source.range = "Z90:AA95";
    CHECK(failure(source).starts_with("error: c.xlsx: the range Z90:AA95 is empty\n"));
    source.range = "all";
    CHECK(failure(source) == "error: c.xlsx: \"all\" is not a range of cells\n"
                             "  expected: two corners\n  help: range = \"A3:F30\"");
}

TEST_CASE("A year over categories, merged titles, a blank first column and units", "[tables]") {
    const TempFolder folder;
    const std::string csv = "Crime by ward,,,,,\n"
                            ",,2013,,2014,,\n"
                            ",Ward,ASB,Theft,ASB,Theft,\n"
                            ",,number,number,number,number,\n"
                            ",Loose,1,2,3,4,\n"
                            ",Maidstone,9,9,9,9,\n"
                            ",Bridge,5,6,7,8,\n";
    auto source = source_of(folder.write("d.csv", csv), {"Ward", "2014 ASB"});
    const auto table = tables::read_table(source);
    CHECK(table.columns == std::vector<std::string>{"column 1", "Ward", "2013 ASB", "2013 Theft",
                                                    "2014 ASB", "2014 Theft", "column 7"});
    CHECK(table.header_line == 3);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[2].cells[4] == "7");
    CHECK(table.asides.at(1).kind == tables::NonDataLine::Kind::units);
    source.wanted = {"Ward", "Theft"};
    CHECK(failure(source).find("two columns have the name \"Theft\"") != std::string::npos);
    source.wanted = {"Ward", "2014 Theft"};
    source.header = {2, 3};
    CHECK(tables::read_table(source).rows.size() == 3);
    source.header = {77};
    CHECK(failure(source).starts_with("error: d.csv: header = 77, but there is no line 77"));
}

TEST_CASE("Files other than workbooks are identified", "[tables]") {
    const TempFolder folder;
    CHECK(failure(source_of(folder.write("a.xlsx", "Ward,Total\nA,1\n"))) ==
          "error: a.xlsx: this is not a workbook\n"
          "  expected: an Excel workbook (.xlsx, .xlsm) or an OpenDocument one (.ods)\n"
          "  help: give the file its own extension, such as .csv");
    CHECK(failure(source_of(folder.write("b.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 secret")))
              .starts_with("error: b.xlsx: this is an old Office file that holds no workbook\n"));
    const auto whole = testing::xlsx_of({admissions});
    CHECK(failure(source_of(folder.write("c.xlsx", whole.substr(0, whole.size() / 2))))
              .starts_with("error: c.xlsx: the workbook cannot be opened: "));
    CHECK(failure(source_of(folder.write("d.xlsx", testing::xlsx_of({{"Notes", {}}}))))
              .starts_with("error: d.xlsx: every sheet is empty\n"));
    CHECK(failure(source_of(folder.write("e.dbf", "not a dBase file at all, but long enough")))
              .starts_with("error: e.dbf: a dBase file that cannot be read"));
}

TEST_CASE("A dBase file is read in its code page, declared, detected or given", "[tables]") {
    const TempFolder folder;
    const std::string csv = "Ward,Total\nFelin-fâch,1\nPen-y-groes,2\nLlŷr,3\n";
    const std::string plain = "Ward,Total\nFelin-fâch,1\nPen-y-groes,2\n";
    const auto utf8 = tables::read_table(
        source_of(converted(folder, csv, "u.dbf", "-f 'ESRI Shapefile' -lco ENCODING=UTF-8")));
    CHECK(utf8.encoding == "UTF-8");
    CHECK(utf8.rows.at(2).cells[0] == "Llŷr");
    CHECK(utf8.rows.at(0).line == 2);
    const auto dos = converted(folder, plain, "d.dbf", "-f 'ESRI Shapefile' -lco ENCODING=CP850");
    CHECK(tables::read_table(source_of(dos)).encoding == "CP850");
    std::filesystem::remove(folder.path() / "d.cpg");
    const auto guessed = tables::read_table(source_of(dos));
    CHECK(guessed.encoding == "CP850");
    CHECK(guessed.rows.at(0).cells[0] == "Felin-fâch");
    CHECK(guessed.findings.at(0).found == "read as CP850: the file does not state its encoding");
    put_byte(dos, 29, 0x57); // declares Windows, but is not
    const auto wrong = tables::read_table(source_of(dos));
    CHECK(wrong.rows.at(0).cells[0] == "Felin-fâch");
    CHECK(wrong.findings.at(0).found ==
          "read as CP850: the file says ISO-8859-1, but its text is not");
    auto given = source_of(dos);
    given.encoding = "WINDOWS-1252";
    CHECK(tables::read_table(given).rows.at(0).cells[0] == "Felin-fƒch");
}

TEST_CASE("Tables of databases are read whole or by a query, and never changed", "[tables]") {
    const TempFolder folder;
    const std::string csv = "Ward,Total\nLoose,1\nBridge,2\n";
    for (const auto& [file, format] : {std::pair{"a.gpkg", "GPKG"}, {"a.sqlite", "SQLite"}}) {
        INFO(file);
        const auto path = converted(folder, csv, file, "-f " + std::string(format) + " -nln crime");
        auto source = source_of(path);
        CHECK(tables::read_table(source).rows.at(1).cells ==
              std::vector<std::string>{"Bridge", "2"});
        source.query = "SELECT Ward, 10 * Total AS Total FROM crime ORDER BY Ward";
        CHECK(tables::read_table(source).rows.at(0).cells ==
              std::vector<std::string>{"Bridge", "20"});
        source.query = "DELETE FROM crime";
        CHECK(failure(source).starts_with(
            "error: " + std::string(file) +
            ": the query \"DELETE FROM crime\" is not a single SELECT\n"));
        source.query = "SELECT * FROM nosuch";
        CHECK(failure(source).find("the query fails: ") != std::string::npos);
        source.query = "";
        source.sheet = "crme";
        CHECK(failure(source).find("help: did you mean \"crime\"?") != std::string::npos);
    }
    auto csv_query = source_of(folder.write("t.csv", csv));
    csv_query.query = "SELECT 1";
    CHECK(
        failure(csv_query).starts_with("error: t.csv: a query is given, but this is a text file"));
}

TEST_CASE("A server that does not answer is reported without the password", "[tables]") {
    tables::TableSource source;
    source.file.resolved = "PG:host=127.0.0.1 port=1 dbname=crime user=me password=hush";
    source.file.written = "PG:host=127.0.0.1 port=1 dbname=crime user=me password=***";
    source.query = "SELECT 1";
    const auto wording = failure(source);
    CHECK(wording.find("the database cannot be reached: ") != std::string::npos);
    CHECK(wording.find("hush") == std::string::npos);
}

TEST_CASE("Cells beside merged ones of an ODS are in their own columns", "[tables]") {
    const TempFolder folder;
    const TestSheet sheet = {"Crime",
                             {{"=merged:7:Crime by ward"},
                              {"Ward", "=merged:3:2013", "=merged:3:2014"},
                              {"", "ASB", "Burglary", "Theft", "ASB", "Burglary", "Theft"},
                              {"Loose", "1", "2", "3", "4", "5", "6"},
                              {"Leeds", "=merged:3:closed", "7", "8", "9"}}};
    const auto path = folder.write("t.ods", testing::ods_of({sheet}));
    const auto table = tables::read_table(source_of(path, {"2014 ASB", "2013 Theft"}));
    CHECK(table.columns == std::vector<std::string>{"Ward", "2013 ASB", "2013 Burglary",
                                                    "2013 Theft", "2014 ASB", "2014 Burglary",
                                                    "2014 Theft"});
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].cells == std::vector<std::string>{"Loose", "1", "2", "3", "4", "5", "6"});
    CHECK(table.rows[1].cells ==
          std::vector<std::string>{"Leeds", "closed", "", "", "7", "8", "9"});
}

namespace {

std::string text_cell(const std::string& text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

/// A text followed by a superscript.
std::string raised_cell(const std::string& text, const std::string& mark) {
    return "<c t=\"inlineStr\"><is><r><t>" + text +
           "</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>" + mark + "</t></r></is></c>";
}

std::string workbook_of(const std::string& rows, const std::string& before = "") {
    return testing::zip_of_parts(testing::xlsx_parts(
        testing::xlsx_sheet_xml(rows, before),
        {{"xl/styles.xml",
          testing::xlsx_styles({"General", "[<5]\"<5\";0", "0.0\"%\"", "0%", ";;;"})}}));
}

std::vector<std::string> found_in(const tables::Table& table) {
    std::vector<std::string> found;
    for (const auto& finding : table.findings) {
        found.push_back(finding.found);
    }
    return found;
}

const std::string hidden_rows = "<row>" + text_cell("Ward") + text_cell("Total") +
                                text_cell("Draft") + "</row><row>" + text_cell("Loose") +
                                "<c><v>1</v></c><c><v>7</v></c></row><row hidden=\"1\">" +
                                text_cell("Bridge") + "<c><v>2</v></c></row><row>" +
                                text_cell("Leeds") + "<c><v>3</v></c></row>";
const std::string third_hidden = R"(<cols><col min="3" max="3" hidden="1"/></cols>)";

} // namespace

TEST_CASE("A sheet is read as displayed", "[tables]") {
    const TempFolder folder;
    const auto path = folder.write(
        "s.xlsx",
        workbook_of("<row>" + text_cell("Ward") + raised_cell("Total", "2") + text_cell("Share") +
                    "</row><row>" + raised_cell("Loose", "1") + raised_cell("5", "1") +
                    "<c s=\"2\"><v>25.6</v></c></row><row>" + text_cell("Bridge") +
                    "<c s=\"1\"><v>3</v></c><c s=\"3\"><v>0.256</v></c></row><row>" +
                    text_cell("Leeds") +
                    "<c><v>18.000000000000004</v></c><c s=\"4\"><v>7</v></c></row><row>" +
                    text_cell("Boxley") + "<c><v>4.999999999999999</v></c><c t=\"b\"><v>1</v></c>" +
                    "</row>"));
    const auto table = tables::read_table(source_of(path));
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[0].cells == std::vector<std::string>{"Loose", "5", "25.6%"});
    CHECK(table.rows[1].cells == std::vector<std::string>{"Bridge", "<5", "25.6%"});
    CHECK(table.rows[2].cells == std::vector<std::string>{"Leeds", "18", ""});
    CHECK(table.rows[3].cells == std::vector<std::string>{"Boxley", "5", "TRUE"});
    CHECK(found_in(table) ==
          std::vector<std::string>{
              "1 cell is shown blank by the number format, and read as blank (C4)",
              "3 cells are followed by a raised footnote mark, left out (B1: 2, A2: 1, B2: 1)"});
}

TEST_CASE("Hidden rows and columns are reported, and read only if the project says so",
          "[tables]") {
    const TempFolder folder;
    auto source = source_of(folder.write("h.xlsx", workbook_of(hidden_rows, third_hidden)));
    const auto table = tables::read_table(source);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[1].cells[0] == "Leeds");
    CHECK(found_in(table) == std::vector<std::string>{"1 row is hidden, and left out (3)",
                                                      "1 column is hidden, and left out (C)"});
    REQUIRE(table.asides.size() == 1);
    CHECK(table.asides[0].kind == tables::NonDataLine::Kind::hidden);
    CHECK(table.asides[0].line == 3);
    CHECK(table.asides[0].text == "Bridge 2");
    source.wanted = {"Ward", "Draft"};
    CHECK(failure(source).find("there is no column \"Draft\"") != std::string::npos);
    CHECK(failure(source).find("1 column is hidden, and left out (C)\n"
                               "  help: show them in the workbook, or read them: hidden = "
                               "\"read\"") != std::string::npos);
    source.hidden = tables::HiddenCells::read;
    const auto all = tables::read_table(source);
    REQUIRE(all.rows.size() == 3);
    CHECK(all.rows[1].cells[0] == "Bridge");
    CHECK(all.rows[0].cells[2] == "7");
    CHECK(all.findings.at(0).severity == Severity::note);
    CHECK(all.findings.at(0).found == "1 row is hidden, and read, as hidden = \"read\" asks (3)");
}

TEST_CASE("Rows that a filter hides are left out, in Excel and OpenDocument", "[tables]") {
    const TempFolder folder;
    const auto cell = [](const std::string& text) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + text +
               "</text:p></table:table-cell>";
    };
    const auto row = [&](const std::string& ward, const std::string& total,
                         const std::string& more = "") {
        return "<table:table-row" + more + ">" + cell(ward) + cell(total) + "</table:table-row>";
    };
    const auto path = folder.write(
        "f.ods",
        testing::zip_of_parts(testing::ods_parts(
            "<table:table table:name=\"Data\">" + row("Ward", "Total") + row("Loose", "1") +
            row("Bridge", "2", " table:visibility=\"filter\"") + "</table:table>")));
    const auto table = tables::read_table(source_of(path));
    CHECK(table.rows.size() == 1);
    CHECK(found_in(table) ==
          std::vector<std::string>{"1 row is hidden by a filter, and left out (3)"});
}

TEST_CASE("A hidden sheet is read only by its name", "[tables]") {
    const TempFolder folder;
    const auto parts = [&](const std::string& state) {
        const std::string types =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const auto sheet =
            testing::xlsx_sheet_xml("<row>" + text_cell("Ward") + text_cell("Total") +
                                    "</row><row>" + text_cell("Loose") + "<c><v>1</v></c></row>");
        return testing::xlsx_parts(
            sheet,
            {{"xl/workbook.xml",
              R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
              R"(xmlns:r=")" +
                  types + R"("><sheets><sheet name="Seen" sheetId="1" r:id="s1"/>)" +
                  R"(<sheet name="Lists" sheetId="2" )" + state +
                  R"( r:id="s2"/></sheets></workbook>)"},
             {"xl/_rels/workbook.xml.rels",
              testing::relations_xml(
                  R"(<Relationship Id="s1" Target="worksheets/sheet1.xml" Type=")" + types +
                  R"(/worksheet"/><Relationship Id="s2" )"
                  R"(Target="worksheets/sheet2.xml" Type=")" +
                  types + R"(/worksheet"/>)")},
             {"xl/worksheets/sheet2.xml", sheet}});
    };
    auto source =
        source_of(folder.write("h.xlsx", testing::zip_of_parts(parts(R"(state="hidden")"))));
    const auto table = tables::read_table(source);
    CHECK(table.sheet == "Seen");
    CHECK(found_in(table) == std::vector<std::string>{"1 sheet is hidden, and left out (Lists)"});
    source.sheet = "Lists";
    CHECK(found_in(tables::read_table(source)) ==
          std::vector<std::string>{"the sheet is hidden in the workbook"});
    CHECK(failure(source_of(folder.write("v.xlsx", testing::zip_of_parts(parts("")))))
              .starts_with("error: v.xlsx: there are 2 sheets: Seen and Lists\n"));
}

TEST_CASE("A cell far from the table costs only its row, and many of them are refused",
          "[tables]") {
    const TempFolder folder;
    const auto few = folder.write(
        "few.xlsx",
        testing::zip_of_parts(testing::xlsx_parts(testing::xlsx_sheet_xml(
            "<row>" + text_cell("Ward") + text_cell("Total") + "</row><row>" + text_cell("Loose") +
            "<c><v>1</v></c></row><row><c r=\"A1048576\"><v>1</v></c></row>"))));
    const auto table = tables::read_table(source_of(few));
    CHECK(table.rows.size() == 2);
    CHECK(table.asides.empty());
    std::string rows;
    for (int i = 1; i <= 400; ++i) {
        rows += "<row><c r=\"XFD" + std::to_string(i) + "\"><v>1</v></c></row>";
    }
    const auto many = folder.write(
        "many.xlsx", testing::zip_of_parts(testing::xlsx_parts(testing::xlsx_sheet_xml(rows))));
    CHECK(failure(source_of(many))
              .starts_with("error: many.xlsx:Data: the sheet covers more than 6,000,000 cells"));
}

TEST_CASE("Codes of a text file that are protected from a spreadsheet's guesses are read",
          "[tables]") {
    const TempFolder folder;
    const auto table = tables::read_table(source_of(
        folder.write("t.csv", "Ward,Total\n=\"E05001001\",1\n\"=\"\"E05001002\"\"\",2²\n")));
    CHECK(table.rows.at(0).cells[0] == "E05001001");
    CHECK(table.rows.at(1).cells == std::vector<std::string>{"E05001002", "2"});
    CHECK(found_in(table) ==
          std::vector<std::string>{
              "1 cell is followed by a raised footnote mark, left out (line 3: \"2²\")"});
}

TEST_CASE("A column is found whatever its blanks, case and footnote marks", "[tables]") {
    const TempFolder folder;
    const auto path = folder.write("t.csv", "Cafe\xCC\x81,Number\xC2\xA0of incidents¹,Area (km²)\n"
                                            "Loose,1,2\n");
    const auto table =
        tables::read_table(source_of(path, {"Caf\xC3\xA9", "Number of incidents", "area (km²)"}));
    CHECK(table.column("number of  incidents¹") == 1u);
    CHECK(table.column("AREA (KM²)") == 2u);
}
