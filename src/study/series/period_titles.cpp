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
#include "tables/period.h"

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

/// Number of leading words that all have in common, ignoring punctuation after them.
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

/// Without trailing dashes, punctuation and function words.
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

/// "Burglary" and "by month"; "Crime" and "burglary" if a colon separated them: "Crime: burglary".
std::string joined(const Words& front, const std::string& between, const Words& back) {
    auto wording = front.empty() ? std::string() : ended(front);
    if (back.empty()) return wording;
    if (wording.empty()) {
        wording = text::join(back, " ");
        wording.front() =
            static_cast<char>(std::toupper(static_cast<unsigned char>(wording.front())));
        return wording;
    }
    if (between.ends_with(':') || between.ends_with(',')) wording += between.back();
    return wording + " " + text::join(back, " ");
}

bool has_digit(const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool all_different(const std::vector<std::string>& texts) {
    const std::set<std::string> different(texts.begin(), texts.end());
    return different.size() == texts.size() && !different.contains("");
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
        found.heads = words_of_labels(periods);
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
    const auto reading = tables::read_periods(periods, "");
    if (const auto* const read = std::get_if<std::vector<tables::Period>>(&reading)) {
        return tables::words_of(*read);
    }
    if (std::ranges::all_of(periods, [&](const auto& p) { return p == periods.front(); })) {
        return periods.front();
    }
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
