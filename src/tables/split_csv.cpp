// SPDX-License-Identifier: MIT
#include "tables/split_csv.h"

#include <map>

#include "base/error.h"
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
        const char c = m_text[m_at];
        const bool opens = c == '"' && text::trimmed(m_cell).empty();
        if (opens) {
            m_cell.clear();
            quoted();
        } else if (c == m_delimiter) {
            end_cell();
            ++m_at;
        } else if (c == '\n' || c == '\r') {
            m_at += c == '\r' && m_text.compare(m_at, 2, "\r\n") == 0 ? 2 : 1;
            ++m_line;
            end_cell();
            m_lines.push_back({m_line, {}});
        } else {
            m_cell += c;
            ++m_at;
        }
    }

    void quoted() {
        const std::size_t opened = m_line;
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
        throw InputError(Finding{Severity::error,
                                 {m_shown_as, opened},
                                 "a quotation mark is opened here and never closed",
                                 "a closing quotation mark",
                                 "close it, or double it where it is part of the text",
                                 ""});
    }

    void end_cell() {
        m_lines.back().cells.emplace_back(text::trimmed(m_cell));
        m_cell.clear();
    }

    const std::string& m_text;
    char m_delimiter;
    const std::string& m_shown_as;
    std::vector<Line> m_lines;
    std::string m_cell;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

/// How many cells each line would have, quotes heeded; looks at the start of the file.
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
