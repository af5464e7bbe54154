// SPDX-License-Identifier: MIT
#include "workbook/workbook.h"

#include <chrono>
#include <thread>

#include "base/error.h"
#include "gdal/zip_file.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/sheets.h"

using namespace wardmap;
using workbook::Workbook;

namespace {

Workbook small_book() {
    Workbook book;
    book.title = "Figures <of> \"wards\"";
    book.author = "Nobody";
    workbook::Sheet sheet;
    sheet.name = "asb";
    sheet.title = "Incidents & more";
    sheet.lines = {"This worksheet contains one table."};
    sheet.table.name = "table_asb";
    sheet.table.columns = {{"Ward", 12, 0, false, true}, {"Figure", 12, 1, true, false}};
    sheet.table.rows = {{std::string("=HYPERLINK(\"http://x\")"), 1.25},
                        {std::string("</t><script>"), std::string("[c]")},
                        {workbook::Link{"go", "asb"}, std::int64_t{7}}};
    book.sheets = {sheet};
    return book;
}

std::string part(const testing::TempFolder& folder, const std::string& xlsx,
                 const std::string& name) {
    for (const auto& entry : gdal::entries_of(folder.write("book.xlsx", xlsx))) {
        if (entry.name == name) return entry.content;
    }
    FAIL("there is no part " << name);
    return {};
}

} // namespace

TEST_CASE("Text in a workbook stays text, numbers numbers, and it is read back", "[workbook]") {
    const testing::TempFolder folder;
    const auto xlsx = workbook::to_xlsx(small_book());
    const auto path = folder.write("a.xlsx", xlsx);
    CHECK(testing::sheets_of(path) == std::vector<std::string>{"asb"});
    const auto lines = testing::lines_of(path, "asb");
    REQUIRE(lines.size() == 6);
    CHECK(lines[0].cells[0] == "Incidents & more");
    CHECK(lines[2].cells == std::vector<std::string>{"Ward", "Figure"});
    CHECK(lines[3].cells == std::vector<std::string>{"=HYPERLINK(\"http://x\")", "1.25"});
    CHECK(lines[4].cells == std::vector<std::string>{"</t><script>", "[c]"});
    CHECK(lines[5].cells == std::vector<std::string>{"go", "7"});
    const auto xml = part(folder, xlsx, "xl/worksheets/sheet1.xml");
    CHECK(xml.find("<f>") == std::string::npos);
    CHECK(xml.find("mergeCell") == std::string::npos);
    CHECK(xml.find("<pane") == std::string::npos);
    CHECK(xml.find("hidden=") == std::string::npos);
    CHECK(xml.find("<v>1.25</v>") != std::string::npos);
}

TEST_CASE("A workbook has title, language and a named table, and the same bytes at any time",
          "[workbook]") {
    const testing::TempFolder folder;
    const auto xlsx = workbook::to_xlsx(small_book());
    const auto core = part(folder, xlsx, "docProps/core.xml");
    CHECK(core.find("<dc:title>Figures &lt;of&gt; \"wards\"</dc:title>") != std::string::npos);
    CHECK(core.find("<dc:language>en-GB</dc:language>") != std::string::npos);
    const auto styles = part(folder, xlsx, "xl/styles.xml");
    CHECK(styles.find("<cellStyle name=\"Heading 1\" xfId=\"1\" builtinId=\"16\"/>") !=
          std::string::npos);
    CHECK(styles.find("<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"1\"") !=
          std::string::npos);
    CHECK(styles.find("<font><b/><sz val=\"16\"/>") == styles.find("<font><b/>")); // the title's
    const auto page = part(folder, xlsx, "xl/worksheets/sheet1.xml");
    CHECK(page.find("<c r=\"A1\" s=\"1\"") != std::string::npos);
    const auto table = part(folder, xlsx, "xl/tables/table1.xml");
    CHECK(table.find("name=\"table_asb\"") != std::string::npos);
    CHECK(table.find("ref=\"A3:B6\"") != std::string::npos);
    CHECK(table.find("autoFilter") == std::string::npos);
    CHECK(gdal::entries_of(folder.write("b.xlsx", xlsx)).front().name == "[Content_Types].xml");
    std::this_thread::sleep_for(
        std::chrono::milliseconds(2100)); // zip times have a resolution of 2 seconds
    CHECK((xlsx == workbook::to_xlsx(small_book())));
}

TEST_CASE("Names of sheets and tables are as Excel allows them", "[workbook]") {
    std::set<std::string> taken;
    CHECK(workbook::sheet_name("asb", taken) == "asb");
    CHECK(workbook::sheet_name("ASB", taken) == "ASB_2");
    CHECK(workbook::sheet_name("History", taken) == "History_2");
    CHECK(workbook::sheet_name("a[b]:c*d?e/f\\g'", taken) == "a_b__c_d_e_f_g_");
    const std::string longest(40, 'x');
    CHECK(workbook::sheet_name(longest, taken) == std::string(31, 'x'));
    CHECK(workbook::sheet_name(longest, taken) == std::string(29, 'x') + "_2");
    std::string welsh;
    for (int i = 0; i < 40; ++i) {
        welsh += "ŵ";
    }
    CHECK(workbook::sheet_name(welsh, taken).size() == 62);
    taken.clear();
    CHECK(workbook::table_name("ab1", taken) == "table_ab1");
    CHECK(workbook::table_name("shops-rate", taken) == "table_shops_rate");
    CHECK(workbook::table_name("shops_rate", taken) == "table_shops_rate_2");
}

TEST_CASE("A text that no cell can hold is an error, never cut", "[workbook]") {
    auto book = small_book();
    book.sheets[0].table.rows[0][0] = std::string(40000, 'x');
    CHECK_THROWS_AS(workbook::to_xlsx(book), OutputError);
}

TEST_CASE("Headings and properties longer than Excel allows are cut, with the number omitted",
          "[workbook]") {
    auto book = small_book();
    book.title = book.author = book.subject = std::string(300, 'x');
    book.sheets[0].table.columns[1].heading = std::string(300, 'y');
    const testing::TempFolder folder;
    const auto xlsx = workbook::to_xlsx(book);
    const auto cut = std::string(220, 'y') + "… (80 more characters)";
    CHECK(part(folder, xlsx, "xl/tables/table1.xml").find("\"" + cut + "\"") != std::string::npos);
}
