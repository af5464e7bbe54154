// SPDX-License-Identifier: MIT
// A workbook being read, with limits on its content. Private to spreadsheet/.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "spreadsheet/archive.h"
#include "spreadsheet/workbook.h"

namespace wardmap::spreadsheet {

class Reading {
public:
    Reading(Archive& archive, Workbook& workbook) : m_archive(archive), m_workbook(workbook) {}

    [[nodiscard]] Archive& archive() { return m_archive; }
    [[nodiscard]] Workbook& workbook() { return m_workbook; }
    [[nodiscard]] const Limits& limits() const { return m_archive.limits(); }

    /// The index of a format; each code is stored once.
    std::uint32_t format(const std::string& code);

    /// Throws InputError if the text, or all texts together, exceed the limits.
    template <typename Text>
    Texts::Id text(const Text& text) {
        const auto id = m_workbook.texts.add(text);
        check_texts(id);
        return id;
    }

    /// The same for a cell, or for something else, such as a note.
    void add(Sheet& sheet, const Cell& cell);
    void add_sheet(Sheet sheet);
    void check_extras(std::size_t count, const char* what) const;

    [[nodiscard]] Place place_of(const Sheet& sheet, std::size_t row, std::size_t column) const;

private:
    void check_texts(Texts::Id id) const;

    Archive& m_archive;
    Workbook& m_workbook;
    std::unordered_map<std::string, std::uint32_t> m_formats;
    std::size_t m_cells = 0;
};

/// Sorts the cells, keeps the last one at each address, and marks those covered by merged ranges.
void finish(Sheet& sheet);

/// Collects the text of cells and notes: pieces in one style, some superscript.
class RichText {
public:
    void clear() { m_runs.clear(); }
    void add(std::string_view piece, bool raised);
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] const std::vector<TextRun>& runs() const { return m_runs; }
    [[nodiscard]] std::vector<TextRun>& runs() { return m_runs; }
    [[nodiscard]] bool is_empty() const { return m_runs.empty(); }
    [[nodiscard]] std::string plain() const;

private:
    std::vector<TextRun> m_runs;
};

} // namespace wardmap::spreadsheet
