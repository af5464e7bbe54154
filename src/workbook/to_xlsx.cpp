// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/shown.h"
#include "base/temp_folder.h"
#include "base/text.h"
#include "workbook/finish.h"
#include "workbook/workbook.h"

namespace wardmap::workbook {
namespace {

constexpr double text_pt = 12;
constexpr double title_pt = 16;
constexpr const char* font = "Arial";
constexpr time_t fixed_date = 946684800; // 1 January 2000: the same bytes each run

/// Excel allows 255 characters in table headings and document properties; leaves room for the note
/// on the number omitted.
constexpr std::size_t most_in_names = 220;

constexpr double line_height_pt = 16;
constexpr double most_height_pt = 400; // Excel's maximum row height is 409 pt

/// Number of lines of a text in a column. Widths are counted in digits of a smaller type, and bold
/// type is wider still.
int lines_of(const std::string& text, double width, bool bold) {
    const auto room = std::max(1.0, width / (bold ? 1.25 : 1.05));
    int lines = 1;
    double used = 0;
    for (const auto& word : text::split(text, ' ')) {
        const auto length = static_cast<double>(text::length(word));
        if (used > 0 && used + 1 + length > room) {
            ++lines;
            used = 0;
        }
        lines += static_cast<int>((length - 1) / room); // a long word is broken too
        used += length + (used > 0 ? 1 : 0);
    }
    return lines;
}

struct Free {
    void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
};
using Book = std::unique_ptr<lxw_workbook, Free>;

void check(lxw_error error, const std::string& where) {
    if (error == LXW_NO_ERROR) return;
    throw OutputError(fmt::format("error: the workbook could not be written ({}): {}", where,
                                  lxw_strerror(error)));
}

/// Writes the sheets of one workbook.
class Writer {
public:
    explicit Writer(lxw_workbook* book) : m_book(book) {
        m_title = format(title_pt); // the first: finish.h makes it Excel's Heading 1
        format_set_bold(m_title);
        m_line = format(text_pt);
        m_text = format(text_pt);
        format_set_align(m_text, LXW_ALIGN_VERTICAL_TOP);
        m_wrapped = format(text_pt);
        format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(m_wrapped);
        m_mark = format(text_pt);
        format_set_align(m_mark, LXW_ALIGN_VERTICAL_TOP);
        format_set_align(m_mark, LXW_ALIGN_RIGHT);
        m_link = format(text_pt);
        format_set_align(m_link, LXW_ALIGN_VERTICAL_TOP);
        format_set_underline(m_link, LXW_UNDERLINE_SINGLE);
        constexpr lxw_color_t link_blue = 0x0000C0;
        format_set_font_color(m_link, link_blue);
        m_heading = heading_format();
        m_number_heading = heading_format();
        format_set_align(m_number_heading, LXW_ALIGN_RIGHT);
    }

    void add(const Sheet& sheet) {
        auto* const page = workbook_add_worksheet(m_book, sheet.name.c_str());
        if (page == nullptr) check(LXW_ERROR_PARAMETER_VALIDATION, sheet.name);
        worksheet_set_default_row(page, line_height_pt, LXW_FALSE);
        worksheet_set_row(page, 0, 1.5 * line_height_pt, nullptr);
        lxw_row_t row = 0;
        check(worksheet_write_string(page, row++, 0, sheet.title.c_str(), m_title), sheet.name);
        for (const auto& line : sheet.lines) {
            check(worksheet_write_string(page, row++, 0, line.c_str(), m_line), sheet.name);
        }
        add_table(page, sheet, row);
        worksheet_set_landscape(page);
        worksheet_set_paper(page, 9); // A4
        worksheet_fit_to_pages(page, 1, 0);
        worksheet_repeat_rows(page, row, row);
    }

private:
    lxw_format* format(double size) {
        auto* const made = workbook_add_format(m_book);
        format_set_font_name(made, font);
        format_set_font_size(made, size);
        return made;
    }

    lxw_format* heading_format() {
        auto* const made = format(text_pt);
        format_set_bold(made);
        format_set_text_wrap(made);
        format_set_align(made, LXW_ALIGN_VERTICAL_BOTTOM);
        format_set_bottom(made, LXW_BORDER_THIN);
        return made;
    }

    /// "#,##0.0".
    lxw_format* number_format(int decimals) {
        const auto at = static_cast<std::size_t>(std::clamp(decimals, 0, 10));
        if (m_numbers.size() <= at) m_numbers.resize(at + 1, nullptr);
        if (m_numbers[at] == nullptr) {
            m_numbers[at] = format(text_pt);
            format_set_align(m_numbers[at], LXW_ALIGN_VERTICAL_TOP);
            const auto code = "#,##0" + (at > 0 ? "." + std::string(at, '0') : std::string());
            format_set_num_format(m_numbers[at], code.c_str());
        }
        return m_numbers[at];
    }

    void add_table(lxw_worksheet* page, const Sheet& sheet, lxw_row_t first) {
        const auto& table = sheet.table;
        std::vector<std::string> headings; // libxlsxwriter needs them writable
        for (const auto& column : table.columns) {
            headings.push_back(text::shown(column.heading, most_in_names));
        }
        std::vector<lxw_table_column> columns(table.columns.size());
        std::vector<lxw_table_column*> list;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i].header = headings[i].data();
            columns[i].header_format = table.columns[i].is_number ? m_number_heading : m_heading;
            list.push_back(&columns[i]);
            const auto at = static_cast<lxw_col_t>(i);
            worksheet_set_column(page, at, at, table.columns[i].width, nullptr);
        }
        list.push_back(nullptr);
        std::string name = table.name;
        lxw_table_options options{};
        options.name = name.data();
        options.no_autofilter = LXW_TRUE;
        options.no_banded_rows = LXW_TRUE;
        options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
        options.columns = list.data();
        const auto last = first + static_cast<lxw_row_t>(table.rows.size());
        check(worksheet_add_table(page, first, 0, last, static_cast<lxw_col_t>(columns.size() - 1),
                                  &options),
              sheet.name);
        int lines = 1;
        for (const auto& column : table.columns) {
            lines = std::max(lines, lines_of(column.heading, column.width, true));
        }
        set_height(page, first, lines);
        lxw_row_t row = first;
        for (const auto& cells : table.rows) {
            stop_if_interrupted();
            ++row;
            lines = 1;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const auto* const text = std::get_if<std::string>(&cells[i]);
                if (text != nullptr && table.columns[i].is_wrapped) {
                    lines = std::max(lines, lines_of(*text, table.columns[i].width, false));
                }
                check(write(page, row, static_cast<lxw_col_t>(i), cells[i], table.columns[i]),
                      sheet.name);
            }
            set_height(page, row, lines);
        }
    }

    /// Not every program adjusts the row height to wrapped text.
    static void set_height(lxw_worksheet* page, lxw_row_t row, int lines) {
        if (lines < 2) return;
        worksheet_set_row(page, row, std::min(most_height_pt, line_height_pt * lines), nullptr);
    }

    lxw_error write(lxw_worksheet* page, lxw_row_t row, lxw_col_t at, const Cell& cell,
                    const Column& column) {
        if (const auto* const text = std::get_if<std::string>(&cell)) {
            auto* const look = column.is_number ? m_mark : column.is_wrapped ? m_wrapped : m_text;
            return worksheet_write_string(page, row, at, text->c_str(), look);
        }
        if (const auto* const link = std::get_if<Link>(&cell)) {
            const auto target = "internal:'" + link->sheet + "'!A1";
            return worksheet_write_url_opt(page, row, at, target.c_str(), m_link,
                                           link->text.c_str(), nullptr);
        }
        const auto* const whole = std::get_if<std::int64_t>(&cell);
        const double number =
            whole != nullptr ? static_cast<double>(*whole) : std::get<double>(cell);
        return worksheet_write_number(page, row, at, number, number_format(column.decimals));
    }

    lxw_workbook* m_book;
    lxw_format* m_title;
    lxw_format* m_line;
    lxw_format* m_text;
    lxw_format* m_wrapped;
    lxw_format* m_mark;
    lxw_format* m_link;
    lxw_format* m_heading;
    lxw_format* m_number_heading;
    std::vector<lxw_format*> m_numbers; // by decimals
};

void set_properties(lxw_workbook* book, const Workbook& source) {
    std::string title = text::shown(source.title, most_in_names);
    std::string subject = text::shown(source.subject, most_in_names);
    std::string author = text::shown(source.author, most_in_names);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.author = author.data();
    properties.created = fixed_date;
    check(workbook_set_properties(book, &properties), "properties");
}

} // namespace

std::string to_xlsx(const Workbook& workbook) {
    const TempFolder folder; // libxlsxwriter writes only to files
    const auto path = (folder.path() / "book.xlsx").string();
    Book book(workbook_new(path.c_str()));
    if (!book) throw OutputError("error: the workbook could not be made");
    set_properties(book.get(), workbook);
    Writer writer(book.get());
    for (const auto& sheet : workbook.sheets) {
        writer.add(sheet);
    }
    check(workbook_close(book.release()), "closing"); // which frees it
    return finished(path, workbook.language);
}

std::vector<std::pair<std::string, std::string>> library_versions() {
    return {{"libxlsxwriter", lxw_version()}};
}

} // namespace wardmap::workbook
