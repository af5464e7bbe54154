// SPDX-License-Identifier: MIT
// Zipped files of office programs.
#include "fuzz/target.h"
#include "gdal/ods_merged.h"
#include "gdal/xlsx_formats.h"

using namespace wardmap;
using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    silence_gdal();
    static const FuzzedFile file("fuzz.zip");
    file.write(text_of(bytes, size));
    may_refuse([&] { (void)gdal::merged_rows(file.path(), "Data"); });
    may_refuse([&] { (void)gdal::shown_cells(file.path(), "Data"); });
    return 0;
}
