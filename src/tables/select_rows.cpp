// SPDX-License-Identifier: MIT
#include "tables/select_rows.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/suggest.h"
#include "base/text.h"

namespace wardmap::tables {
namespace {

std::size_t column_called(const Table& table, const std::string& name) {
    if (const auto column = table.column(name)) return *column;
    throw InputError(Finding{Severity::error,
                             {table.file, table.header_line},
                             fmt::format("there is no column {}", text::quoted(name)),
                             "one of " + text::list(table.columns, "or"),
                             did_you_mean(name, table.columns),
                             ""});
}

std::string folded(const std::string& s) {
    return text::fold_case(text::trimmed(s));
}

} // namespace

Table rows_where(const Table& table, const std::map<std::string, std::string>& where) {
    Table selected = table;
    for (const auto& [name, wanted] : where) {
        const auto column = column_called(table, name);
        std::erase_if(selected.rows,
                      [&](const Row& row) { return folded(row.cells[column]) != folded(wanted); });
        if (!selected.rows.empty()) continue;
        const auto texts = texts_of(table, name);
        throw InputError(Finding{
            Severity::error,
            {table.file, table.header_line},
            fmt::format("no row has {} in the column {}", text::quoted(wanted), text::quoted(name)),
            texts.size() <= 20 ? "one of " + text::list(texts, "or") : "a text of that column",
            did_you_mean(wanted, texts),
            ""});
    }
    return selected;
}

std::vector<std::string> texts_of(const Table& table, const std::string& column) {
    const auto at = column_called(table, column);
    std::set<std::string> texts;
    for (const auto& row : table.rows) {
        if (!row.cells[at].empty()) texts.insert(row.cells[at]);
    }
    return {texts.begin(), texts.end()};
}

} // namespace wardmap::tables
