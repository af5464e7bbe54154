// SPDX-License-Identifier: MIT
#include "join/where.h"

#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/suggest.h"
#include "base/text.h"

namespace wardmap::join {
namespace {

constexpr std::size_t most_shown = 12;

std::string folded(std::string_view s) {
    return text::fold_case(text::trimmed(s));
}

/// The texts of a column that a filter selects. Each is folded once, however many rows have it.
class TextFilter {
public:
    explicit TextFilter(const Filter& filter) {
        for (const auto& value : filter.values) {
            m_wanted.insert(folded(value));
        }
    }

    bool takes(const std::string& text) {
        const auto [at, is_new] = m_known.try_emplace(text, false);
        if (is_new) {
            auto key = folded(text);
            at->second = m_wanted.contains(key);
            if (!text.empty() && m_seen.insert(std::move(key)).second) m_there.push_back(text);
        }
        return at->second;
    }

    [[nodiscard]] bool has_seen(const std::string& value) const {
        return m_seen.contains(folded(value));
    }

    /// The distinct texts, in the order of the table.
    [[nodiscard]] const std::vector<std::string>& there() const { return m_there; }

private:
    std::unordered_map<std::string_view, bool> m_known; // by a text of the table
    std::set<std::string> m_wanted;                     // folded
    std::set<std::string> m_seen;                       // folded
    std::vector<std::string> m_there;
};

/// The same table without its rows.
tables::Table without_rows(const tables::Table& table) {
    tables::Table other;
    other.file = table.file;
    other.encoding = table.encoding;
    other.delimiter = table.delimiter;
    other.sheet = table.sheet;
    other.is_workbook = table.is_workbook;
    other.first_column = table.first_column;
    other.header_line = table.header_line;
    other.columns = table.columns;
    other.asides = table.asides;
    other.findings = table.findings;
    return other;
}

void refuse_absent(const tables::Table& table, std::size_t column, const Filter& filter,
                   const TextFilter& texts) {
    Findings faults;
    for (const auto& value : filter.values) {
        if (texts.has_seen(value)) continue;
        auto few = texts.there();
        if (few.size() > most_shown) few.resize(most_shown);
        faults.push_back({.severity = Severity::error,
                          .place = table.at(table.header_line, column),
                          .found = fmt::format("column {} does not contain {}",
                                               text::quoted(filter.column), text::quoted(value)),
                          .expected = fmt::format("one of {}{}", text::join(few, ", "),
                                                  few.size() < texts.there().size() ? ", ..." : ""),
                          .help = did_you_mean(value, texts.there())});
    }
    stop_on_errors(faults);
}

} // namespace

tables::Table rows_where(const tables::Table& table, const std::vector<Filter>& filters) {
    std::vector<bool> fits(table.rows.size(), true);
    for (const auto& filter : filters) {
        const auto column = *table.column(filter.column);
        TextFilter texts(filter);
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            if (!texts.takes(table.rows[i].cells[column])) fits[i] = false;
        }
        refuse_absent(table, column, filter, texts);
    }
    auto part = without_rows(table);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (fits[i]) part.rows.push_back(table.rows[i]);
    }
    if (part.rows.empty()) {
        throw InputError(Finding{.severity = Severity::error,
                                 .place = table.at(table.header_line),
                                 .found = "no row matches all of where",
                                 .expected = "a row for each area",
                                 .help = "check the table, and correct where"});
    }
    return part;
}

} // namespace wardmap::join
