// SPDX-License-Identifier: MIT
// Files designed to crash, to hang or to fill the memory: each ends in a message that names the
// file, within seconds and below 500 MB.
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <sys/stat.h>

#include "support/catch.h"
#include "support/limited_program.h"
#include "support/project_files.h"
#include "support/workbooks.h"
#include "support/zip_file.h"

using namespace wardmap::testing;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

const std::string rows = "North,1\nNorth Downs,2\nPark Wood,3\nHigh Street,4\n";

/// A hostile table and its message.
struct Table {
    std::string what;
    std::string file;
    std::function<std::string()> content;
    std::string wording;
};

std::string ods_with(const std::string& table_rows) {
    const std::string names = "urn:oasis:names:tc:opendocument:xmlns:";
    return zip_of(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"content.xml", R"(<?xml version="1.0"?><office:document-content xmlns:office=")" + names +
                             R"(office:1.0" xmlns:table=")" + names + R"(table:1.0" xmlns:text=")" +
                             names +
                             R"(text:1.0"><office:body><office:spreadsheet>)"
                             R"(<table:table table:name="A">)" +
                             table_rows +
                             "</table:table></office:spreadsheet></office:body>"
                             "</office:document-content>"}});
}

/// A workbook whose only sheet is this XML.
std::string xlsx_with(const std::string& sheet, const std::string& shared = "") {
    const std::string head = R"(<?xml version="1.0" encoding="UTF-8"?>)";
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
    std::vector<std::pair<std::string, std::string>> parts = {
        {"[Content_Types].xml",
         head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd."
                "openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"},
        {"xl/workbook.xml",
         head + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + rel +
             "\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         head + "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"rId1\" Type=\"" + rel +
             "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", sheet}};
    if (!shared.empty()) parts.emplace_back("xl/sharedStrings.xml", shared);
    return zip_of(parts);
}

std::string sheet_of(const std::string& sheet_rows) {
    return R"(<?xml version="1.0"?><worksheet xmlns=")"
           R"(http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)" +
           sheet_rows + "</sheetData></worksheet>";
}

std::string wide_row(const std::string& times) {
    return "<table:table-row><table:covered-table-cell table:number-columns-repeated=\"" + times +
           "\"/></table:table-row>";
}

const std::string billion_laughs =
    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">"
    "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
    "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
    "]><worksheet>&e;&e;&e;&e;&e;&e;&e;&e;&e;</worksheet>";

/// A zip whose directory says that a part unpacks to 4 GB.
std::string bomb() {
    auto zip = xlsx_with(sheet_of(""));
    const auto entry = zip.rfind("xl/worksheets/sheet1.xml");
    for (std::size_t i = 0; i < 4; ++i) {
        zip[entry - 22 + i] = i == 3 ? '\xEE' : '\x11'; // the unpacked size
    }
    return zip;
}

std::string many_members() {
    std::vector<std::pair<std::string, std::string>> parts;
    for (int i = 0; i < 10'100; ++i) {
        parts.emplace_back(fmt::format("{}/{}", i, i), "");
    }
    return zip_of(parts);
}

const std::vector<Table>& tables() {
    static const std::vector<Table> all = {
        {"a cell of 40 kB", "t.csv", [] { return "Ward,n\nNorth," + std::string(40'000, '1'); },
         "error: t.csv:2:2: a cell of more than 32,767 characters\n"},
        {"a line of 100 MB", "t.csv", [] { return "Ward,n\n" + std::string(100 << 20, 'x'); },
         "error: t.csv:2:1: a cell of more than 32,767 characters\n"},
        {"blanks before quotation marks", "t.csv",
         [] { return "Ward,n\n" + std::string(100'000, ' ') + std::string(100'000, '"'); },
         "error: t.csv:"},
        {"a hundred million cells", "t.csv", [] { return std::string(100'000'000, ','); },
         "error: t.csv:1: the line has more than 16,384 cells\n"},
        {"many cells in short lines", "t.csv",
         [] { return repeated(std::string(99, ',') + "\n", 1'000'000); },
         "error: t.csv:60001: the table has more than 6,000,000 cells\n"},
        {"a stray quotation mark", "t.csv",
         [] { return "Ward,n\nNorth,\"1\n" + repeated(rows, 2'000) + "Park Wood,\"3\"\n"; },
         "error: t.csv:2: a quotation mark is opened here and encloses 8,001 more lines\n"},
        {"a stray quotation mark to the end", "t.csv", [] { return "Ward,n\nNorth,\"1\n" + rows; },
         "error: t.csv:2: a quotation mark is opened here and never closed\n"},
        {"a zero byte", "t.csv", [] { return "Ward,n\nNor" + std::string(1, '\0') + "th,1\n"; },
         "error: t.csv: the file is not text: a zero byte at 10\n"},
        {"columns repeated 2,000,000,000 times", "t.ods",
         [] { return ods_with(wide_row("2000000000")); }, "error: t.ods: every sheet is empty\n"},
        {"rows repeated 2,000,000,000 times", "t.ods",
         [] {
             return ods_with("<table:table-row table:number-rows-repeated=\"2000000000\">"
                             "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>"
                             "</table:table-row>");
         },
         "there is no column \"Ward\"\n"},
        {"rows and columns repeated", "t.ods",
         [] {
             return ods_with("<table:table-row table:number-rows-repeated=\"1000000\">"
                             "<table:table-cell office:value-type=\"float\" office:value=\"1\" "
                             "table:number-columns-repeated=\"16000\"/></table:table-row>");
         },
         "the workbook has more than 6,000,000 filled cells\n"},
        {"deep XML in an .ods", "t.ods",
         [] { return ods_with("<table:table-row>" + repeated("<text:p>", 100'000)); },
         "the workbook has more than 100 elements within one another"},
        {"a long cell in an .ods", "t.ods",
         [] {
             return ods_with("<table:table-row><table:table-cell office:value-type=\"string\">"
                             "<text:p>" +
                             std::string(40'000, 'x') +
                             "</text:p></table:table-cell></table:table-row>");
         },
         "a cell of more than 32,767 characters\n"},
        {"a long cell in an .xlsx", "t.xlsx",
         [] {
             return xlsx_with(sheet_of(R"(<row r="1"><c r="A1" t="inlineStr"><is><t>)" +
                                       std::string(40'000, 'x') + "</t></is></c></row>"));
         },
         "error: t.xlsx:A!A1: a cell of more than 32,767 characters\n"},
        {"a long shared text", "t.xlsx",
         [] {
             return xlsx_with(sheet_of(""), "<?xml version=\"1.0\"?><sst><si><t>" +
                                                std::string(60'000'000, 'x') + "</t></si></sst>");
         },
         "the workbook has a text of more than a million letters\n"},
        {"an .xlsx of one far cell in many rows", "t.xlsx",
         [] {
             std::string far;
             for (int i = 1; i <= 20'000; ++i) {
                 far += fmt::format(R"(<row r="{0}"><c r="XFD{0}"><v>1</v></c></row>)", i);
             }
             return xlsx_with(sheet_of(far));
         },
         "the sheet covers more than 6,000,000 cells, including blanks before the last of a row\n"},
        {"entities that multiply", "t.xlsx", [] { return xlsx_with(billion_laughs); },
         "is not XML: a document type, which no workbook has\n"},
        {"an archive that says 4 GB", "t.xlsx", bomb,
         "the workbook has a part \"xl/worksheets/sheet1.xml\" of "},
        {"a sheet of 70 MB", "t.xlsx",
         [] { return xlsx_with(sheet_of(repeated("<row r=\"1\"></row>", 4'000'000))); },
         "every sheet is empty\n"},
        {"ten thousand members", "t.xlsx", many_members, "the workbook has 10100 parts\n"},
    };
    return all;
}

void check_message(const std::string& what, const LimitedRun& run, const std::string& wording) {
    INFO(what << ": " << run.err.substr(0, 600) << "\n"
              << run.seconds << " s, " << run.mebibytes << " MiB");
    const bool reports_figures = std::getenv("WARDMAP_TEST_FIGURES") != nullptr;
    if (reports_figures) {
        fmt::print("{}: {:.2f} s, {:.0f} MiB\n", what, run.seconds, run.mebibytes);
    }
    CHECK(run.code == 1);
    CHECK(run.err.find(wording) != std::string::npos);
    CHECK(run.err.find("defect of Wardmap") == std::string::npos);
    CHECK(run.err.size() < 6000);
    if (has_sanitizers) return;                      // which need more of both
    CHECK(run.seconds < (reports_figures ? 2 : 10)); // of work; a slow machine may need more
    CHECK(run.mebibytes < 500);
}

/// Writes a project of four wards with this source of boundaries and this table.
void write_project(const TempFolder& folder, const std::string& table,
                   const std::string& boundaries = "wards.geojson", const std::string& more = "") {
    folder.write("project.toml", fmt::format("hotspots = false\n[project]\n[boundaries]\n"
                                             "source = \"{}\"\n{}[[category]]\nid = \"n\"\n"
                                             "table = \"{}\"\nkey = \"Ward\"\nvalue = \"n\"\n",
                                             boundaries, more, table));
}

/// A hostile file of another kind: the folder's content, and the command's arguments.
struct Other {
    std::string what;
    std::function<void(const TempFolder&)> write;
    std::string wording;
    std::vector<std::string> words = {"check", "project.toml"};
};

std::string feature(const std::string& name, const std::string& coordinates) {
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"WD13CD":"A",)"
           R"("WD13NM":")" +
           name + R"("},"geometry":{"type":"Polygon","coordinates":)" + coordinates + "}}]}";
}

void write_layer(const TempFolder& folder, const std::string& content,
                 const std::string& name = "wards.geojson") {
    folder.write(name, content);
    folder.write("t.csv", "Ward,n\n" + rows);
    write_project(folder, "t.csv", name);
}

const std::vector<Other>& projects() {
    static const std::vector<Other> all = {
        {"a key of many parts",
         [](const auto& f) { f.write("project.toml", repeated("a.", 100'000) + "a = 1\n"); },
         "error: project.toml:1:34: a key has too many parts\n"},
        {"lists in lists",
         [](const auto& f) { f.write("project.toml", "a = " + repeated("[", 100'000)); },
         "error: project.toml:1:37: lists and tables are nested too deeply\n"},
        {"tables in tables",
         [](const auto& f) { f.write("project.toml", "a = " + repeated("{ a = ", 100'000)); },
         "lists and tables are nested too deeply\n"},
        {"a project of 5 MB",
         [](const auto& f) { f.write("project.toml", std::string(5 << 20, '#')); },
         "error: project.toml: the file has 5 MiB, more than the 4 MiB that are read\n"},
        {"an endless project",
         [](const auto&) {},
         "error: /dev/zero: this is not a regular file\n",
         {"check", "/dev/zero"}},
        {"a text of 40,000 characters",
         [](const auto& f) {
             f.write("project.toml", "[project]\ntitle = \"" + std::string(40'000, 'x') + "\"\n");
         },
         "error: project.toml:2:9: title is a text of more than 32,767 characters\n"},
        {"a name of 300 letters", [](const auto& f) { write_project(f, std::string(300, 'A')); },
         "there is no such file\n"},
        {"a pipe as table",
         [](const auto& f) {
             REQUIRE(::mkfifo((f.path() / "t.csv").c_str(), 0600) == 0);
             f.write("wards.geojson", squares_geojson(four_wards()));
             write_project(f, "t.csv");
         },
         "error: t.csv: this is not a regular file\n"},
        {"an endless table",
         [](const auto& f) {
             f.write("wards.geojson", squares_geojson(four_wards()));
             write_project(f, "/dev/zero");
         },
         "error: /dev/zero: this is not a regular file\n"},
        {"a pipe as boundaries",
         [](const auto& f) {
             REQUIRE(::mkfifo((f.path() / "w.shp").c_str(), 0600) == 0);
             f.write("t.csv", "Ward,n\n" + rows);
             write_project(f, "t.csv", "w.shp");
         },
         "error: w.shp: this is not a regular file\n"},
        {"no boundaries at all",
         [](const auto& f) {
             f.write("t.csv", "Ward,n\n" + rows);
             write_project(f, "t.csv", "/dev/null");
         },
         "error: /dev/null: this is not a regular file\n"},
        {"a style of many dots",
         [](const auto& f) {
             write_layer(f, squares_geojson(four_wards()));
             f.write("s.toml", repeated("a.", 100'000) + "a = 1\n");
         },
         "error: s.toml:1:34: a key has too many parts\n",
         {"draw", "project.toml", "--style", "s.toml", "-o", "out"}},
        {"a style of 4 billion pixels",
         [](const auto& f) {
             write_layer(f, squares_geojson(four_wards()));
             f.write("s.toml", "[page]\nwidth_mm = 2000\nheight_mm = 2000\n"
                               "[output]\ndpi = 400\n");
         },
         "too many for a PNG\n",
         {"draw", "project.toml", "--style", "s.toml", "-o", "out"}},
    };
    return all;
}

const std::vector<Other>& layers() {
    static const std::vector<Other> all = {
        {"deep coordinates",
         [](const auto& f) {
             write_layer(f, feature("North", repeated("[", 100'000) + repeated("]", 100'000)));
         },
         "error: wards.geojson:1: values are nested more than 64 deep\n"},
        {"a name of 40,000 letters",
         [](const auto& f) {
             write_layer(f, feature(std::string(40'000, 'x'), "[[[0,0],[1,0],[1,1],[0,0]]]"));
         },
         "feature 0: \"WD13NM\" holds more than 32,767 characters\n"},
        {"a name of 100 MB",
         [](const auto& f) {
             write_layer(f, feature(std::string(100 << 20, 'x'), "[[[0,0],[1,0],[1,1],[0,0]]]"));
         },
         "error: wards.geojson:1: a text of more than 32,767 characters\n"},
        {"a feature of 60 MB",
         [](const auto& f) {
             write_layer(
                 f, feature("North", "[[[0,0]" + repeated(",[100000,100000]", 4'000'000) + "]]"));
         },
         "error: wards.geojson: "},
        {"a TopoJSON of 40 MB",
         [](const auto& f) {
             write_layer(f,
                         R"({"type":"Topology","objects":{},"arcs":[[)" +
                             repeated("[1,1],", 7'000'000) + "[1,1]]]}",
                         "w.json");
         },
         "error: w.json: the file has more than 32 MiB and must be read at once\n"},
        {"a zip that says 4 GB", [](const auto& f) { write_layer(f, bomb(), "w.zip"); },
         "error: w.zip: its part \"xl/worksheets/sheet1.xml\" unpacks to"},
        {"a zip of ten thousand members",
         [](const auto& f) { write_layer(f, many_members(), "w.zip"); },
         "error: w.zip: the archive has more than 10,000 members\n"},
        {"deep tiles",
         [](const auto& f) {
             f.write("t.csv", "Ward,n\n" + rows);
             f.write("wards.geojson", squares_geojson(four_wards()));
             f.write("t.hexjson", "{\"layout\":\"odd-r\",\"hexes\":" + repeated("[", 100'000));
             write_project(f, "t.csv", "wards.geojson", "[tiles]\nsource = \"t.hexjson\"\n");
         },
         "error: t.hexjson:"},
        {"deep frozen bands",
         [](const auto& f) {
             write_layer(f, squares_geojson(four_wards()));
             f.write("b.toml", "breaks = " + repeated("[", 100'000));
             f.write("project.toml",
                     read_file(f.path() / "project.toml") + "bands = { frozen = \"b.toml\" }\n");
         },
         "error: b.toml:1:42: lists and tables are nested too deeply\n"},
        {"a deep manifest",
         [](const auto& f) { f.write("out/manifest.json", repeated("[", 100'000)); },
         "error: out/manifest.json: the manifest is damaged",
         {"verify", "out"}},
        {"a deep manifest that is whole",
         [](const auto& f) {
             f.write("out/manifest.json", repeated("[", 100'000) + repeated("]", 100'000));
         },
         "error: out/manifest.json: the manifest is damaged",
         {"verify", "out"}},
    };
    return all;
}

} // namespace

TEST_CASE("hostile tables end in a message, soon and in little memory", "[cli][hostile]") {
    for (const auto& table : tables()) {
        INFO(table.what);
        const TempFolder folder;
        folder.write(table.file, table.content());
        folder.write("wards.geojson", squares_geojson(four_wards()));
        write_project(folder, table.file);
        check_message(table.what, run_limited(folder.path(), {"check", "project.toml"}),
                      table.wording);
    }
}

TEST_CASE("hostile projects and styles end in a message", "[cli][hostile]") {
    for (const auto& other : projects()) {
        const TempFolder folder;
        other.write(folder);
        check_message(other.what, run_limited(folder.path(), other.words), other.wording);
    }
}

TEST_CASE("hostile layers and files of Wardmap's own end in a message", "[cli][hostile]") {
    for (const auto& other : layers()) {
        const TempFolder folder;
        other.write(folder);
        check_message(other.what, run_limited(folder.path(), other.words), other.wording);
    }
}
