// SPDX-License-Identifier: MIT
#include "tables/split_csv.h"

#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/limits.h"
#include "base/text.h"

namespace wardmap::tables {
namespace {

class Splitter {
public:
    Splitter(const std::string& text, char delimiter, const std::string& shown_as)
        : m_text(text), m_delimiter(delimiter), m_shown_as(shown_as) {}

    std::vector<Line> lines() {
        m_lines.push_back({m_line, {}});
        while (m_at < m_text.size()) {
            step();
        }
        end_cell();
        if (m_lines.back().cells.size() == 1 && m_lines.back().cells.front().empty()) {
            m_lines.pop_back(); // the file ended with a line break
        }
        return std::move(m_lines);
    }

private:
    void step() {
        if ((m_at & 0xFFFF) == 0) stop_if_interrupted();
        const char c = m_text[m_at];
        constexpr std::size_t most_blanks = 256; // before a quotation mark
        const bool opens =
            c == '"' && m_cell.size() <= most_blanks && text::trimmed(m_cell).empty();
        if (opens) {
            m_cell.clear();
            quoted();
        } else if (c == m_delimiter) {
            end_cell();
            ++m_at;
        } else if (c == '\n' || c == '\r') {
            m_at += c == '\r' && m_text.compare(m_at, 2, "\r\n") == 0 ? 2 : 1;
            end_cell();
            ++m_line;
            m_lines.push_back({m_line, {}});
        } else {
            m_cell += c;
            ++m_at;
            if (m_cell.size() > most_bytes) refuse_long(m_lines.back());
        }
    }

    void quoted() {
        const std::size_t opened = m_line;
        m_opened = opened;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                if (m_text.compare(m_at, 2, "\"\"") != 0) {
                    ++m_at;
                    return;
                }
                ++m_at;
            }
            if (c == '\n') ++m_line;
            m_cell += c == '\n' || c == '\r' ? ' ' : c;
        }
        refuse(opened, "a quotation mark is opened here and never closed");
    }

    void end_cell() {
        const auto cell = text::trimmed(m_cell);
        auto& line = m_lines.back();
        if (!limits::fits_cell(cell)) refuse_long(line);
        line.cells.emplace_back(cell);
        if (line.cells.size() > limits::columns) {
            refuse_size(line.line, fmt::format("the line has more than {} cells",
                                               text::number(limits::columns, 0)));
        }
        if (++m_cells > limits::cells) {
            refuse_size(line.line, fmt::format("the table has more than {} cells",
                                               text::number(limits::cells, 0)));
        }
        m_cell.clear();
        m_opened = 0;
    }

    [[noreturn]] void refuse(std::size_t line, std::string found) const {
        throw InputError(Finding{.severity = Severity::error,
                                 .place = {m_shown_as, line},
                                 .found = std::move(found),
                                 .expected = "a closing quotation mark",
                                 .help = "close it, or double it if it is part of the text"});
    }

    /// A cell of many lines has probably lost its closing quotation mark.
    [[noreturn]] void refuse_long(const Line& line) const {
        if (m_opened != 0 && m_line > m_opened) {
            refuse(m_opened, fmt::format("a quotation mark is opened here and encloses {}",
                                         text::with_count(m_line - m_opened, "more line")));
        }
        throw InputError(Finding{.severity = Severity::error,
                                 .place = {m_shown_as, line.line, line.cells.size() + 1},
                                 .found = fmt::format("a cell of more than {} characters",
                                                      text::number(limits::cell_characters, 0)),
                                 .expected = "at most as much as fits in a spreadsheet cell",
                                 .help = "check the line in a text editor"});
    }

    [[noreturn]] void refuse_size(std::size_t line, std::string found) const {
        throw InputError(Finding{.severity = Severity::error,
                                 .place = {m_shown_as, line},
                                 .found = std::move(found),
                                 .expected = "a table with a row for each area",
                                 .help = "sum the records by area first"});
    }

    static constexpr std::size_t most_bytes = 4 * limits::cell_characters; // of any UTF-8 cell

    const std::string& m_text;
    char m_delimiter;
    const std::string& m_shown_as;
    std::vector<Line> m_lines;
    std::string m_cell;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_opened = 0; // line of the quotation mark of this cell; 0: none
    std::size_t m_cells = 0;
};

/// Number of cells that each line would have, allowing for quotes; checks the start of the file.
std::map<std::size_t, std::size_t> widths(const std::string& text, char delimiter) {
    std::map<std::size_t, std::size_t> lines;
    std::size_t cells = 1;
    bool quoted = false;
    for (const char c : std::string_view(text).substr(0, 100'000)) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == delimiter) ++cells;
        if (c == '\n' || c == '\r') {
            ++lines[cells];
            cells = 1;
        }
    }
    ++lines[cells];
    return lines;
}

} // namespace

std::vector<Line> split_csv(const std::string& text, char delimiter, const std::string& shown_as) {
    return Splitter(text, delimiter, shown_as).lines();
}

char guess_delimiter(const std::string& text) {
    char best = ',';
    std::size_t most = 0;
    for (const char delimiter : {',', ';', '\t'}) {
        for (const auto& [cells, lines] : widths(text, delimiter)) {
            if (cells > 1 && lines > most) {
                most = lines;
                best = delimiter;
            }
        }
    }
    return best;
}

} // namespace wardmap::tables
