// SPDX-License-Identifier: MIT
#include "base/finding.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/shown.h"

namespace wardmap {

bool has_errors(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& f) { return f.severity == Severity::error; });
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return letters;
}

std::string to_text(const Place& place) {
    std::string text = place.file;
    if (!place.sheet.empty()) {
        text += ":" + place.sheet;
        if (place.line > 0) text += fmt::format("!{}{}", column_letters(place.column), place.line);
        return text;
    }
    if (place.line > 0) text += fmt::format(":{}", place.line);
    if (place.line > 0 && place.column > 0) text += fmt::format(":{}", place.column);
    return text;
}

const char* to_text(Severity severity) {
    switch (severity) {
    case Severity::note:
        return "note";
    case Severity::warning:
        return "warning";
    case Severity::error:
        return "error";
    }
    return "error";
}

std::string to_text(const Finding& finding) {
    const auto sentence = [](const std::string& s) {
        return text::shown(s, text::longest_sentence);
    };
    std::string text = fmt::format("{}: ", to_text(finding.severity));
    if (!finding.place.file.empty()) text += sentence(to_text(finding.place)) + ": ";
    text += sentence(finding.found);
    if (!finding.excerpt.empty()) text += "\n" + finding.excerpt;
    if (!finding.expected.empty()) text += "\n  expected: " + sentence(finding.expected);
    if (!finding.help.empty()) text += "\n  help: " + sentence(finding.help);
    return text;
}

Findings without_repeats(const Findings& findings) {
    std::set<Finding> seen;
    Findings once;
    for (const auto& finding : findings) {
        if (seen.insert(finding).second) once.push_back(finding);
    }
    return once;
}

void append(Findings& findings, Findings more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
}

} // namespace wardmap
