// SPDX-License-Identifier: MIT
#include "tables/period.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/text.h"
#include "tables/period_forms.h"

namespace wardmap::tables {
namespace {

using namespace std::chrono;

bool earlier(const Period& a, const Period& b) {
    return std::tie(a.dated, a.first, a.last) < std::tie(b.dated, b.first, b.last);
}

int months_in(const Period& period) {
    const year_month_day from(period.first);
    const year_month_day to(period.last);
    return static_cast<int>((to.year() / to.month() - from.year() / from.month()).count()) + 1;
}

year_month month_of(sys_days day) {
    const year_month_day date(day);
    return date.year() / date.month();
}

/// Converts days that are all the first, or all the last, of different months, two of them
/// consecutive, to those months. Only if every period is a day.
void make_months_of_days(std::vector<Period>& periods) {
    std::set<year_month> seen;
    bool firsts = true;
    bool lasts = true;
    for (const auto& period : periods) {
        if (period.kind != Period::Kind::day || !period.dated) return;
        const year_month_day date(period.first);
        firsts = firsts && date.day() == day(1);
        lasts = lasts && date == year_month_day(date.year() / date.month() / last);
        seen.insert(month_of(period.first));
    }
    const bool in_a_row = std::ranges::any_of(
        seen, [&](year_month month) { return seen.contains(month + months(1)); });
    if ((!firsts && !lasts) || !in_a_row) return;
    for (auto& period : periods) {
        period = months_from(month_of(period.first), month_of(period.first));
    }
}

Numbers numbers_under(std::string_view heading) {
    const auto folded = text::fold_case(heading);
    for (const auto& [pattern, numbers] :
         {std::pair{R"((^|[^a-z])months?($|[^a-z]))", Numbers::months},
          {R"((^|[^a-z])weeks?($|[^a-z]))", Numbers::weeks},
          {R"((^|[^a-z])(quarters?|qtr)($|[^a-z]))", Numbers::quarters}}) {
        if (Pattern(pattern).find(folded)) return numbers;
    }
    return Numbers::none;
}

/// Every combination of choices between two readings.
std::vector<Convention> conventions() {
    std::vector<Convention> all;
    for (const bool pair : {false, true}) {
        for (const bool day : {false, true}) {
            for (const bool month : {false, true}) {
                all.push_back({month, pair, day});
            }
        }
    }
    return all;
}

std::optional<std::vector<Period>> read_all(const std::vector<std::string>& texts,
                                            const Convention& convention, Numbers numbers) {
    std::vector<Period> periods;
    for (const auto& text : texts) {
        auto period = read_form(text, convention, numbers);
        if (!period) return std::nullopt;
        periods.push_back(*std::move(period));
    }
    make_months_of_days(periods);
    return periods;
}

std::vector<Period> in_order(std::vector<Period> periods) {
    std::ranges::sort(periods, earlier);
    const auto same = [](const Period& a, const Period& b) {
        return a.first == b.first && a.last == b.last && a.dated == b.dated;
    };
    // Not the std::ranges versions: Clang 14 cannot compile their return types.
    periods.erase(std::unique(periods.begin(), periods.end(), same), periods.end());
    return periods;
}

/// Whether periods are evenly spaced, without a gap; days may be any number of days apart.
bool are_even(const std::vector<Period>& periods) {
    const auto ordered = in_order(periods);
    if (ordered.size() < 2) return false;
    const auto step = ordered[1].first - ordered[0].first;
    for (std::size_t i = 0; i + 1 < ordered.size(); ++i) {
        const bool days = ordered[i].kind == Period::Kind::day;
        const bool even = days ? ordered[i + 1].first - ordered[i].first == step
                               : follows(ordered[i], ordered[i + 1]);
        if (!even || !same_length(ordered[i], ordered[i + 1])) return false;
    }
    return true;
}

Unreadable unreadable_period(const std::string& text) {
    return {fmt::format("{} cannot be read as a period of time", text::quoted(text)),
            "periods such as 2014-11, Nov 2014, 2014/15, Q1 2014, Week 10 or 30/11/2014", ""};
}

Unreadable two_readings(const std::vector<std::string>& texts, const std::vector<Period>& one,
                        const std::vector<Period>& other) {
    std::size_t i = 0;
    while (i + 1 < texts.size() && one[i].words == other[i].words) {
        ++i;
    }
    return {fmt::format("{} can be read as {} and as {}", text::quoted(texts[i]), one[i].words,
                        other[i].words),
            fmt::format("periods that can be read in one way, such as {} or {}", one[i].label,
                        other[i].label),
            ""};
}

/// The first text that no convention reads; else one that no single convention reads with the rest.
const std::string& culprit(const std::vector<std::string>& texts, Numbers numbers) {
    const auto all = conventions();
    const auto odd = std::ranges::find_if(texts, [&](const std::string& text) {
        return std::ranges::none_of(all, [&](const Convention& convention) {
            return read_form(text, convention, numbers).has_value();
        });
    });
    return odd == texts.end() ? texts.back() : *odd;
}

/// Runs of consecutive periods.
std::vector<std::pair<Period, Period>> runs_of(const std::vector<Period>& ordered) {
    std::vector<std::pair<Period, Period>> runs;
    for (const auto& period : ordered) {
        if (!runs.empty() && follows(runs.back().second, period)) {
            runs.back().second = period;
        } else {
            runs.emplace_back(period, period);
        }
    }
    return runs;
}

bool is_of_months(const Period& period) {
    return period.kind != Period::Kind::day && period.kind != Period::Kind::week;
}

std::string without_year(const std::string& words, const Period& period) {
    const auto year = fmt::format(" {}", static_cast<int>(year_month_day(period.last).year()));
    return period.dated && words.ends_with(year) ? words.substr(0, words.size() - year.size())
                                                 : words;
}

/// A run from one period to another.
std::string run_words(const Period& from, const Period& to) {
    if (from == to) return from.words;
    const bool years = same_length(from, to) && from.kind == Period::Kind::year;
    if (years || !is_of_months(from) || !is_of_months(to) || !from.dated) {
        return fmt::format("{} to {}", from.words, to.words);
    }
    return months_from(month_of(from.first), month_of(to.last)).words;
}

/// "January to November, 2013 to 2014": the same months of several years in a row.
std::string same_months_of_years(const std::vector<Period>& ordered) {
    const auto stem = without_year(ordered.front().words, ordered.front());
    int year = 0;
    for (const auto& period : ordered) {
        const int own = static_cast<int>(year_month_day(period.last).year());
        const bool fits = is_of_months(period) && period.dated && stem != period.words &&
                          without_year(period.words, period) == stem &&
                          (year == 0 || own == year + 1);
        if (!fits) return {};
        year = own;
    }
    const int first = year_month_day(ordered.front().last).year().operator int();
    return fmt::format("{}, {} to {}", stem, first, year);
}

std::string plural_of(Period::Kind kind) {
    switch (kind) {
    case Period::Kind::day:
        return "days";
    case Period::Kind::week:
        return "weeks";
    case Period::Kind::month:
        return "months";
    case Period::Kind::quarter:
        return "quarters";
    case Period::Kind::year:
        return "years";
    case Period::Kind::span:
        break;
    }
    return "periods";
}

} // namespace

int days_in(const Period& period) {
    return static_cast<int>((period.last - period.first).count()) + 1;
}

bool same_length(const Period& a, const Period& b) {
    if (!is_of_months(a) || !is_of_months(b)) return a.kind == b.kind;
    return months_in(a) == months_in(b);
}

bool follows(const Period& a, const Period& b) {
    return a.dated == b.dated && a.last + days(1) == b.first;
}

std::optional<Period> read_period(std::string_view text) {
    return read_form(text, {}, Numbers::none);
}

PeriodsReading read_periods(const std::vector<std::string>& texts, std::string_view heading) {
    const auto numbers = numbers_under(heading);
    std::vector<std::vector<Period>> readings;
    for (const auto& convention : conventions()) {
        auto periods = read_all(texts, convention, numbers);
        if (periods && std::ranges::find(readings, *periods) == readings.end()) {
            readings.push_back(*std::move(periods));
        }
    }
    if (readings.empty()) return unreadable_period(culprit(texts, numbers));
    if (readings.size() == 1) return readings.front();
    std::vector<std::vector<Period>> even;
    std::ranges::copy_if(readings, std::back_inserter(even), are_even);
    if (even.size() > 1) { // whole months instead of days
        std::erase_if(
            even, [](const auto& periods) { return periods.front().kind == Period::Kind::day; });
    }
    if (even.size() == 1) return even.front();
    return two_readings(texts, readings[0], readings[1]);
}

std::optional<Unreadable> unfit_for_a_series(std::vector<Period> periods) {
    const auto ordered = in_order(std::move(periods));
    for (std::size_t i = 0; i + 1 < ordered.size(); ++i) {
        const auto& a = ordered[i];
        const auto& b = ordered[i + 1];
        const bool fits = a.dated == b.dated && same_length(a, b) && a.last < b.first;
        if (fits) continue;
        const std::string fault = a.dated != b.dated   ? "only one of them states its year"
                                  : !same_length(a, b) ? "they are not equally long"
                                                       : "they overlap";
        return Unreadable{fmt::format("the periods {} and {} cannot be compared side by side: {}",
                                      a.words, b.words, fault),
                          "periods of equal length that do not overlap",
                          "choose rows of one kind of period with where, or correct the periods"};
    }
    return std::nullopt;
}

std::vector<std::string> gaps_between(std::vector<Period> periods) {
    const auto ordered = in_order(std::move(periods));
    std::vector<std::string> gaps;
    for (std::size_t i = 0; i + 1 < ordered.size(); ++i) {
        const auto& a = ordered[i];
        const auto& b = ordered[i + 1];
        if (!is_of_months(a) || a.dated != b.dated || a.last >= b.first || follows(a, b)) continue;
        const auto from = month_of(a.last) + months(1);
        const auto to = month_of(b.first) - months(1);
        auto gap = months_from(from, to);
        if (!a.dated) {
            gap.words = months_from(from, from, false).words;
            if (from != to) gap.words += " to " + months_from(to, to, false).words;
        }
        gaps.push_back(gap.words);
    }
    return gaps;
}

std::string words_of(std::vector<Period> periods) {
    const auto ordered = in_order(std::move(periods));
    if (ordered.empty()) return {};
    const auto runs = runs_of(ordered);
    constexpr std::size_t few = 3;
    if (runs.size() > 1) {
        if (auto wording = same_months_of_years(ordered); !wording.empty()) return wording;
    }
    if (runs.size() > few) {
        const auto whole = run_words(ordered.front(), ordered.back());
        return fmt::format("{} {} from {}", ordered.size(), plural_of(ordered.front().kind), whole);
    }
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        auto words = run_words(runs[i].first, runs[i].second);
        const bool same_year =
            i + 1 < runs.size() && year_month_day(runs[i].second.last).year() ==
                                       year_month_day(runs[i + 1].second.last).year();
        if (same_year) words = without_year(words, runs[i].second);
        parts.push_back(std::move(words));
    }
    return text::list(parts);
}

} // namespace wardmap::tables
