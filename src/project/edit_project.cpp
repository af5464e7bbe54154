// SPDX-License-Identifier: MIT
#include "project/edit_project.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/text.h"
#include "project/write_toml.h"

namespace wardmap::project {
namespace {

/// The end of the TOML value that starts a text: a string, a list, a table or a bare word.
std::size_t end_of_value(std::string_view text) {
    int depth = 0;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == '\\' && quote == '"') ++i;
            if (c == quote) quote = 0;
            if (quote == 0 && depth == 0) return i + 1;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth == 0) return i + 1;
        } else if (depth == 0 && (c == ' ' || c == ',' || c == ';')) {
            return i;
        }
    }
    return depth == 0 && quote == 0 ? text.size() : 0;
}

/// The proposal of a clause that starts with a line; the clauses are parted by "; ".
std::optional<Proposal> proposal_in(std::string_view clause, const Place& place) {
    static const Pattern line(R"((?:\[([a-z]+)\] )?([a-z_]+) = (.*))");
    const auto parts = line.match(clause);
    if (!parts) return std::nullopt;
    const auto rest = parts->text(3);
    const auto end = end_of_value(rest);
    auto value = rest.substr(0, end);
    auto words = rest.substr(end);
    words = words.substr(0, words.find("; "));
    static const Pattern condition(R"((.* |,? ?)if .*)");
    if (end == 0 || condition.fits(words) || value.find("...") != std::string::npos) {
        return std::nullopt;
    }
    const auto section = parts->text(1);
    return Proposal{section, section.empty() ? place.file : "", parts->text(2), std::move(value)};
}

/// Lines with their ends, which may differ.
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

/// Adds a line before that number, after the end of the one above.
void add_line(std::vector<std::string>& lines, std::size_t number, const std::string& line,
              const std::string& end) {
    if (number > 0 && !lines[number - 1].ends_with('\n')) lines[number - 1] += end;
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(number), line + end);
}

struct Block {
    std::string header;    // "[boundaries]", "[[category]]", without blanks
    std::size_t first = 0; // the line below its header
    std::size_t end = 0;   // behind its last line that is not blank
};

std::vector<Block> blocks_of(const std::vector<std::string>& lines) {
    static const Pattern header(R"([ \t]*(\[{1,2}[^\[\]]+\]{1,2})[ \t]*(#.*)?)");
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (const auto found = header.match(text::trimmed(lines[i]))) {
            auto name = found->text(1);
            std::erase_if(name, [](char c) { return c == ' ' || c == '\t'; });
            blocks.push_back({std::move(name), i + 1, i + 1});
        } else if (!blocks.empty() && !text::trimmed(lines[i]).empty()) {
            blocks.back().end = i + 1;
        }
    }
    return blocks;
}

/// The line of a key, as `key = `; its number, or nothing.
std::optional<std::size_t> line_of(const std::vector<std::string>& lines, const Block& block,
                                   const std::string& key) {
    for (auto i = block.first; i < block.end; ++i) {
        const auto line = text::trimmed(lines[i]);
        if (!line.starts_with(key)) continue;
        if (text::trimmed(line.substr(key.size())).starts_with('=')) return i;
    }
    return std::nullopt;
}

std::string value_on(const std::string& line) {
    const auto behind = std::string(text::trimmed(line.substr(line.find('=') + 1)));
    return behind.substr(0, end_of_value(behind));
}

bool reads_table(const std::vector<std::string>& lines, const Block& block,
                 const std::string& table) {
    const auto line = line_of(lines, block, "table");
    if (!line) return false;
    const auto value = value_on(lines[*line]);
    return value.size() >= 2 && value.substr(1, value.size() - 2) == table;
}

/// Of `{ a = 1 }` the text "a = 1".
std::string inside(const std::string& table) {
    return std::string(text::trimmed(std::string_view(table).substr(1, table.size() - 2)));
}

/// An inline table with more in it; nothing if it has the key already, or is none.
std::optional<std::string> merged(const std::string& own, const std::string& more) {
    const bool tables = own.starts_with('{') && own.ends_with('}') && more.starts_with('{');
    if (!tables) return std::nullopt;
    const auto added = inside(more);
    const auto key = std::string(text::trimmed(added.substr(0, added.find('='))));
    const auto plain = key.starts_with('"') ? key.substr(1, key.size() - 2) : key;
    const auto has = own;
    for (const auto& form :
         {plain + " =", "\"" + plain + "\" =", plain + "=", "\"" + plain + "\"="}) {
        const auto at = has.find(form);
        if (at == std::string::npos) continue;
        const auto start = at + form.size();
        const auto value_at = has.find_first_not_of(' ', start);
        const auto value = has.substr(value_at);
        const auto old = value.substr(0, end_of_value(value));
        const auto new_value = std::string(text::trimmed(added.substr(added.find('=') + 1)));
        const auto both = key == "marks" ? merged(old, new_value) : std::nullopt;
        if (!both) return std::nullopt;
        return has.substr(0, value_at) + *both + has.substr(value_at + old.size());
    }
    const auto held = inside(own);
    return "{ " + held + (held.empty() ? "" : ", ") + added + " }";
}

/// The value of a key that is there together with the one proposed; nothing if it is to stay.
std::optional<std::string> new_value(const std::string& own, const Proposal& proposal) {
    if (proposal.key == "where" || proposal.key == "suppression") {
        return merged(own, proposal.value);
    }
    if (proposal.key != "require_coverage") return std::nullopt;
    const auto now = text::parse_number(own);
    const auto then = text::parse_number(proposal.value);
    if (!now || !then || *then >= *now) return std::nullopt;
    return proposal.value;
}

/// Whether the lines were changed.
bool put(std::vector<std::string>& lines, const Block& block, const Proposal& proposal,
         const std::string& end) {
    const auto at = line_of(lines, block, proposal.key);
    if (!at) {
        const auto below = line_of(lines, block, "table").value_or(block.end - 1);
        add_line(lines, below + 1, proposal.key + " = " + proposal.value, end);
        return true;
    }
    auto& line = lines[*at];
    const auto own = value_on(line);
    const auto value = own.empty() ? std::nullopt : new_value(own, proposal);
    if (!value) return false;
    line.replace(line.find(own, line.find('=')), own.size(), *value);
    return true;
}

bool is_meant(const std::vector<std::string>& lines, const Block& block, const Proposal& proposal) {
    if (!proposal.section.empty()) return block.header == "[" + proposal.section + "]";
    const bool category = block.header == "[[category]]";
    const bool denominator = block.header.starts_with("[denominator");
    const bool takes = category || (denominator && proposal.key != "require_coverage");
    return takes && reads_table(lines, block, proposal.table);
}

} // namespace

std::vector<Proposal> proposals_of(const Finding& finding) {
    std::vector<Proposal> proposals;
    const std::string_view help = finding.help;
    for (std::size_t at = 0; at != std::string_view::npos;) {
        if (auto proposal = proposal_in(help.substr(at), finding.place)) {
            proposals.push_back(*std::move(proposal));
        }
        at = help.find("; ", at);
        if (at != std::string_view::npos) at += 2;
    }
    return proposals;
}

std::optional<std::string> with_proposal(const std::string& text, const Proposal& proposal) {
    const std::string end = text.find("\r\n") != std::string::npos ? "\r\n" : "\n";
    auto lines = lines_of(text);
    auto blocks = blocks_of(lines);
    bool changed = false;
    bool found = false;
    std::reverse(blocks.begin(), blocks.end()); // lines are inserted behind those yet to come
    for (const auto& block : blocks) {
        if (!is_meant(lines, block, proposal)) continue;
        found = true;
        changed = put(lines, block, proposal, end) || changed;
    }
    if (!found && !proposal.section.empty()) {
        for (const auto& line :
             {std::string(), "[" + proposal.section + "]", proposal.key + " = " + proposal.value}) {
            add_line(lines, lines.size(), line, end);
        }
        changed = true;
    }
    if (!changed) return std::nullopt;
    return text::join(lines, "");
}

std::string with_aliases(const std::string& text,
                         const std::vector<std::pair<std::string, std::string>>& aliases) {
    auto with = text;
    for (const auto& [from, to] : aliases) {
        with = with_proposal(with, {"aliases", "", toml_text(from), toml_text(to)}).value_or(with);
    }
    return with;
}

std::string in_words(const Proposal& proposal) {
    const auto line = proposal.key + " = " + proposal.value;
    if (!proposal.section.empty()) return fmt::format("[{}] {}", proposal.section, line);
    return fmt::format("{}: {}", proposal.table, line);
}

} // namespace wardmap::project
