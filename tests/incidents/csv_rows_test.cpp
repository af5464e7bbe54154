// SPDX-License-Identifier: MIT
#include "incidents/csv_rows.h"

#include <algorithm>
#include <cstring>

#include "base/error.h"
#include "support/catch.h"

using namespace wardmap;
using namespace wardmap::incidents;

namespace {

class TextStream : public ByteStream {
public:
    explicit TextStream(std::string text) : m_text(std::move(text)) {}
    std::size_t read(char* to, std::size_t bytes) override {
        const auto n = std::min(bytes, m_text.size() - m_at);
        std::memcpy(to, m_text.data() + m_at, n);
        m_at += n;
        return n;
    }

private:
    std::string m_text;
    std::size_t m_at = 0;
};

struct RowAt {
    std::size_t line = 0;
    std::vector<std::string> cells;
};

/// All rows, each with the number of lines before its piece.
std::vector<RowAt> rows_of(const std::string& text) {
    CsvRows rows(std::make_unique<TextStream>(text), "test.csv");
    const auto format = guess_format(rows.sample());
    rows.set_format(format);
    std::vector<RowAt> all;
    for (auto pieces = rows.next(); !pieces.empty(); pieces = rows.next()) {
        for (const auto& piece : pieces) {
            for (std::size_t at = 0; at < piece.text.size();) {
                const auto end = std::min(end_of_row(piece.text, at, format), piece.text.size());
                std::vector<std::string_view> cells;
                std::vector<std::string> unescaped;
                split_row(without_line_end(piece.text.substr(at, end - at)), format.delimiter,
                          cells, unescaped);
                all.push_back({piece.line, {cells.begin(), cells.end()}});
                at = end;
            }
        }
    }
    return all;
}

using Cells = std::vector<std::string>;

} // namespace

TEST_CASE("Rows end with LF, CRLF or CR, and the last may lack its end", "[incidents]") {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const auto rows = rows_of("a,b" + end + "1,2" + end + "3,4");
        REQUIRE(rows.size() == 3);
        CHECK(rows[0].cells == Cells{"a", "b"});
        CHECK(rows[2].cells == Cells{"3", "4"});
    }
    const auto marked = rows_of("\xEF\xBB\xBF"
                                "a,b\n1,2\n");
    CHECK(marked[0].cells == Cells{"a", "b"});
}

TEST_CASE("A quoted cell holds delimiters, ends of lines and doubled quotes", "[incidents]") {
    const auto rows =
        rows_of("a,b,c\n\"1,5\",\"two\nlines\",\"he said \"\"no\"\"\"\nx,5\" pipe,\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].cells == Cells{"1,5", "two\nlines", "he said \"no\""});
    CHECK(rows[2].cells == Cells{"x", "5\" pipe", ""}); // within a cell it is an ordinary character
}

TEST_CASE("The delimiter is the one that divides the lines consistently", "[incidents]") {
    CHECK(guess_format("a;b;c\n0,5;51,2;x\n0,6;51,3;y\n").delimiter == ';');
    CHECK(guess_format("a\tb\n1\t2\n").delimiter == '\t');
    CHECK(guess_format("a|b\n1|2\n").delimiter == '|');
    CHECK(guess_format("a,b\n1,\"x;y;z;w\"\n").delimiter == ',');
}

TEST_CASE("Rows stay whole across the ends of blocks, with and without quotes", "[incidents]") {
    for (const bool quotes : {false, true}) {
        std::string text = "number,text\n";
        std::size_t lines = 1;
        for (int i = 0; i < 90'000; ++i) {
            const std::string filling(static_cast<std::size_t>(200 + i % 97), 'x');
            const bool broken = quotes && i % 1'000 == 0;
            text += std::to_string(i) + ",";
            text += broken ? "\"" + filling + "\n,\"" : filling;
            text += "\n";
            lines += broken ? 2 : 1;
        }
        REQUIRE(text.size() > (20u << 20)); // more than is read at once
        const auto rows = rows_of(text);
        REQUIRE(rows.size() == 90'001);
        bool same = true;
        for (std::size_t i = 0; i < 90'000; ++i) {
            same =
                same && rows[i + 1].cells.size() == 2 && rows[i + 1].cells[0] == std::to_string(i);
        }
        CHECK(same);
        CHECK(rows.back().line < lines);
        CHECK(rows.back().line + 10'000 > lines); // of the last piece, 1 MiB
    }
}

TEST_CASE("A row of ten million bytes is read, one without an end is refused", "[incidents]") {
    const std::string large(10'000'000, 'x');
    const auto rows = rows_of("a,b\n1," + large + "\n2,y\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].cells[1].size() == large.size());
    CHECK(rows[2].cells == Cells{"2", "y"});

    try {
        (void)rows_of("a,b\n1,2\n3,\"" + large + large + large + large + large + large + "\n");
        FAIL("the row was read");
    } catch (const InputError& error) {
        CHECK(error.findings().front().place == Place{"test.csv", 3});
        CHECK(error.findings().front().found.find("32 MiB") != std::string::npos);
    }
}

TEST_CASE("A quotation mark that is never closed is an error at its row", "[incidents]") {
    try {
        (void)rows_of("a,b\n1,2\n3,\"open\n4,5\n6,7\n");
        FAIL("the row was read");
    } catch (const InputError& error) {
        CHECK(error.findings().front().place == Place{"test.csv", 3});
        CHECK(error.findings().front().found.find("never closed") != std::string::npos);
    }
}
