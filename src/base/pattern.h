// SPDX-License-Identifier: MIT
// Regular expressions in time and memory that grow with the text only in a line: the one place that
// knows RE2.
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
/// are ours: one that is wrong is a fault of the program (std::logic_error). Thread-safe.
class Pattern {
public:
    enum class Case { exact, ignored };

    explicit Pattern(std::string_view pattern, Case letters = Case::exact);
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;
    ~Pattern();

    /// A group that took no part is nothing. The views are parts of the text that was searched.
    struct Match {
        std::string_view whole;
        std::vector<std::optional<std::string_view>> groups; // the first is group 1

        /// The text of group `number`, counted from 1; "" of one that took no part.
        [[nodiscard]] std::string text(std::size_t number) const {
            return std::string(groups.at(number - 1).value_or(std::string_view()));
        }
    };

    /// Whether the whole text fits.
    [[nodiscard]] bool fits(std::string_view text) const;
    /// The whole text with its groups; nothing where it does not fit.
    [[nodiscard]] std::optional<Match> match(std::string_view text) const;
    /// The first place that fits.
    [[nodiscard]] std::optional<Match> find(std::string_view text) const;
    /// `text` with every place that fits rewritten; \1 in `with` is group 1.
    [[nodiscard]] std::string replaced(std::string_view text, std::string_view with) const;

private:
    [[nodiscard]] std::optional<Match> search(std::string_view text, bool whole) const;

    std::unique_ptr<re2::RE2> m_expression;
};

} // namespace wardmap
