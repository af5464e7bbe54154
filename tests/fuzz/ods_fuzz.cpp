// SPDX-License-Identifier: MIT
// The XML of an .ods.
#include "fuzz/target.h"
#include "fuzz/workbook_file.h"
#include "gdal/ods_merged.h"

using namespace wardmap;
using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    silence_gdal();
    const WorkbookFile file({{"content.xml", text_of(bytes, size)}});
    may_refuse([&] {
        std::size_t before = 0;
        for (const auto& row : gdal::merged_rows(file.path(), "Data")) {
            must_hold(row.row > before, "rows are in order, from 1");
            before = row.row;
            must_hold(!row.columns.empty() && row.columns.front() > 0, "columns count from 1");
        }
    });
    return 0;
}
