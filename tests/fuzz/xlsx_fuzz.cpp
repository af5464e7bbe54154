// SPDX-License-Identifier: MIT
// The XML of an .xlsx: sheet, styles, workbook and links, in this order, between lines of ---.
#include "fuzz/workbook_file.h"
#include "support/zip_file.h"

using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto input = text_of(bytes, size);
    std::string_view rest = input;
    std::vector<std::pair<std::string, std::string>> parts = {{"[Content_Types].xml", "<Types/>"}};
    for (const char* const part : {"xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml",
                                   "xl/_rels/workbook.xml.rels"}) {
        parts.emplace_back(part, next_part(rest));
    }
    read_as_tables(zip_of(parts));
    return 0;
}
