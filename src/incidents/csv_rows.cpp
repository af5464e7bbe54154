// SPDX-License-Identifier: MIT
#include "incidents/csv_rows.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <fmt/format.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/limits.h"
#include "base/text.h"

namespace wardmap::incidents {
namespace {

constexpr std::size_t piece_bytes = 1u << 20;
constexpr std::size_t batch_bytes = 16 * piece_bytes;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t find(std::string_view text, char wanted, std::size_t from) {
    if (from >= text.size()) return std::string_view::npos;
    const void* const at = std::memchr(text.data() + from, wanted, text.size() - from);
    if (at == nullptr) return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

std::size_t count_of(std::string_view text, char wanted) {
    std::size_t n = 0;
    for (auto at = find(text, wanted, 0); at != std::string_view::npos;
         at = find(text, wanted, at + 1)) {
        ++n;
    }
    return n;
}

/// The position after the closing quote of the cell that opens at `at`; npos if there is none.
std::size_t behind_quoted(std::string_view text, std::size_t at) {
    for (++at;; at += 2) {
        at = find(text, '"', at);
        if (at == std::string_view::npos) return at;
        if (at + 1 >= text.size() || text[at + 1] != '"') return at + 1;
    }
}

std::string without_doubled_quotes(std::string_view cell) {
    std::string plain;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        plain += cell[i];
        if (cell[i] == '"' && i + 1 < cell.size() && cell[i + 1] == '"') ++i;
    }
    return plain;
}

} // namespace

std::size_t end_of_row(std::string_view text, std::size_t at, const CsvFormat& format) {
    for (;;) {
        if (at < text.size() && text[at] == '"') {
            at = behind_quoted(text, at);
            if (at == std::string_view::npos) return at;
        }
        const auto end = find(text, format.line_end, at);
        const auto quote =
            find(text.substr(0, std::min(end, text.size())), '"', at); // often there are none
        if (quote == std::string_view::npos) {
            return end == std::string_view::npos ? end : end + 1;
        }
        const auto delimiter =
            find(text.substr(0, std::min(end, text.size())), format.delimiter, at);
        if (delimiter == std::string_view::npos) {
            return end == std::string_view::npos ? end : end + 1;
        }
        at = delimiter + 1;
    }
}

void split_row(std::string_view row, char delimiter, std::vector<std::string_view>& cells,
               std::vector<std::string>& unescaped) {
    cells.clear();
    unescaped.clear();
    unescaped.reserve(row.size() / 4 + 1); // views of its texts must stay valid
    std::size_t at = 0;
    for (;;) {
        const bool quoted = at < row.size() && row[at] == '"';
        const auto behind = quoted ? behind_quoted(row, at) : at;
        const auto end = std::min(find(row, delimiter, std::min(behind, row.size())), row.size());
        if (!quoted || behind == std::string_view::npos) {
            cells.push_back(row.substr(at, end - at));
        } else {
            const auto inner = row.substr(at + 1, behind - at - 2);
            if (inner.find('"') == std::string_view::npos) {
                cells.push_back(inner);
            } else {
                cells.push_back(unescaped.emplace_back(without_doubled_quotes(inner)));
            }
        }
        if (end >= row.size()) return;
        at = end + 1;
    }
}

std::string_view without_line_end(std::string_view row) {
    while (!row.empty() && (row.back() == '\n' || row.back() == '\r')) {
        row.remove_suffix(1);
    }
    return row;
}

CsvFormat guess_format(std::string_view sample) {
    CsvFormat format;
    if (find(sample, '\n', 0) == std::string_view::npos &&
        find(sample, '\r', 0) != std::string_view::npos) {
        format.line_end = '\r';
    }
    constexpr std::size_t most_lines = 20;
    std::size_t best = 0;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        CsvFormat tried{delimiter, format.line_end};
        std::vector<std::string_view> cells;
        std::vector<std::string> unescaped;
        std::vector<std::size_t> widths;
        for (std::size_t at = 0; at < sample.size() && widths.size() < most_lines;) {
            const auto end = std::min(end_of_row(sample, at, tried), sample.size());
            split_row(without_line_end(sample.substr(at, end - at)), delimiter, cells, unescaped);
            widths.push_back(cells.size());
            at = end;
        }
        std::sort(widths.begin(), widths.end());
        // Most lines have as many cells as the median line; a single cell is not a division.
        const auto middle = widths.empty() ? 0 : widths[widths.size() / 2];
        const auto alike =
            static_cast<std::size_t>(std::count(widths.begin(), widths.end(), middle));
        const auto score = middle < 2 ? 0 : alike * 1000 + middle;
        if (score > best) {
            best = score;
            format.delimiter = delimiter;
        }
    }
    return format;
}

CsvRows::CsvRows(std::unique_ptr<ByteStream> stream, std::string shown_as)
    : m_stream(std::move(stream)), m_shown_as(std::move(shown_as)) {
    m_buffer.resize(batch_bytes);
    m_filled = m_stream->read(m_buffer.data(), m_buffer.size());
    m_ended = m_filled < m_buffer.size();
    if (std::string_view(m_buffer).substr(0, m_filled).starts_with(byte_order_mark)) {
        m_taken = byte_order_mark.size();
    }
}

std::string_view CsvRows::sample() const {
    return std::string_view(m_buffer).substr(m_taken, std::min(m_filled - m_taken, piece_bytes));
}

void CsvRows::refuse_row(std::string_view text, std::size_t from) const {
    const bool open = find(text, '"', from) != std::string_view::npos;
    throw InputError(Finding{
        .severity = Severity::error,
        .place = {m_shown_as, m_line + 1 + count_of(text.substr(0, from), m_format.line_end)},
        .found = m_ended ? "a quotation mark in the row that begins here is never closed"
                         : fmt::format("the row that begins here has more than {} MiB{}",
                                       limits::incident_row_bytes / limits::mebibyte,
                                       open ? ", or a quotation mark in it is never closed" : ""),
        .expected = "rows that end with their line",
        .help = "close the quotation mark, or remove it"});
}

/// The position after the last complete row of the text.
std::size_t CsvRows::end_of_last_row(std::string_view text) const {
    if (find(text, '"', 0) == std::string_view::npos) {
        const auto end = text.rfind(m_format.line_end);
        return end == std::string_view::npos ? 0 : end + 1;
    }
    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = end_of_row(text, at, m_format);
        if (end == std::string_view::npos) break;
        at = end;
    }
    return at;
}

void CsvRows::read_more() {
    const auto left = m_filled - m_taken;
    std::memmove(m_buffer.data(), m_buffer.data() + m_taken, left);
    m_buffer.resize(std::max(m_buffer.size(), left + batch_bytes));
    const auto room = m_buffer.size() - left;
    const auto got = m_stream->read(m_buffer.data() + left, room);
    m_ended = got < room;
    m_filled = left + got;
    m_taken = 0;
}

/// The complete rows in the buffer; at the end of the file also one without its line end.
std::string_view CsvRows::whole_rows() const {
    const auto text = std::string_view(m_buffer).substr(m_taken, m_filled - m_taken);
    const auto whole = end_of_last_row(text);
    if (text.size() - whole > limits::incident_row_bytes) refuse_row(text, whole);
    if (!m_ended || whole == text.size()) return text.substr(0, whole);
    const auto ended = std::string(text.substr(whole)) + m_format.line_end;
    if (end_of_row(ended, 0, m_format) == std::string_view::npos) refuse_row(text, whole);
    return text;
}

std::vector<Piece> CsvRows::next() {
    stop_if_interrupted();
    if (m_is_started && !m_ended) read_more();
    m_is_started = true;
    auto text = whole_rows();
    while (text.empty() && !m_ended) {
        read_more();
        text = whole_rows();
    }
    auto pieces = divided(text);
    for (auto& piece : pieces) {
        piece.line = m_line;
        m_line += count_of(piece.text, m_format.line_end);
    }
    m_taken += text.size();
    return pieces;
}

std::vector<Piece> CsvRows::divided(std::string_view text) const {
    const bool has_quotes = find(text, '"', 0) != std::string_view::npos;
    std::vector<Piece> pieces;
    for (std::size_t begin = 0; begin < text.size();) {
        auto end = begin + piece_bytes;
        if (has_quotes) { // rows are followed one by one
            auto at = begin;
            while (at < text.size() && at < end) {
                at = std::min(end_of_row(text, at, m_format), text.size());
            }
            end = at;
        } else {
            const auto line_end = find(text, m_format.line_end, end);
            end = line_end == std::string_view::npos ? text.size() : line_end + 1;
        }
        pieces.push_back({text.substr(begin, end - begin), 0, has_quotes});
        begin = end;
    }
    return pieces;
}

} // namespace wardmap::incidents
