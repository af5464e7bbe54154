// SPDX-License-Identifier: MIT
// A table file to columns and rows: encoding, delimiter, header, asides.
#include <algorithm>
#include <set>

#include "fuzz/target.h"
#include "tables/read_table.h"

using namespace wardmap;
using namespace wardmap::testing;

namespace {

void check(const tables::Table& table) {
    const std::set<std::string> columns(table.columns.begin(), table.columns.end());
    must_hold(columns.size() == table.columns.size(), "columns are unique");
    std::size_t before = table.header_line;
    for (const auto& row : table.rows) {
        must_hold(row.cells.size() == table.columns.size(), "a row has a cell for every column");
        must_hold(row.line > before, "rows are below the header, in order");
        before = row.line;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const FuzzedFile file("fuzz.csv");
    file.write(text_of(bytes, size));
    tables::TableSource source;
    source.file = {"fuzz.csv", file.path()};
    may_refuse([&] { check(tables::read_table(source)); });
    source.wanted = {"Ward", "n"};
    may_refuse([&] { check(tables::read_table(source)); });
    may_refuse([&] {
        check(tables::read_unknown_table(source,
                                         [](const std::string& text) { return text == "North"; }));
    });
    return 0;
}
