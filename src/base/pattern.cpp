// SPDX-License-Identifier: MIT
#include "base/pattern.h"

#include <stdexcept>

#include <re2/re2.h>

namespace wardmap {
namespace {

re2::RE2::Options options(Pattern::Case letters) {
    constexpr std::int64_t most_memory = 4 << 20;
    re2::RE2::Options chosen;
    chosen.set_encoding(re2::RE2::Options::EncodingLatin1); // bytes, even if the text is not UTF-8
    chosen.set_case_sensitive(letters == Pattern::Case::exact);
    chosen.set_max_mem(most_memory);
    chosen.set_log_errors(false);
    return chosen;
}

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

} // namespace

Pattern::Pattern(std::string_view pattern, Case letters)
    : m_expression(std::make_unique<re2::RE2>(piece(pattern), options(letters))) {
    if (!m_expression->ok()) throw std::logic_error("pattern: " + m_expression->error());
}

Pattern::~Pattern() = default;

bool Pattern::fits(std::string_view text) const {
    return re2::RE2::FullMatch(piece(text), *m_expression);
}

std::optional<Pattern::Match> Pattern::match(std::string_view text) const {
    return search(text, true);
}

std::optional<Pattern::Match> Pattern::find(std::string_view text) const {
    return search(text, false);
}

std::optional<Pattern::Match> Pattern::search(std::string_view text, bool whole) const {
    std::vector<re2::StringPiece> parts(
        static_cast<std::size_t>(m_expression->NumberOfCapturingGroups()) + 1);
    const auto anchor = whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED;
    if (!m_expression->Match(piece(text), 0, text.size(), anchor, parts.data(),
                             static_cast<int>(parts.size()))) {
        return std::nullopt;
    }
    Match match;
    match.whole = {parts.front().data(), parts.front().size()};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto& part = parts[i];
        match.groups.push_back(part.data() == nullptr
                                   ? std::nullopt
                                   : std::optional(std::string_view(part.data(), part.size())));
    }
    return match;
}

std::string Pattern::replaced(std::string_view text, std::string_view with) const {
    std::string changed(text);
    re2::RE2::GlobalReplace(&changed, *m_expression, piece(with));
    return changed;
}

} // namespace wardmap
