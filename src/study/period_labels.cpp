// SPDX-License-Identifier: MIT
#include "study/period_labels.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <variant>

#include "tables/period.h"

namespace wardmap {

std::string period_words(const std::string& label) {
    return words_of_labels({label}).front();
}

std::vector<std::string> words_of_labels(const std::vector<std::string>& labels) {
    const auto reading = tables::read_periods(labels, "");
    const auto* const periods = std::get_if<std::vector<tables::Period>>(&reading);
    if (periods == nullptr) return labels;
    std::vector<std::string> words;
    std::ranges::transform(*periods, std::back_inserter(words), &tables::Period::words);
    return words;
}

std::vector<std::optional<double>> days_of_labels(const std::vector<std::string>& labels) {
    std::vector<std::optional<double>> days(labels.size());
    const auto reading = tables::read_periods(labels, "");
    const auto* const periods = std::get_if<std::vector<tables::Period>>(&reading);
    if (periods == nullptr) return days;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto& period = (*periods)[i];
        if (!period.dated || period.kind == tables::Period::Kind::day) continue;
        days[i] = tables::days_in(period);
    }
    return days;
}

std::optional<int> month_number(const std::string& label) {
    const auto period = tables::read_period(label);
    if (!period || !period->dated || period->kind != tables::Period::Kind::month) {
        return std::nullopt;
    }
    const std::chrono::year_month_day first(period->first);
    return 12 * static_cast<int>(first.year()) +
           static_cast<int>(static_cast<unsigned>(first.month()));
}

} // namespace wardmap
