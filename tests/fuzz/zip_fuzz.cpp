// SPDX-License-Identifier: MIT
// Zipped files of office programs.
#include "fuzz/workbook_file.h"

using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    read_as_tables(text_of(bytes, size));
    return 0;
}
