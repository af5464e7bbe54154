// SPDX-License-Identifier: MIT
#include "data/ward_workbook.h"

#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/version.h"
#include "data/workbook_columns.h"
#include "study/disclosure/disclose.h"
#include "study/study.h"
#include "words/alt_text.h"
#include "words/bivariate.h"
#include "words/captions.h"
#include "words/foot_lines.h"
#include "words/ward_figures.h"
#include "workbook/workbook.h"

namespace wardmap::data {
namespace {

using Row = std::vector<workbook::Cell>;

const std::map<std::string, std::string>& marks() {
    static const std::map<std::string, std::string> all = {
        {"[c]", "confidential: the figure is withheld"},
        {"[x]", "not available: no figure was supplied"},
        {"[z]", "not applicable, or not calculable (no denominator)"}};
    return all;
}

/// A column of text in a table of words.
workbook::Column words(const std::string& heading, double width) {
    return {heading, width, 0, false, true};
}

/// Makes the sheets of one workbook.
class Maker {
public:
    Maker(const Study& study, const std::vector<Column>& columns)
        : m_study(study), m_columns(columns) {
        m_cover = name("Cover");
        m_notes = name("Notes");
        m_definitions = name("Definitions");
        m_wards = name(words::first_capital(many()));
        for (const auto& category : study.categories) {
            m_names.push_back(name(category.spec.id));
        }
        for (const auto& bivariate : study.bivariates) {
            m_crossed.push_back(name(bivariate.spec.id));
        }
    }

    [[nodiscard]] workbook::Workbook all() {
        workbook::Workbook book;
        book.title = title();
        book.subject = m_study.project.area;
        book.author = m_study.project.title;
        book.sheets = {cover(), notes(), definitions(), wards()};
        for (std::size_t i = 0; i < m_study.categories.size(); ++i) {
            book.sheets.push_back(category_sheet(i));
        }
        for (std::size_t i = 0; i < m_crossed.size(); ++i) {
            book.sheets.push_back(bivariate_sheet(i));
        }
        return book;
    }

private:
    std::string name(const std::string& wanted) {
        return workbook::sheet_name(wanted, m_taken_names);
    }
    std::string table_name(const std::string& wanted) {
        return workbook::table_name(wanted, m_taken_tables);
    }
    [[nodiscard]] std::string one() const { return words::area_noun(m_study, 1); }
    [[nodiscard]] std::string many() const { return words::area_noun(m_study, 2); }
    [[nodiscard]] std::string title() const {
        const auto& area = m_study.project.area;
        return area.empty() ? "Figures by " + one() : "Figures by " + one() + ", " + area;
    }
    [[nodiscard]] static std::string title_of(const CategoryResult& category) {
        const auto& spec = category.spec;
        const bool names_period = spec.title.find(spec.period) != std::string::npos;
        return names_period ? spec.title : spec.title + ", " + spec.period;
    }

    workbook::Sheet cover() {
        const auto& project = m_study.project;
        workbook::Sheet sheet;
        sheet.name = m_cover;
        sheet.title = title();
        auto& lines = sheet.lines;
        if (!project.title.empty()) lines.push_back("Published by: " + project.title);
        if (!project.contact.empty()) lines.push_back("Contact: " + project.contact);
        lines.push_back(
            fmt::format("{} of {}. The sources are on each worksheet.",
                        text::with_count(m_study.categories.size(), "category", "categories"),
                        text::with_count(m_study.wards.wards.size(), one(), many())));
        for (const auto& line : words::boundary_lines(m_study)) {
            lines.push_back(line);
        }
        lines.push_back("The same figures with the results of every test are in wards.csv and "
                        "study.json. Made with Wardmap " +
                        version() + ".");
        lines.emplace_back("This worksheet contains one table: the contents of this workbook.");
        sheet.table.name = table_name("contents");
        sheet.table.columns = {words("Worksheet", 24), words("Contents", 70)};
        const auto add = [&](const std::string& page, const std::string& contents) {
            sheet.table.rows.push_back({workbook::Link{page, page}, contents});
        };
        add(m_notes, "Marks and notes");
        add(m_definitions, "Explanations of the columns");
        add(m_wards, "Codes and names");
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            add(m_names[i], title_of(m_study.categories[i]));
        }
        for (std::size_t i = 0; i < m_crossed.size(); ++i) {
            add(m_crossed[i], m_study.bivariates[i].spec.title);
        }
        return sheet;
    }

    workbook::Sheet notes() {
        workbook::Sheet sheet;
        sheet.name = m_notes;
        sheet.title = "Notes";
        sheet.lines = {"This worksheet contains one table."};
        sheet.table.name = table_name("notes");
        sheet.table.columns = {words("Mark or note", 14), words("Meaning", 90),
                               words("Worksheets", 30)};
        const auto add = [&](const std::string& mark, const std::string& text,
                             const std::string& where) {
            sheet.table.rows.push_back({mark, text, where});
        };
        for (const auto& [mark, meaning] : marks()) {
            add(mark, words::first_capital(meaning) + ".", "All");
        }
        add("[note 1]",
            "Equal values share the best rank. 1 is the highest value, of national ranks the "
            "lowest number.",
            "All");
        add("[note 2]",
            "Against what is named beside it: much higher or lower, the value's 99.8% confidence "
            "limits "
            "exclude it; higher or lower, the 95% limits do; similar, they do not. For changes: "
            "risen, "
            "fallen, unchanged.",
            "All with that column");
        add("[note 3]",
            fmt::format(
                "Out of line even among these {}, which differ by more than chance. Tentative: "
                "not after correction for multiple testing.",
                many()),
            "All with that column");
        add("[note 4]",
            fmt::format("What the {0}'s neighbours show without the {0} itself.", one()),
            "All with that column");
        std::size_t number = 5;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            for (const auto& note : own_notes(m_study.categories[i])) {
                add(fmt::format("[note {}]", number++), note, m_names[i]);
            }
        }
        return sheet;
    }

    static std::vector<std::string> own_notes(const CategoryResult& category) {
        std::vector<std::string> notes;
        if (!category.spec.note.empty()) notes.push_back(category.spec.note);
        if (category.disclosure.rule.is_on()) {
            notes.push_back(words::first_capital(in_words(category.disclosure.rule)) + ".");
        }
        return notes;
    }

    workbook::Sheet definitions() {
        workbook::Sheet sheet;
        sheet.name = m_definitions;
        sheet.title = "Definitions";
        sheet.lines = {"This worksheet contains one table. It explains the columns of the other "
                       "worksheets, and their names in wards.csv."};
        sheet.table.name = table_name("definitions");
        sheet.table.columns = {words("Worksheet", 20), words("Column", 30),
                               words("Name in wards.csv", 34), words("Meaning", 80)};
        const auto add = [&](const std::string& page, const std::vector<ShownColumn>& shown) {
            for (const auto& column : shown) {
                if (page != m_wards && column.source->category.empty()) continue; // explained there
                sheet.table.rows.push_back(
                    {page, column.column.heading, column.source->name, column.source->meaning});
            }
        };
        add(m_wards, ward_columns_shown(m_study, m_columns));
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            add(m_names[i], shown_columns(m_study, m_study.categories[i], m_columns));
        }
        for (std::size_t i = 0; i < m_crossed.size(); ++i) {
            add(m_crossed[i], bivariate_columns_shown(m_study, m_study.bivariates[i], m_columns));
        }
        return sheet;
    }

    workbook::Sheet wards() {
        auto sheet = table_sheet(m_wards, "Codes and names of the " + many(), nullptr,
                                 ward_columns_shown(m_study, m_columns));
        return sheet;
    }

    workbook::Sheet category_sheet(std::size_t at) {
        const auto& category = m_study.categories[at];
        auto sheet = table_sheet(m_names[at], title_of(category), &category,
                                 shown_columns(m_study, category, m_columns));
        auto lines = std::vector<std::string>{words::subtitle(m_study, category) + "."};
        lines.insert(lines.end(), sheet.lines.begin(), sheet.lines.end());
        const auto whole = words::area_line(m_study, category);
        if (!whole.empty()) lines.push_back(whole);
        for (const auto& line : words::source_lines(category)) {
            lines.push_back(line);
        }
        sheet.lines = std::move(lines);
        return sheet;
    }

    workbook::Sheet bivariate_sheet(std::size_t at) {
        const auto& result = m_study.bivariates[at];
        auto sheet = table_sheet(m_crossed[at], result.spec.title, nullptr,
                                 bivariate_columns_shown(m_study, result, m_columns));
        auto lines = std::vector<std::string>{words::bivariate_subtitle(m_study, result) + "."};
        lines.insert(lines.end(), sheet.lines.begin(), sheet.lines.end());
        for (const auto& line : words::bivariate_sentences(m_study, result)) {
            lines.push_back(line);
        }
        for (const auto& line : words::bivariate_foot(m_study, result)) {
            lines.push_back(line);
        }
        sheet.lines = std::move(lines);
        return sheet;
    }

    /// A row for each ward.
    workbook::Sheet table_sheet(const std::string& page, const std::string& heading,
                                const CategoryResult* category,
                                const std::vector<ShownColumn>& shown) {
        workbook::Sheet sheet;
        sheet.name = page;
        sheet.title = heading;
        sheet.table.name = table_name(page);
        std::set<std::string> used;
        for (const auto& column : shown) {
            sheet.table.columns.push_back(column.column);
        }
        for (std::size_t ward = 0; ward < m_study.wards.wards.size(); ++ward) {
            Row row;
            for (const auto& column : shown) {
                row.push_back(shown_cell(m_study, category, column, ward));
                const auto& value = column.source->values[ward];
                if (std::holds_alternative<std::monostate>(value)) {
                    used.insert(std::get<std::string>(row.back()));
                }
            }
            sheet.table.rows.push_back(std::move(row));
        }
        sheet.lines = {fmt::format("This worksheet contains one table, with a row for each {} in "
                                   "the order of their codes. Notes are on the worksheet {}, "
                                   "explanations of the columns on {}.",
                                   one(), m_notes, m_definitions)};
        if (!used.empty()) sheet.lines.push_back(marks_line(used));
        return sheet;
    }

    static std::string marks_line(const std::set<std::string>& used) {
        std::vector<std::string> wording;
        for (const auto& mark : used) {
            wording.push_back(mark + " = " + marks().at(mark));
        }
        return "Abbreviations used in this table: " + text::join(wording, "; ") + ".";
    }

    const Study& m_study;
    const std::vector<Column>& m_columns;
    std::set<std::string> m_taken_names;
    std::set<std::string> m_taken_tables;
    std::string m_cover;
    std::string m_notes;
    std::string m_definitions;
    std::string m_wards;
    std::vector<std::string> m_names;   // of the categories
    std::vector<std::string> m_crossed; // of the bivariate maps
};

} // namespace

std::string ward_workbook(const Study& study, const std::vector<Column>& columns) {
    return workbook::to_xlsx(Maker(study, columns).all());
}

} // namespace wardmap::data
