// SPDX-License-Identifier: MIT
#include "study/months.h"

#include <array>

#include <fmt/format.h>

namespace wardmap {

std::optional<std::chrono::year_month> month_of(const std::string& label) {
    constexpr std::size_t year_digits = 4;
    const bool shaped = label.size() == 7 && label[year_digits] == '-';
    if (!shaped) return std::nullopt;
    for (const auto c : label.substr(0, year_digits) + label.substr(year_digits + 1)) {
        if (c < '0' || c > '9') return std::nullopt;
    }
    const std::chrono::year_month found{
        std::chrono::year(std::stoi(label.substr(0, year_digits))),
        std::chrono::month(static_cast<unsigned>(std::stoi(label.substr(year_digits + 1))))};
    if (!found.ok()) return std::nullopt;
    return found;
}

std::optional<int> month_number(const std::string& label) {
    const auto month = month_of(label);
    if (!month) return std::nullopt;
    return 12 * static_cast<int>(month->year()) +
           static_cast<int>(static_cast<unsigned>(month->month()));
}

std::string period_words(const std::string& label) {
    static const std::array<const char*, 12> months = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const auto month = month_of(label);
    if (!month) return label;
    return fmt::format("{} {}", months.at(static_cast<unsigned>(month->month()) - 1),
                       static_cast<int>(month->year()));
}

} // namespace wardmap
