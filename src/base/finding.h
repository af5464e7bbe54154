// SPDX-License-Identifier: MIT
// Findings of readers, joins and checks about the data: values, collected, never thrown singly.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wardmap {

enum class Severity { note, warning, error };

/// Where something was found. `line` and `column` count from 1; 0 means "not known". `column` is a
/// position in the text for a project file, a column number for a table. `sheet` is a workbook's;
/// its cells are named as in Sheet1!C7.
struct Place {
    std::string file = {};
    std::size_t line = 0;
    std::size_t column = 0;
    std::string sheet = {};

    auto operator<=>(const Place&) const = default;
};

/// One thing worth reporting. `found`: what was found; `expected`: what should have been there;
/// `help`: what the user can type or change. The last two may be empty. Built by name:
///     Finding{.severity = Severity::error, .place = {file, line}, .found = "..."}
struct Finding {
    Severity severity = Severity::note;
    Place place = {};
    std::string found = {};
    std::string expected = {};
    std::string help = {};
    /// A line of the input and, below it, a caret; only for text files that people write.
    std::string excerpt = {};
    /// What findings of this kind have in common, in the plural, as it follows a number in a
    /// heading: "rows name no ward". Those of one file are printed together; empty if there is one
    /// at most.
    std::string kind = {};
    /// The text holds or reveals figures of wards: not published if some are suppressed.
    bool reveals_figures = false;
    /// A misspelt name and the area it probably means, for [aliases].
    std::optional<std::pair<std::string, std::string>> alias = {};

    auto operator<=>(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

[[nodiscard]] bool has_errors(const Findings& findings);

/// "tables/assault.csv:8:2" or "tables/assault.xlsx:Sheet1!B8", as far as known.
[[nodiscard]] std::string to_text(const Place& place);

/// The letters of a spreadsheet's column: 1 is "A", 28 is "AB".
[[nodiscard]] std::string column_letters(std::size_t column);

/// "error: tables/assault.csv:8: code "29UHHE" ...", then expected and help on separate lines.
[[nodiscard]] std::string to_text(const Finding& finding);

[[nodiscard]] const char* to_text(Severity severity);

/// The findings in their order, without duplicates.
[[nodiscard]] Findings without_repeats(const Findings& findings);

/// Appends `more` to `findings`.
void append(Findings& findings, Findings more);

} // namespace wardmap
