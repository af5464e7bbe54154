// SPDX-License-Identifier: MIT
// The XML of an .xlsx: sheet, styles, workbook and links, in this order, between lines of ---.
#include "fuzz/target.h"
#include "fuzz/workbook_file.h"
#include "gdal/xlsx_formats.h"

using namespace wardmap;
using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    silence_gdal();
    const auto input = text_of(bytes, size);
    std::string_view rest = input;
    std::vector<gdal::ZipEntry> entries;
    for (const char* const part : {"xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml",
                                   "xl/_rels/workbook.xml.rels"}) {
        entries.push_back({part, next_part(rest)});
    }
    const WorkbookFile file(entries);
    may_refuse([&] {
        for (const auto& cell : gdal::shown_cells(file.path(), "Data")) {
            must_hold(cell.row > 0 && cell.column > 0, "rows and columns count from 1");
            must_hold(!cell.text.empty(), "a cell that shows something shows it");
        }
    });
    return 0;
}
