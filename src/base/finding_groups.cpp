// SPDX-License-Identifier: MIT
#include "base/finding_groups.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/shown.h"
#include "base/text.h"

namespace wardmap {
namespace {

using Group = std::vector<const Finding*>;

std::string sentence(const std::string& s) {
    return text::shown(s, text::longest_sentence);
}

std::string number_of(std::size_t count) {
    return text::number(static_cast<double>(count), 0);
}

std::string see(std::string_view where) {
    return where.empty() ? "" : fmt::format(": see {}", where);
}

/// Errors first; within a severity, in the order of each group's first finding.
std::vector<Group> groups_of(const Findings& findings) {
    std::vector<Group> groups;
    for (const auto severity : {Severity::error, Severity::warning, Severity::note}) {
        std::map<std::tuple<std::string, std::string, std::string>, std::size_t> known;
        for (const auto& finding : findings) {
            if (finding.severity != severity) continue;
            const auto& kind = finding.kind.empty() ? finding.found : finding.kind;
            const auto [at, is_new] =
                known.try_emplace({finding.place.file, finding.place.sheet, kind}, groups.size());
            if (is_new) groups.emplace_back();
            groups[at->second].push_back(&finding);
        }
    }
    return groups;
}

bool all_share(const Group& group, std::string Finding::*member) {
    return std::all_of(group.begin(), group.end(), [&](const Finding* finding) {
        return finding->*member == group.front()->*member;
    });
}

/// "line 8", or the cell of a sheet; empty if neither is known.
std::string spot(const Place& place) {
    if (place.line == 0) return "";
    if (!place.sheet.empty()) return fmt::format("{}{}", column_letters(place.column), place.line);
    return fmt::format("line {}", place.line);
}

std::string heading(const Group& group) {
    const auto& first = *group.front();
    const auto number = number_of(group.size());
    Place file = first.place;
    file.line = file.column = 0;
    std::string text = fmt::format("{}: ", to_text(first.severity));
    if (!file.file.empty()) text += sentence(to_text(file)) + ": ";
    return text + (first.kind.empty() ? fmt::format("{} ({} times)", sentence(first.found), number)
                                      : fmt::format("{} {}", number, sentence(first.kind)));
}

std::string example(const Finding& finding, bool own_expected, bool own_help) {
    const auto at = spot(finding.place);
    std::string text = "\n  " + (at.empty() ? "" : at + ": ") + sentence(finding.found);
    if (own_expected && !finding.expected.empty()) {
        text += "; expected: " + sentence(finding.expected);
    }
    if (own_help && !finding.help.empty()) text += "; help: " + sentence(finding.help);
    return text;
}

/// "lines 3, 8 and 9" of findings that differ only in their places.
std::string spots(const Group& group) {
    std::vector<std::string> names;
    for (const auto* const finding : group) {
        if (names.size() == most_examples) break;
        if (finding->place.line > 0) names.push_back(spot(finding->place));
    }
    if (names.empty()) return "";
    if (group.size() > most_examples) {
        names.push_back(number_of(group.size() - most_examples) + " more");
    }
    return "\n  " + text::list(names);
}

std::string text_of(const Group& group, std::string_view where) {
    const auto& first = *group.front();
    if (group.size() == 1) return to_text(first);
    const bool one_expected = all_share(group, &Finding::expected);
    const bool one_help = all_share(group, &Finding::help);
    std::string text = heading(group);
    if (first.kind.empty() && one_expected && one_help) {
        text += spots(group);
    } else {
        const auto shown = std::min(group.size(), most_examples);
        for (std::size_t i = 0; i < shown; ++i) {
            text += example(*group[i], !one_expected, !one_help);
        }
        if (group.size() > shown) {
            text += "\n  and " + number_of(group.size() - shown) + " more" + see(where);
        }
    }
    if (one_expected && !first.expected.empty())
        text += "\n  expected: " + sentence(first.expected);
    if (one_help && !first.help.empty()) text += "\n  help: " + sentence(first.help);
    return text;
}

/// "3 more errors, 12 more warnings": those not among the first `printed` groups.
std::string left_out(const std::vector<Group>& groups, std::size_t printed) {
    std::vector<std::string> parts;
    for (const auto severity : {Severity::error, Severity::warning, Severity::note}) {
        std::size_t count = 0;
        for (std::size_t i = printed; i < groups.size(); ++i) {
            if (groups[i].front()->severity == severity) count += groups[i].size();
        }
        if (count > 0) {
            parts.push_back(text::with_count(count, fmt::format("more {}", to_text(severity))));
        }
    }
    return text::list(parts);
}

} // namespace

std::vector<std::string> grouped_texts(const Findings& findings, std::string_view where) {
    std::vector<std::string> texts;
    for (const auto& group : groups_of(findings)) {
        texts.push_back(text_of(group, where));
    }
    return texts;
}

std::vector<std::string> screenful(const Findings& findings, std::string_view where) {
    const auto groups = groups_of(findings);
    std::vector<std::string> texts;
    std::size_t lines = 0;
    for (const auto& group : groups) {
        auto text = text_of(group, where);
        lines += 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        const bool is_last = texts.size() + 1 == groups.size();
        if (lines + (is_last ? 0 : 1) > most_lines && !texts.empty()) {
            texts.push_back(left_out(groups, texts.size()) + see(where));
            break;
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

} // namespace wardmap
