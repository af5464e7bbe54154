// SPDX-License-Identifier: MIT
// Regular expressions whose time and memory are linear in the text: the only user of RE2.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace wardmap {

/// One pattern in RE2's syntax, matched byte by byte; `\s` leaves the vertical tab out. Patterns
/// are fixed in the program, so an invalid one is a defect (std::logic_error). Thread-safe.
class Pattern {
public:
    enum class Case { exact, ignored };

    explicit Pattern(std::string_view pattern, Case letters = Case::exact);
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;
    ~Pattern();

    /// A group that did not take part has no value. The views point into the text searched.
    struct Match {
        std::string_view whole;
        std::vector<std::optional<std::string_view>> groups; // the first is group 1

        /// The text of group `number`, counted from 1; "" if it did not take part.
        [[nodiscard]] std::string text(std::size_t number) const {
            return std::string(groups.at(number - 1).value_or(std::string_view()));
        }
    };

    /// Whether the whole text matches.
    [[nodiscard]] bool fits(std::string_view text) const;
    /// Matches the whole text; nothing if it does not match.
    [[nodiscard]] std::optional<Match> match(std::string_view text) const;
    /// The first match.
    [[nodiscard]] std::optional<Match> find(std::string_view text) const;
    /// `text` with every match replaced; \1 in `with` is group 1.
    [[nodiscard]] std::string replaced(std::string_view text, std::string_view with) const;

private:
    [[nodiscard]] std::optional<Match> search(std::string_view text, bool whole) const;

    std::unique_ptr<re2::RE2> m_expression;
};

} // namespace wardmap
