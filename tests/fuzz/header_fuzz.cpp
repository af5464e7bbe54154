// SPDX-License-Identifier: MIT
// Position of a table's header.
#include "fuzz/target.h"
#include "tables/find_header.h"
#include "tables/read_table.h"
#include "tables/split_csv.h"

using namespace wardmap;
using namespace wardmap::testing;

namespace {

void check(const tables::Header& header, const tables::Grid& grid) {
    must_hold(header.first <= header.last && header.last < grid.lines.size(),
              "a header is within the table");
    must_hold(!header.columns.empty(), "a header has columns");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto text = text_of(bytes, size);
    tables::Grid grid;
    may_refuse([&] { grid.lines = tables::split_csv(text, ',', "fuzz.csv"); });
    if (grid.lines.empty()) return 0; // refused earlier by read_table
    tables::TableSource source;
    source.file = {"fuzz.csv", "fuzz.csv"};
    may_refuse([&] { check(tables::find_header(grid, source), grid); });
    source.wanted = {"Ward", "2014 ASB"};
    may_refuse([&] { check(tables::find_header(grid, source), grid); });
    may_refuse([&] {
        const auto guess =
            tables::guess_header(grid, [](const std::string& cell) { return cell == "North"; });
        if (guess) check(*guess, grid);
    });
    return 0;
}
