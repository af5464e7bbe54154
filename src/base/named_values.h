// SPDX-License-Identifier: MIT
// Enumerations by name: one table for reading, printing and messages, so that neither depends on
// the order of the values.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wardmap {

/// Precondition: every value of the enumeration is in the table.
template <typename Enum, std::size_t N>
[[nodiscard]] constexpr std::string_view
name_of(const std::array<std::pair<std::string_view, Enum>, N>& names, Enum value) {
    for (const auto& [name, named] : names) {
        if (named == value) return name;
    }
    return {};
}

template <typename Enum, std::size_t N>
[[nodiscard]] constexpr std::optional<Enum>
value_named(const std::array<std::pair<std::string_view, Enum>, N>& names, std::string_view name) {
    for (const auto& [known, value] : names) {
        if (known == name) return value;
    }
    return std::nullopt;
}

/// In the order of the table.
template <typename Enum, std::size_t N>
[[nodiscard]] std::vector<std::string>
all_names(const std::array<std::pair<std::string_view, Enum>, N>& names) {
    std::vector<std::string> all;
    all.reserve(N);
    for (const auto& [name, value] : names) {
        all.emplace_back(name);
    }
    return all;
}

} // namespace wardmap
