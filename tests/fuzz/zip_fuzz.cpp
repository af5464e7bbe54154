// SPDX-License-Identifier: MIT
// Zipped files of office programs.
#include "fuzz/target.h"
#include "geo/ods_merged.h"
#include "geo/xlsx_formats.h"

using namespace wardmap;
using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    silence_gdal();
    static const InputFile file("fuzz.zip");
    file.write(text_of(bytes, size));
    may_refuse([&] { (void)geo::merged_rows(file.path(), "Data"); });
    may_refuse([&] { (void)geo::shown_cells(file.path(), "Data"); });
    return 0;
}
