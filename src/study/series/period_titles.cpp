// SPDX-License-Identifier: MIT
#include "study/series/period_titles.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <set>
#include <string_view>

#include "base/text.h"
#include "study/series/periods.h"

namespace wardmap {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view punctuation = ",;:(-";

Words words_of(const std::string& text) {
    Words words;
    for (auto& word : text::split(text, ' ')) {
        if (!word.empty()) words.push_back(std::move(word));
    }
    return words;
}

/// Without the punctuation at its end.
std::string bare(std::string text) {
    while (!text.empty() && punctuation.find(text.back()) != std::string_view::npos) {
        text.pop_back();
    }
    return text;
}

/// How many words all have in common, from the front, whatever punctuation follows them.
std::size_t shared_words(const std::vector<Words>& all) {
    std::size_t n = all.front().size();
    for (const auto& words : all) {
        const auto [own, first] = std::ranges::mismatch(words, all.front(), {}, bare, bare);
        n = std::min(n, static_cast<std::size_t>(own - words.begin()));
    }
    return n;
}

std::size_t shared_at_end(std::vector<Words> all, std::size_t but_first) {
    for (auto& words : all) {
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(but_first));
        std::ranges::reverse(words);
    }
    return shared_words(all);
}

bool is_dash(const std::string& word) {
    return word == "-" || word == "\u2013" || word == "\u2014";
}

/// Without dashes, punctuation and small words that lead to something that is not there.
std::string ended(Words words) {
    static const std::set<std::string> leading = {"in", "of",   "for",    "and", "to",
                                                  "by", "from", "during", "the"};
    while (!words.empty()) {
        auto& last = words.back();
        last = bare(last);
        if (!last.empty() && !is_dash(last) && !leading.contains(last)) break;
        words.pop_back();
    }
    return text::join(words, " ");
}

std::string inner(Words words) {
    while (!words.empty() && is_dash(words.front())) {
        words.erase(words.begin());
    }
    auto text = ended(std::move(words));
    if (text.starts_with('(')) text.erase(0, 1);
    if (text.ends_with(')') && text.find('(') == std::string::npos) text.pop_back();
    return text;
}

/// "Burglary" and "by month"; "Crime" and "burglary" where a colon stood between: "Crime:
/// burglary".
std::string joined(const Words& front, const std::string& between, const Words& back) {
    auto said = front.empty() ? std::string() : ended(front);
    if (back.empty()) return said;
    if (said.empty()) {
        said = text::join(back, " ");
        said.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(said.front())));
        return said;
    }
    if (between.ends_with(':') || between.ends_with(',')) said += between.back();
    return said + " " + text::join(back, " ");
}

/// 1 to 12; 0 where the word is no month.
int month_number(const std::string& word) {
    static constexpr std::array months = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
    const auto* const found = std::ranges::find(months, word);
    return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

bool has_digit(const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool all_different(const std::vector<std::string>& texts) {
    const std::set<std::string> different(texts.begin(), texts.end());
    return different.size() == texts.size() && !different.contains("");
}

/// The months that a period starts and ends with, as words of a month and a year.
struct Months {
    std::string first_month;
    std::string first_year;
    std::string last_month;
    std::string last_year;
};

/// Of "2014-01", "January 2014", "January to March 2014" and "December 2013 to February 2014".
std::optional<Months> months_of(const std::string& period) {
    const auto words = words_of(period_words(period));
    const auto is_year = [](const std::string& word) {
        return word.size() == 4 &&
               std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    };
    const auto is_month = [](const std::string& word) { return month_number(word) > 0; };
    switch (words.size()) {
    case 2: // month year
        if (!is_month(words[0]) || !is_year(words[1])) return std::nullopt;
        return Months{words[0], words[1], words[0], words[1]};
    case 4: // month to month year
        if (!is_month(words[0]) || words[1] != "to" || !is_month(words[2]) || !is_year(words[3])) {
            return std::nullopt;
        }
        return Months{words[0], words[3], words[2], words[3]};
    case 5: // month year to month year
        if (!is_month(words[0]) || !is_year(words[1]) || words[2] != "to" || !is_month(words[3]) ||
            !is_year(words[4])) {
            return std::nullopt;
        }
        return Months{words[0], words[1], words[3], words[4]};
    default:
        return std::nullopt;
    }
}

/// "January to November 2014" of months, and of longer periods without a gap between them; empty of
/// anything else.
std::string span_of_months(const std::vector<std::string>& periods) {
    std::vector<Months> all;
    bool single = true;
    for (const auto& period : periods) {
        const auto months = months_of(period);
        if (!months) return {};
        single = single && days_of(period).has_value();
        const auto count = [](const std::string& month, const std::string& year) {
            return 12 * std::stoi(year) + month_number(month);
        };
        if (!all.empty() && !single &&
            count(all.back().last_month, all.back().last_year) + 1 !=
                count(months->first_month, months->first_year)) {
            return {};
        }
        all.push_back(*months);
    }
    const auto& from = all.front();
    const auto& to = all.back();
    const auto year = from.first_year == to.last_year ? "" : " " + from.first_year;
    return from.first_month + year + " to " + to.last_month + " " + to.last_year;
}

} // namespace

TitleParts taken_apart(const std::vector<std::string>& titles) {
    std::vector<Words> all;
    for (const auto& title : titles) {
        all.push_back(words_of(title));
    }
    const auto front = shared_words(all);
    const auto back = shared_at_end(all, front);
    const auto at = [](const Words& words, std::size_t n) {
        return words.begin() + static_cast<std::ptrdiff_t>(n);
    };
    TitleParts parts;
    for (const auto& words : all) {
        parts.apart.push_back(inner(Words(at(words, front), at(words, words.size() - back))));
    }
    const auto& first = all.front();
    const auto end = first.size() - back;
    parts.common =
        joined(Words(first.begin(), at(first, front)), end > front ? first[end - 1] : std::string(),
               Words(at(first, end), first.end()));
    return parts;
}

MapHeads heads_of(const TitleParts& titles, const std::vector<std::string>& whole,
                  const std::vector<std::string>& periods) {
    bool only_time = !titles.common.empty();
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const auto& own = titles.apart[i];
        only_time = only_time &&
                    (own.empty() || has_digit(own) || periods[i].find(own) != std::string::npos);
    }
    MapHeads found{only_time, {}};
    if (only_time && all_different(periods)) {
        for (const auto& period : periods) {
            found.heads.push_back(period_words(period));
        }
        return found;
    }
    found.through_time = only_time && all_different(titles.apart);
    const bool short_ones = all_different(titles.apart);
    const std::set<std::string> different(periods.begin(), periods.end());
    for (std::size_t i = 0; i < periods.size(); ++i) {
        found.heads.push_back(short_ones ? titles.apart[i] : whole[i]);
        if (different.size() > 1 && !periods[i].empty() && !found.through_time) {
            found.heads.back() += ", " + period_words(periods[i]);
        }
    }
    return found;
}

std::string span_of(const std::vector<std::string>& periods) {
    if (periods.empty() || std::ranges::find(periods, "") != periods.end()) return {};
    if (std::ranges::all_of(periods, [&](const auto& p) { return p == periods.front(); })) {
        return period_words(periods.front());
    }
    const auto months = span_of_months(periods);
    if (!months.empty()) return months;
    std::vector<Words> all;
    for (const auto& period : periods) {
        all.push_back(words_of(period));
    }
    const auto front = static_cast<std::ptrdiff_t>(shared_words(all));
    const auto rest = [&](const Words& words) {
        return text::join(Words(words.begin() + front, words.end()), " ");
    };
    const auto from = rest(all.front());
    const auto to = rest(all.back());
    const bool simple =
        !from.empty() && !to.empty() && (" " + from).find(" to ") == std::string::npos;
    constexpr std::size_t few = 4;
    if (!simple) return periods.size() <= few ? text::list(periods) : std::string();
    const auto shared = ended(Words(all.front().begin(), all.front().begin() + front));
    return (shared.empty() ? "" : shared + ", ") + from + " to " + to;
}

} // namespace wardmap
