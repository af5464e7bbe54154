// SPDX-License-Identifier: MIT
// The XML of an .ods.
#include "fuzz/workbook_file.h"
#include "support/zip_file.h"

using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    read_as_tables(zip_of({{"content.xml", text_of(bytes, size)}}));
    return 0;
}
