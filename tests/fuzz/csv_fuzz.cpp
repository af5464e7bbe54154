// SPDX-License-Identifier: MIT
// CSV text to lines of cells.
#include "fuzz/target.h"
#include "tables/decode.h"
#include "tables/split_csv.h"

using namespace wardmap;
using namespace wardmap::testing;

namespace {

/// Every cell in quotes.
std::string print(const std::vector<tables::Line>& lines, char delimiter) {
    std::string out;
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            if (i > 0) out += delimiter;
            out += '"';
            for (const char c : line.cells[i]) {
                out += c;
                if (c == '"') out += '"';
            }
            out += '"';
        }
        out += '\n';
    }
    return out;
}

void check(const std::string& text) {
    const char delimiter = tables::guess_delimiter(text);
    must_hold(std::string_view(",;\t").find(delimiter) != std::string_view::npos,
              "a delimiter is a comma, a semicolon or a tab");
    const auto lines = tables::split_csv(text, delimiter, "fuzz.csv");
    const auto again = tables::split_csv(print(lines, delimiter), delimiter, "fuzz.csv");
    must_hold(again.size() == lines.size(), "printed lines are as many");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        must_hold(again[i].cells == lines[i].cells, "printed cells read as the same cells");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    may_refuse([&] {
        Findings findings;
        check(tables::decode(text_of(bytes, size), "", "fuzz.csv", findings).text);
    });
    return 0;
}
