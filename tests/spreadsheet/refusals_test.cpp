// SPDX-License-Identifier: MIT
#include "spreadsheet/workbook.h"

#include <algorithm>

#include <zlib.h>

#include "support/catch.h"
#include "support/workbook_parts.h"

using namespace wardmap;
using namespace wardmap::spreadsheet;
using namespace wardmap::testing;

namespace {

std::string sheet_bytes(const std::string& rows, const Parts& more = {}) {
    return zip_of_parts(xlsx_parts(xlsx_sheet_xml(rows), more));
}

std::string wide(std::string_view name) {
    std::string result;
    for (const char c : name) {
        result += c;
        result += '\0';
    }
    return result;
}

/// Whether the text has all of these words in it.
bool holds(const std::string& text, std::initializer_list<const char*> words) {
    const bool all = std::all_of(words.begin(), words.end(), [&](const char* word) {
        return text.find(word) != std::string::npos;
    });
    if (!all) UNSCOPED_INFO(text);
    return all;
}

std::string times(std::size_t n, const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < n; ++i) {
        result += text;
    }
    return result;
}

/// One deflated part that unpacks to `size` blanks.
std::string bomb(const std::string& name, std::size_t size) {
    const std::string content(size, ' ');
    std::string packed(compressBound(size), '\0');
    uLongf length = packed.size();
    REQUIRE(compress2(reinterpret_cast<Bytef*>(packed.data()), &length,
                      reinterpret_cast<const Bytef*>(content.data()), size, 9) == Z_OK);
    packed = packed.substr(2, length - 6); // without zlib's own frame
    const auto crc = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(size)));
    std::string common;
    put_number(common, 20, 2);
    put_number(common, 0, 2);
    put_number(common, 8, 2); // deflated
    put_number(common, 0x00210000, 4);
    put_number(common, crc, 4);
    put_number(common, static_cast<std::uint32_t>(packed.size()), 4);
    put_number(common, static_cast<std::uint32_t>(size), 4);
    put_number(common, static_cast<std::uint32_t>(name.size()), 2);
    put_number(common, 0, 2);
    const auto body = "PK\x03\x04" + common + name + packed;
    std::string directory = "PK\x01\x02";
    put_number(directory, 20, 2);
    directory += common;
    directory.append(14, '\0');
    directory += name;
    std::string end = "PK\x05\x06";
    put_number(end, 0, 4);
    put_number(end, 1, 2);
    put_number(end, 1, 2);
    put_number(end, static_cast<std::uint32_t>(directory.size()), 4);
    put_number(end, static_cast<std::uint32_t>(body.size()), 4);
    put_number(end, 0, 2);
    return body + directory + end;
}

} // namespace

TEST_CASE("Files other than workbooks are named, with help", "[spreadsheet]") {
    const std::string container = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    CHECK(holds(refusal_of(container + wide("EncryptedPackage")),
                {"has a password", "save it without a password"}));
    CHECK(holds(refusal_of(container + wide("Workbook")),
                {"old Excel workbook (.xls)", "save it as .xlsx"}));
    CHECK(holds(refusal_of(container + wide("WordDocument")), {"holds no workbook"}));
    CHECK(holds(refusal_of("%PDF-1.7"), {"this is a PDF"}));
    CHECK(holds(refusal_of("\n<html><table>"), {"this is a web page"}));
    CHECK(holds(refusal_of("<?xml version=\"1.0\"?><Workbook/>"), {"XML that is not packed"}));
    CHECK(holds(refusal_of("ward,n\nA,1\n"), {"this is not a workbook", ".csv"}));
    CHECK(holds(refusal_of(""), {"the file is empty"}));
    CHECK(holds(refusal_of(zip_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.bin", "x"}})),
                {"binary Excel workbook (.xlsb)"}));
    CHECK(
        holds(refusal_of(zip_of({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "x"}})),
              {"a Word document"}));
    CHECK(holds(refusal_of(zip_of({{"wards.shp", "x"}})), {"archive that holds no workbook"}));
    CHECK(holds(refusal_of(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                   {"content.xml", "<a/>"}})),
                {"OpenDocument file that is not a workbook"}));
    CHECK(holds(refusal_of(zip_of({{"META-INF/manifest.xml",
                                    "<m><file-entry><encryption-data/></file-entry></m>"},
                                   {"content.xml", "\x01\x02"}})),
                {"has a password"}));
}

TEST_CASE("A damaged workbook is refused with its part", "[spreadsheet]") {
    const auto whole = sheet_bytes("<row><c><v>5</v></c></row>");
    CHECK(holds(refusal_of(whole.substr(0, whole.size() / 2)), {"cannot be opened"}));
    auto changed = whole;
    changed[changed.find("<v>5</v>") + 3] = '6'; // the checksum no longer fits
    CHECK(holds(refusal_of(changed), {"xl/worksheets/sheet1.xml", "damaged"}));
    CHECK(holds(refusal_of(sheet_bytes("<row><c></row>")), {"line 1, is not XML"}));
    CHECK(holds(refusal_of(zip_of_parts(
                    xlsx_parts(xlsx_sheet_xml(""), {{"xl/worksheets/sheet1.xml", ""}}))),
                {"has no part"}));
    CHECK(holds(refusal_of(sheet_bytes("<row r=\"3\"><c r=\"C3\" t=\"s\"><v>9</v></c></row>")),
                {"Data!C3", "text \"9\" of 0"}));
    CHECK(holds(refusal_of(sheet_bytes("<row><c r=\"7\"><v>9</v></c></row>")),
                {"a cell is named \"7\""}));
    CHECK(holds(refusal_of(sheet_bytes("<row><c r=\"A1048577\"><v>9</v></c></row>")),
                {"no sheet is that large"}));
    CHECK(holds(refusal_of(sheet_bytes("<row><c r=\"XFE1\"><v>9</v></c></row>")),
                {"no sheet is that large"}));
}

TEST_CASE("A document type is refused before it can name other files", "[spreadsheet]") {
    CHECK(holds(
        refusal_of(zip_of_parts(xlsx_parts(
            R"(<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>)"))),
        {"document type"}));
}

TEST_CASE("A workbook beyond a limit is refused", "[spreadsheet]") {
    Limits limits;
    limits.cells = 10;
    CHECK(holds(refusal_of(sheet_bytes("<row>" + times(11, "<c><v>1</v></c>") + "</row>"), limits),
                {"more than 10 filled cells", "Data!K1"}));
    limits = {};
    limits.depth = 20;
    CHECK(holds(refusal_of(sheet_bytes(times(30, "<row>") + times(30, "</row>")), limits),
                {"more than 20 elements within one another"}));
    limits = {};
    limits.text_bytes = 1000;
    CHECK(holds(refusal_of(sheet_bytes("<row><c t=\"inlineStr\"><is><t>" + std::string(2000, 'x') +
                                       "</t></is></c></row>"),
                           limits),
                {"letters"}));
    CHECK(holds(
        refusal_of(sheet_bytes("", {{"xl/sharedStrings.xml",
                                     "<sst><si><t>" + std::string(2000, 'x') + "</t></si></sst>"}}),
                   limits),
        {"letters"}));
    limits = {};
    limits.texts = 5;
    CHECK(holds(refusal_of(sheet_bytes("", {{"xl/sharedStrings.xml",
                                             "<sst>" + times(9, "<si><t>x</t></si>") + "</sst>"}}),
                           limits),
                {"more than 5 texts"}));
    limits = {};
    limits.part_bytes = 2000;
    CHECK(holds(refusal_of(sheet_bytes(std::string(3000, ' ')), limits),
                {"a part \"xl/worksheets/sheet1.xml\""}));
    limits = {};
    limits.parts = 3;
    CHECK(holds(refusal_of(sheet_bytes(""), limits), {"5 parts"}));
    limits = {};
    limits.styles = 4;
    CHECK(holds(refusal_of(sheet_bytes("", {{"xl/styles.xml",
                                             xlsx_styles({"0", "0.0", "0.00", "0.000", "0%"})}}),
                           limits),
                {"cell styles"}));
    limits = {};
    limits.token_bytes = 100'000;
    CHECK(holds(refusal_of(sheet_bytes("<row a=\"" + std::string(1'000'000, 'x') + "\"/>"), limits),
                {"a tag of several megabytes"}));
}

TEST_CASE("Endless repeats of an ODS workbook are refused", "[spreadsheet]") {
    const auto bytes = zip_of_parts(ods_parts(
        R"(<table:table table:name="Data"><table:table-row table:number-rows-repeated="1048576">)"
        R"(<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>)"
        R"(</table:table-row></table:table>)"));
    CHECK(holds(refusal_of(bytes), {"filled cells"}));
    CHECK(holds(
        refusal_of(zip_of_parts(ods_parts(
            R"(<table:table table:name="Data"><table:table-row><table:table-cell )"
            R"(office:value-type="float" office:value="1" table:number-columns-repeated="18446744073709551615"/>)"
            R"(</table:table-row></table:table>)"))),
        {"more than 16384 columns"}));
}

TEST_CASE("A part with too high a compression ratio is refused unread", "[spreadsheet]") {
    CHECK(holds(refusal_of(bomb("content.xml", 40u << 20)), {"a part \"content.xml\" of 40 MB"}));
}
