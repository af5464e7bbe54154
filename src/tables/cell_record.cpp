// SPDX-License-Identifier: MIT
#include "tables/cell_record.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "spreadsheet/iso_date.h"
#include "tables/cell.h"

namespace wardmap::tables {
namespace {

using spreadsheet::CellType;
using spreadsheet::Display;
using spreadsheet::FormatSection;
using spreadsheet::TextRun;

/// Unicode superscripts and their plain characters.
constexpr std::array<std::pair<std::string_view, char>, 10> raised_digits = {{{"⁰", '0'},
                                                                              {"¹", '1'},
                                                                              {"²", '2'},
                                                                              {"³", '3'},
                                                                              {"⁴", '4'},
                                                                              {"⁵", '5'},
                                                                              {"⁶", '6'},
                                                                              {"⁷", '7'},
                                                                              {"⁸", '8'},
                                                                              {"⁹", '9'}}};

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return text.ends_with(end); });
}

/// Whether a superscript belongs to the word before it: "km²", "1st".
bool belongs_to_word(std::string_view before, std::string_view raised) {
    const auto folded = text::fold_case(raised);
    if (folded == "2" || folded == "3") {
        return before == "m" || ends_with_any(before, {"km", " m", "(m", "/m", "cm", "mm"});
    }
    return folded == "st" || folded == "nd" || folded == "rd" || folded == "th";
}

/// Removes superscript digits from the end of plain text: "5¹" is 5 and 1.
std::string take_raised_digits(std::string& text) {
    std::string mark;
    std::string rest(text::trimmed(text));
    while (true) {
        const auto at = std::find_if(raised_digits.begin(), raised_digits.end(),
                                     [&](const auto& d) { return rest.ends_with(d.first); });
        if (at == raised_digits.end()) break;
        rest.resize(rest.size() - at->first.size());
        mark.insert(mark.begin(), at->second);
    }
    if (mark.empty() || text::trimmed(rest).empty() || belongs_to_word(rest, mark)) return {};
    text = text::trimmed(rest);
    return mark;
}

/// The text and the footnote mark of runs, some of which may be superscript.
std::pair<std::string, std::string> text_and_mark(const std::vector<TextRun>& runs) {
    std::string all;
    std::size_t plain = 0; // start of the superscript end
    for (const auto& run : runs) {
        all += run.text;
        if (!run.raised && !text::trimmed(run.text).empty()) plain = all.size();
    }
    const auto before = std::string(text::trimmed(std::string_view(all).substr(0, plain)));
    const auto raised = std::string(text::trimmed(std::string_view(all).substr(plain)));
    if (before.empty() || raised.empty() || belongs_to_word(before, raised)) {
        auto mark = take_raised_digits(all);
        return {std::move(all), std::move(mark)};
    }
    return {before, raised};
}

/// Whether a number's display is something other than the number: "<5", "*", or nothing.
bool hides_number(const Display& display) {
    if (display.kind == FormatSection::Kind::words) return true;
    if (display.text.find_first_of("0123456789") == std::string::npos) return true;
    static constexpr std::array<std::string_view, 5> signs = {"<", ">", "≤", "≥", "~"};
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
        return display.text.find(sign) != std::string::npos;
    });
}

std::string number_figure(double value, const Display& display) {
    if (hides_number(display)) return std::string(text::trimmed(display.text));
    double shown = value;
    for (int i = 0; i < display.percents; ++i) {
        shown *= 100;
    }
    const bool sign = display.percents > 0 || display.words.find('%') != std::string::npos;
    return spreadsheet::general_number(shown) + (sign ? "%" : "");
}

std::string date_figure(double days, const Display& display, bool from_1904) {
    if (display.kind != FormatSection::Kind::date || display.is_period) return display.text;
    return spreadsheet::iso_date(days, from_1904, display.precision).value_or(display.text);
}

CellRecord::Type type_of(CellType type) {
    switch (type) {
    case CellType::empty:
        return CellRecord::Type::empty;
    case CellType::text:
        return CellRecord::Type::text;
    case CellType::number:
        return CellRecord::Type::number;
    case CellType::boolean:
        return CellRecord::Type::boolean;
    case CellType::date:
        return CellRecord::Type::date;
    case CellType::error:
        return CellRecord::Type::error;
    }
    return CellRecord::Type::empty;
}

/// "E05000001" of ="E05000001", also with doubled quotation marks.
std::string_view without_formula(std::string_view cell) {
    const auto text = text::trimmed(cell);
    if (!text.starts_with("=\"") || !text.ends_with('"') || text.size() < 3) return cell;
    const auto inside = text.substr(2, text.size() - 3);
    return inside.find('"') == std::string_view::npos ? inside : cell;
}

} // namespace

CellRecord read_text_cell(std::string_view cell) {
    CellRecord record;
    record.shown = without_formula(cell);
    const auto blank = text::trimmed(record.shown).empty();
    record.mark = take_raised_digits(record.shown);
    record.figure = record.shown;
    record.number = text::parse_number(text::trimmed(record.shown));
    record.type = blank           ? CellRecord::Type::empty
                  : record.number ? CellRecord::Type::number
                                  : CellRecord::Type::text;
    return record;
}

CellRecord read_workbook_cell(const spreadsheet::Workbook& workbook,
                              const spreadsheet::Sheet& sheet, const spreadsheet::Cell& cell) {
    CellRecord record;
    const auto display = workbook.display(cell);
    record.type = type_of(cell.type);
    record.shown = display.text;
    record.format = workbook.formats.at(cell.format).code();
    record.hidden = cell.hidden;
    record.hidden_by_format =
        cell.type != CellType::empty && text::trimmed(display.text).empty() &&
        (cell.type != CellType::text || !text::trimmed(workbook.texts.at(cell.text)).empty());
    if (const auto note = sheet.notes.find({cell.row, cell.column}); note != sheet.notes.end()) {
        record.note = note->second;
    }
    if (cell.type == CellType::text && display.words.empty() && !record.hidden_by_format) {
        std::tie(record.shown, record.mark) = text_and_mark(workbook.runs(cell));
    }
    record.figure = record.shown;
    if (cell.type == CellType::number) record.figure = number_figure(cell.number, display);
    if (cell.type == CellType::date) {
        record.figure = date_figure(cell.number, display, workbook.from_1904);
    }
    if (cell.type == CellType::number || cell.type == CellType::date) record.number = cell.number;
    return record;
}

CellRecord read_workbook_cell(const spreadsheet::Workbook& workbook,
                              const spreadsheet::Sheet& sheet, std::uint32_t row,
                              std::uint32_t column) {
    if (const auto* const cell = sheet.find(row, column)) {
        return read_workbook_cell(workbook, sheet, *cell);
    }
    CellRecord record;
    if (const auto note = sheet.notes.find({row, column}); note != sheet.notes.end()) {
        record.note = note->second;
    }
    return record;
}

} // namespace wardmap::tables
