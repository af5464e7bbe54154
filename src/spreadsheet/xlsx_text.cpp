// SPDX-License-Identifier: MIT
#include "spreadsheet/xlsx_text.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"

namespace wardmap::spreadsheet {
namespace {

/// The character of "_xHHHH_" at the start of `text`; 0 if there is none.
unsigned escape_at(std::string_view text) {
    constexpr std::size_t size = 7;
    if (text.size() < size || text[0] != '_' || text[1] != 'x' || text[6] != '_') return 0;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, value, 16);
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    return error == std::errc() && end == text.data() + 6 && !surrogate ? value : 0;
}

class SharedTexts : public XmlHandler {
public:
    explicit SharedTexts(Reading& reading) : m_reading(reading) {}

    void start(const XmlName& name, const XmlAttributes& attributes) override {
        if (name.local == "si") m_text.clear();
        m_text.start(name.local, attributes);
    }
    void end(const XmlName& name) override {
        m_text.end(name.local);
        if (name.local == "si") ids.push_back(m_reading.text(m_text.runs()));
    }
    void text(std::string_view piece) override {
        m_text.text(piece);
        if (m_text.size() > m_reading.limits().text_bytes) {
            refuse_size(m_reading.archive().place(), "a text of more than a million letters");
        }
    }

    std::vector<Texts::Id> ids;

private:
    Reading& m_reading;
    XlsxText m_text;
};

class Notes : public XmlHandler {
public:
    Notes(Reading& reading, Sheet& sheet) : m_reading(reading), m_sheet(sheet) {}

    void start(const XmlName& name, const XmlAttributes& attributes) override {
        if (name.local == "comment") {
            m_at = range_of(attributes.get("ref"));
            m_text.clear();
        }
        m_text.start(name.local, attributes);
    }
    void end(const XmlName& name) override {
        m_text.end(name.local);
        if (name.local != "comment" || !m_at) return;
        m_reading.check_extras(m_sheet.notes.size(), "notes");
        m_sheet.notes[{m_at->first_row, m_at->first_column}] = m_text.plain();
    }
    void text(std::string_view piece) override {
        if (m_text.size() < m_reading.limits().text_bytes) m_text.text(piece);
    }

private:
    Reading& m_reading;
    Sheet& m_sheet;
    std::optional<CellRange> m_at;
    XlsxText m_text;
};

/// Takes "B3" or "$B$3" from the front of `reference`.
std::optional<std::pair<std::uint32_t, std::uint32_t>> take_cell(std::string_view& reference) {
    std::uint32_t column = 0;
    std::uint32_t row = 0;
    std::size_t i = 0;
    const auto skip = [&] { i += i < reference.size() && reference[i] == '$' ? 1 : 0; };
    const auto at = [&] { return i < reference.size() ? reference[i] : '\0'; };
    skip();
    for (; (at() | 0x20) >= 'a' && (at() | 0x20) <= 'z' && column <= last_column; ++i) {
        column = column * 26 + static_cast<std::uint32_t>((at() | 0x20) - 'a') + 1;
    }
    skip();
    for (; at() >= '0' && at() <= '9' && row <= last_row; ++i) {
        row = row * 10 + static_cast<std::uint32_t>(at() - '0');
    }
    reference.remove_prefix(i);
    if (row == 0 || column == 0) return std::nullopt;
    return std::pair(row, column);
}

} // namespace

bool is_main_space(std::string_view space) {
    return space.empty() || space.find("spreadsheetml/main") != std::string_view::npos ||
           space.find("spreadsheetml/2006/main") != std::string_view::npos;
}

std::string unescaped(std::string_view escaped) {
    std::string result;
    while (!escaped.empty()) {
        const auto next = std::min(escaped.find("_x"), escaped.size());
        result += escaped.substr(0, next);
        escaped.remove_prefix(next);
        const auto character = escape_at(escaped);
        if (character != 0) {
            const std::string unit = {static_cast<char>(character & 0xFF),
                                      static_cast<char>(character >> 8)};
            result += text::to_utf8(unit, "UTF-16LE").value_or("");
            escaped.remove_prefix(7);
        } else if (!escaped.empty()) {
            result += escaped.front();
            escaped.remove_prefix(1);
        }
    }
    return result;
}

void XlsxText::clear() {
    m_text.clear();
    m_in_text = m_in_reading = m_raised = false;
}

void XlsxText::start(std::string_view name, const XmlAttributes& attributes) {
    if (name == "t") m_in_text = true;
    if (name == "rPh") m_in_reading = true;
    if (name == "r") m_raised = false;
    if (name == "vertAlign") m_raised = attributes.get("val") == "superscript";
}

void XlsxText::end(std::string_view name) {
    if (name == "t") m_in_text = false;
    if (name == "rPh") m_in_reading = false;
    if (name == "r") m_raised = false;
}

void XlsxText::text(std::string_view piece) {
    if (m_in_text && !m_in_reading) m_text.add(piece, m_raised);
}

std::vector<TextRun> XlsxText::runs() const {
    auto runs = m_text.runs();
    for (auto& run : runs) {
        run.text = unescaped(run.text);
    }
    return runs;
}

std::string XlsxText::plain() const {
    return unescaped(m_text.plain());
}

std::vector<Texts::Id> read_shared_texts(Reading& reading, std::string_view part) {
    SharedTexts texts(reading);
    read_xml(reading.archive(), part, texts);
    return std::move(texts.ids);
}

void read_notes(Reading& reading, std::string_view part, Sheet& sheet) {
    Notes notes(reading, sheet);
    read_xml(reading.archive(), part, notes);
}

std::optional<CellRange> range_of(std::string_view reference) {
    const auto first = take_cell(reference);
    if (!first) return std::nullopt;
    auto last = first;
    if (reference.starts_with(':')) {
        reference.remove_prefix(1);
        last = take_cell(reference);
    }
    if (!last || !reference.empty()) return std::nullopt;
    return CellRange{std::min(first->first, last->first), std::min(first->second, last->second),
                     std::max(first->first, last->first), std::max(first->second, last->second)};
}

} // namespace wardmap::spreadsheet
