// SPDX-License-Identifier: MIT
// Reads values of one TOML file and collects their errors. Private to project/.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <toml++/toml.h>

#include "base/finding.h"
#include "base/named_values.h"

namespace wardmap::project {

/// A file's text with its name: findings have place, line and caret.
class TomlReader {
public:
    TomlReader(std::string text, std::string shown_as);

    /// The parsed file. Throws InputError on a syntax error.
    [[nodiscard]] toml::table parse();

    void fault(const toml::node& at, std::string found, std::string expected,
               std::string help = "");
    void fault_at(std::size_t line, std::size_t column, std::string found, std::string expected,
                  std::string help = "");

    void warn_at(std::size_t line, std::size_t column, std::string found, std::string help);

    /// Adds an error for every key of `table` that is not in `known`; `in` names the table
    /// ("[boundaries]").
    void refuse_unknown(const toml::table& table, const std::vector<std::string>& known,
                        const std::string& in);

    // Each returns nothing if the key is absent, or of another type (then with an error).
    [[nodiscard]] std::optional<std::string> text(const toml::table& table, std::string_view key);
    [[nodiscard]] std::optional<double> number(const toml::table& table, std::string_view key);
    [[nodiscard]] std::optional<int> whole(const toml::table& table, std::string_view key);
    [[nodiscard]] std::optional<std::vector<std::string>>
    texts(const toml::table& table, std::string_view key, bool one_is_enough = false);
    [[nodiscard]] std::optional<std::vector<double>> numbers(const toml::table& table,
                                                             std::string_view key);
    [[nodiscard]] const toml::table* table(const toml::table& table, std::string_view key);

    void read(const toml::table& table, std::string_view key, std::string& into);
    void read(const toml::table& table, std::string_view key, double& into);
    void read(const toml::table& table, std::string_view key, bool& into);

    /// The same for a required text, which must not be empty.
    [[nodiscard]] std::string required(const toml::table& table, std::string_view key,
                                       const std::string& in, const std::string& example);

    /// One of several words, as an index into `words`; any other is an error with the nearest
    /// suggested.
    [[nodiscard]] std::optional<std::size_t> word(const toml::table& table, std::string_view key,
                                                  const std::vector<std::string>& words);

    /// One value of an enumeration, by the names in its table.
    template <typename Enum, std::size_t N>
    [[nodiscard]] std::optional<Enum>
    value(const toml::table& table, std::string_view key,
          const std::array<std::pair<std::string_view, Enum>, N>& names) {
        const auto at = word(table, key, all_names(names));
        if (!at) return std::nullopt;
        return names[*at].second;
    }

    void stop_on_faults() const;
    /// All errors and warnings, in the order in which they were added.
    [[nodiscard]] const Findings& findings() const { return m_findings; }

private:
    /// Adds a finding for this file, with its line.
    void add(Finding finding);
    void wrong_type(const toml::node& at, std::string_view key, const char* expected);

    std::string m_text;
    std::string m_shown_as;
    Findings m_findings;
};

} // namespace wardmap::project
