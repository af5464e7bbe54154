// SPDX-License-Identifier: MIT
#include "tables/select_rows.h"

#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"

namespace wardmap::tables {
namespace {

std::size_t column_named(const Table& table, const std::string& name) {
    if (const auto column = table.column(name)) return *column;
    throw InputError(Finding{.severity = Severity::error,
                             .place = {table.file, table.header_line},
                             .found = fmt::format("there is no column {}", text::quoted(name)),
                             .expected = "one of " + text::some(table.columns, "or"),
                             .help = did_you_mean(name, table.columns)});
}

} // namespace

std::vector<std::string> texts_of(const Table& table, const std::string& column) {
    const auto at = column_named(table, column);
    std::set<std::string> texts;
    for (const auto& row : table.rows) {
        if (!row.cells[at].empty()) texts.insert(row.cells[at]);
    }
    return {texts.begin(), texts.end()};
}

} // namespace wardmap::tables
