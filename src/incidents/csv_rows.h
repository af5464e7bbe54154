// SPDX-License-Identifier: MIT
// CSV text as whole rows, batch by batch, so that memory does not grow with the file. Private to
// incidents/.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "incidents/byte_stream.h"

namespace wardmap::incidents {

/// Line ends and delimiter.
struct CsvFormat {
    char delimiter = ',';
    char line_end = '\n'; // also for CRLF; '\r' if a file has only that
};

/// The position after the row that starts at `at`; npos if the text ends first. A quotation mark at
/// the start of a cell encloses delimiters and line ends up to the next single one; anywhere else
/// it is an ordinary character.
[[nodiscard]] std::size_t end_of_row(std::string_view text, std::size_t at,
                                     const CsvFormat& format);

/// Cells of one row, without its line end. A cell's quotes are removed; `unescaped` owns the texts
/// of cells with doubled quotes.
void split_row(std::string_view row, char delimiter, std::vector<std::string_view>& cells,
               std::vector<std::string>& unescaped);

/// A row without its line end, CR and LF.
[[nodiscard]] std::string_view without_line_end(std::string_view row);

/// Comma, semicolon, tab or bar: the one that divides the first lines into most cells,
/// consistently.
[[nodiscard]] CsvFormat guess_format(std::string_view sample);

/// Some rows of a file, to be read by one thread.
struct Piece {
    std::string_view text; // whole rows; only the last of the file may lack its line end
    std::size_t line = 0;  // lines before it in the file
    bool has_quotes = false;
};

class CsvRows {
public:
    /// Removes a byte-order mark.
    CsvRows(std::unique_ptr<ByteStream> stream, std::string shown_as);

    /// The start of the file, up to 1 MiB, for inspection before rows are read.
    [[nodiscard]] std::string_view sample() const;

    /// Call before the first `next`.
    void set_format(const CsvFormat& format) { m_format = format; }

    /// The next batch as pieces in order, valid until the next call. Empty at the end. Throws
    /// InputError for a row of more bytes than base/limits.h allows, and for a quotation mark that
    /// is never closed (the line where its row begins).
    [[nodiscard]] std::vector<Piece> next();

private:
    [[nodiscard]] std::size_t end_of_last_row(std::string_view text) const;
    [[noreturn]] void refuse_row(std::string_view text, std::size_t from) const;
    void read_more();
    [[nodiscard]] std::string_view whole_rows() const;
    [[nodiscard]] std::vector<Piece> divided(std::string_view text) const;

    std::unique_ptr<ByteStream> m_stream;
    std::string m_shown_as;
    CsvFormat m_format;
    std::string m_buffer;
    std::size_t m_filled = 0; // of m_buffer
    std::size_t m_taken = 0;  // returned by the last call
    std::size_t m_line = 0;   // lines returned
    bool m_is_started = false;
    bool m_ended = false; // the stream
};

} // namespace wardmap::incidents
