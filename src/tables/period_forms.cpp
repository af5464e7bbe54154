// SPDX-License-Identifier: MIT
#include "tables/period_forms.h"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/text.h"

namespace wardmap::tables {
namespace {

using namespace std::chrono;

constexpr int undated_year = 2001; // starts on a Monday: week 1 is its first week
constexpr std::array<std::string_view, 12> english = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 12> welsh = {"ionawr", "chwefror", "mawrth",     "ebrill",
                                                    "mai",    "mehefin",  "gorffennaf", "awst",
                                                    "medi",   "hydref",   "tachwedd",   "rhagfyr"};

const std::string name_of_month =
    R"((jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|)"
    R"(sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|)"
    R"(mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\.?)";
const std::string any_year = R"(((?:19|20)\d\d))";

/// 1 to 12, for a text that matches name_of_month.
unsigned month_number(std::string name) {
    while (!name.empty() && name.back() == '.') {
        name.pop_back();
    }
    for (std::size_t i = 0; i < english.size(); ++i) {
        if (english.at(i).starts_with(name) || welsh.at(i) == name) {
            return static_cast<unsigned>(i) + 1;
        }
    }
    return 9; // "sept"
}

int number(const std::string& digits) {
    return std::stoi(digits);
}

/// "14" as 2014, "95" as 1995.
int year_number(const std::string& digits) {
    constexpr int latest = 70;
    const int year = number(digits);
    if (digits.size() > 2) return year;
    return year < latest ? 2000 + year : 1900 + year;
}

std::optional<Period> one_month(int year, unsigned number, bool dated = true) {
    if (number < 1 || number > 12) return std::nullopt;
    const year_month at{std::chrono::year(year), month(number)};
    return months_from(at, at, dated);
}

std::optional<Period> one_day(int year, unsigned number, unsigned day) {
    const year_month_day date{std::chrono::year(year), month(number), std::chrono::day(day)};
    if (!date.ok()) return std::nullopt;
    return day_at(date);
}

std::optional<Period> one_quarter(int year, unsigned number, bool dated = true) {
    if (number < 1 || number > 4) return std::nullopt;
    const std::chrono::year in(year);
    auto period = months_from(in / month(3 * number - 2), in / month(3 * number), dated);
    if (!dated) period.label = period.words = fmt::format("Q{}", number);
    return period;
}

/// A quarter of the financial year that starts in April.
std::optional<Period> financial_quarter(int year, unsigned number) {
    if (number < 1 || number > 4) return std::nullopt;
    const auto first = std::chrono::year(year) / month(4) + months(3 * (number - 1));
    return months_from(first, first + months(2));
}

/// ISO 8601: week 1 holds the first Thursday.
std::optional<Period> one_week(int year, unsigned number, bool dated = true) {
    if (number < 1 || number > 53) return std::nullopt;
    const sys_days fourth = std::chrono::year(year) / January / 4;
    const auto monday = fourth - (weekday(fourth) - Monday) + weeks(number - 1);
    Period period{Period::Kind::week, monday, monday + days(6), dated, "", ""};
    period.label = dated ? fmt::format("{}-W{:02}", year, number) : fmt::format("Week {}", number);
    period.words =
        dated ? fmt::format("week {} of {}", number, year) : fmt::format("week {}", number);
    return period;
}

Period week_from(sys_days first) {
    const year_month_day date(first);
    Period period{Period::Kind::week, first, first + days(6), true, "", ""};
    const auto starts = day_at(first);
    period.label = "w/c " + starts.label;
    period.words = "week from " + starts.words;
    return period;
}

/// 2011/12: from April to March.
Period financial_year(int year) {
    return months_from(std::chrono::year(year) / April, std::chrono::year(year + 1) / March);
}

/// "2011" and "12", or "2011" and "2012": a financial year if the second is the next; else the
/// range of years.
std::optional<Period> pair_of_years(const std::string& first, const std::string& second) {
    const int from = number(first);
    constexpr int century = 100;
    int to = number(second);
    if (second.size() == 2) to += from / century * century + (to == 0 ? century : 0);
    if (to == from + 1) return financial_year(from);
    if (to <= from || to > from + 30) return std::nullopt;
    return months_from(year(from) / January, year(to) / December);
}

/// A text normalised: lower case, plain hyphens, single blanks.
std::string plain(std::string_view text) {
    static const Pattern blanks(R"([\s_]+)");
    static const Pattern comma(R"(\s*,\s*)");
    auto result = text::fold_case(text::trimmed(text));
    for (const std::string_view dash :
         {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) {
        for (auto at = result.find(dash); at != std::string::npos; at = result.find(dash, at)) {
            result.replace(at, dash.size(), "-");
        }
    }
    result = blanks.replaced(result, " ");
    return comma.replaced(result, " ");
}

std::optional<Period> as_number(const std::string& text, Numbers numbers) {
    static const Pattern digits(R"((\d{1,2})(?:\.0+)?)");
    const auto match = digits.match(text);
    if (!match) return std::nullopt;
    const auto n = static_cast<unsigned>(number(match->text(1)));
    switch (numbers) {
    case Numbers::months:
        return one_month(undated_year, n, false);
    case Numbers::weeks:
        return one_week(undated_year, n, false);
    case Numbers::quarters:
        return one_quarter(undated_year, n, false);
    case Numbers::none:
        break;
    }
    return std::nullopt;
}

std::optional<Period> as_day(const std::string& text, const Convention& convention) {
    static const std::string time = R"((?:[ t]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?z?)?)";
    static const Pattern iso(any_year + R"([-/](\d{1,2})[-/](\d{1,2}))" + time);
    static const Pattern digits(any_year + R"((\d\d)(\d\d))");
    static const Pattern british(R"((\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d))" + time);
    static const Pattern named(R"((?:[a-z]+day )?(\d{1,2})(?:st|nd|rd|th)?[ -])" + name_of_month +
                               R"([ -](\d{4}|\d\d))");
    static const Pattern in_month(R"((\d{1,2})(?:st|nd|rd|th)?[ -])" + name_of_month);
    const auto unsigned_at = [](const Pattern::Match& match, std::size_t group) {
        return static_cast<unsigned>(number(match.text(group)));
    };
    for (const auto* const pattern : {&iso, &digits}) {
        if (const auto m = pattern->match(text)) {
            return one_day(number(m->text(1)), unsigned_at(*m, 2), unsigned_at(*m, 3));
        }
    }
    if (const auto m = british.match(text)) {
        const bool swapped = convention.month_first;
        return one_day(year_number(m->text(3)), unsigned_at(*m, swapped ? 1 : 2),
                       unsigned_at(*m, swapped ? 2 : 1));
    }
    if (const auto m = named.match(text)) {
        return one_day(year_number(m->text(3)), month_number(m->text(2)), unsigned_at(*m, 1));
    }
    const auto m = in_month.match(text);
    if (!m || !convention.day_of_month) return std::nullopt;
    auto day = one_day(undated_year, month_number(m->text(2)), unsigned_at(*m, 1));
    if (day) {
        day->dated = false;
        day->label = day->words =
            fmt::format("{} {}", number(m->text(1)), month_name(month_number(m->text(2))));
    }
    return day;
}

std::optional<Period> as_month(const std::string& text, const Convention& convention) {
    static const Pattern hyphened(any_year + R"([-m](\d{1,2}))");
    static const Pattern joined(any_year + R"((\d\d))");
    static const Pattern turned(R"((\d{1,2})[/-])" + any_year);
    static const Pattern named(name_of_month + R"([ '/-]*(\d{4}|\d\d))");
    static const Pattern after_year(any_year + "[ /-]*" + name_of_month);
    static const Pattern after_two(R"('?(\d\d)[ -])" + name_of_month);
    static const Pattern alone(name_of_month);
    if (!convention.pair_of_years) {
        for (const auto* const pattern : {&hyphened, &joined}) {
            if (const auto m = pattern->match(text)) {
                return one_month(number(m->text(1)), static_cast<unsigned>(number(m->text(2))));
            }
        }
    }
    if (const auto m = turned.match(text)) {
        return one_month(number(m->text(2)), static_cast<unsigned>(number(m->text(1))));
    }
    if (const auto m = named.match(text)) {
        return one_month(year_number(m->text(2)), month_number(m->text(1)));
    }
    if (const auto m = after_year.match(text)) {
        return one_month(number(m->text(1)), month_number(m->text(2)));
    }
    if (const auto m = after_two.match(text); m && !convention.day_of_month) {
        return one_month(year_number(m->text(1)), month_number(m->text(2)));
    }
    if (const auto m = alone.match(text)) {
        return one_month(undated_year, month_number(m->text(1)), false);
    }
    return std::nullopt;
}

std::optional<Period> as_week(const std::string& text, const Convention& convention) {
    static const std::string word = R"((?:week|wk|w)(?: ?(?:no|number)\.?)? ?(\d{1,2}))";
    static const Pattern alone(word);
    static const Pattern before_year(word + "(?: of)?[ /-]*" + any_year);
    static const Pattern after_year(any_year + "[ -]*" + word);
    static const Pattern starts(R"((?:w/c|wc|week (?:commencing|starting|beginning|from)) (.*))");
    static const Pattern ends(R"((?:w/e|we|week (?:ending|to)) (.*))");
    if (const auto m = alone.match(text)) {
        return one_week(undated_year, static_cast<unsigned>(number(m->text(1))), false);
    }
    if (const auto m = before_year.match(text)) {
        return one_week(number(m->text(2)), static_cast<unsigned>(number(m->text(1))));
    }
    if (const auto m = after_year.match(text)) {
        return one_week(number(m->text(1)), static_cast<unsigned>(number(m->text(2))));
    }
    if (const auto m = starts.match(text)) {
        if (const auto day = as_day(m->text(1), convention)) return week_from(day->first);
    }
    if (const auto m = ends.match(text)) {
        if (const auto day = as_day(m->text(1), convention)) return week_from(day->first - days(6));
    }
    return std::nullopt;
}

std::optional<Period> as_quarter(const std::string& text) {
    static const std::string word = R"((?:q|qtr ?|quarter ?)([1-4]))";
    static const std::string pair = any_year + R"([/-](?:\d\d|\d{4}))";
    static const Pattern alone(word);
    static const Pattern before_year(word + "[ /-]*" + any_year);
    static const Pattern after_year(any_year + "[ /-]*" + word);
    static const Pattern before_pair(word + "[ -]*" + pair);
    static const Pattern after_pair(pair + "[ -]*" + word);
    const auto quarter = [](const std::string& digit) {
        return static_cast<unsigned>(number(digit));
    };
    if (const auto m = alone.match(text)) {
        return one_quarter(undated_year, quarter(m->text(1)), false);
    }
    if (const auto m = before_pair.match(text)) {
        return financial_quarter(number(m->text(2)), quarter(m->text(1)));
    }
    if (const auto m = after_pair.match(text)) {
        return financial_quarter(number(m->text(1)), quarter(m->text(2)));
    }
    if (const auto m = before_year.match(text)) {
        return one_quarter(number(m->text(2)), quarter(m->text(1)));
    }
    if (const auto m = after_year.match(text)) {
        return one_quarter(number(m->text(1)), quarter(m->text(2)));
    }
    return std::nullopt;
}

std::optional<Period> as_year(const std::string& text, const Convention& convention) {
    static const Pattern alone("(?:year )?" + any_year + R"((?:\.0+)?)");
    static const Pattern middle("mid[ -]?" + any_year);
    static const std::string before = "(?:fy ?|financial year |year )?";
    static const Pattern slashed(before + any_year + R"( ?/ ?(\d\d|(?:19|20)\d\d))");
    static const Pattern apart(before + any_year + R"((?: - | to )(\d\d|(?:19|20)\d\d))");
    static const Pattern four_digits(before + any_year + "-" + any_year);
    static const Pattern joined(before + any_year + R"(-?(\d\d))");
    static const Pattern ending(
        R"((?:(?:12 months|year|yr) (?:ending|ended|to)(?: in)?|y/e|ye) (?:\d{1,2} )?)" +
        name_of_month + " " + any_year);
    if (const auto m = alone.match(text)) {
        const year in(number(m->text(1)));
        return months_from(in / January, in / December);
    }
    if (const auto m = middle.match(text)) {
        const year in(number(m->text(1)));
        auto period = months_from(in / January, in / December);
        period.words = period.label = "mid-" + m->text(1);
        return period;
    }
    for (const auto* const pattern : {&slashed, &apart, &four_digits}) {
        if (const auto m = pattern->match(text)) return pair_of_years(m->text(1), m->text(2));
    }
    if (const auto m = joined.match(text); m && convention.pair_of_years) {
        return pair_of_years(m->text(1), m->text(2));
    }
    if (const auto m = ending.match(text)) {
        const auto last = year(number(m->text(2))) / month(month_number(m->text(1)));
        return months_from(last - months(11), last);
    }
    return std::nullopt;
}

/// "January to March 2014", "Apr 2013 - Mar 2014".
std::optional<Period> as_span(const std::string& text) {
    static const Pattern span(name_of_month + R"((?: ?(\d{4}|\d\d))? ?(?:-|to) ?)" + name_of_month +
                              R"([ -]?(\d{4}|\d\d))");
    // Financial years: "2016/17 - 20/21".
    static const Pattern pairs(any_year + R"(/\d\d ?(?:-|to) ?(?:\d\d)?(\d\d)/(\d\d))");
    if (const auto m = pairs.match(text)) {
        const auto from = year(number(m->text(1)));
        const auto to = year(year_number(m->text(3)));
        if (to <= from + std::chrono::years(1)) return std::nullopt;
        return months_from(from / April, to / March);
    }
    const auto m = span.match(text);
    if (!m) return std::nullopt;
    const int last_year = year_number(m->text(4));
    const auto to = year(last_year) / month(month_number(m->text(3)));
    const auto first = month(month_number(m->text(1)));
    auto from = year(m->text(2).empty() ? last_year : year_number(m->text(2))) / first;
    if (m->text(2).empty() && from > to) from -= years(1);
    if (from > to) return std::nullopt;
    return months_from(from, to);
}

void name_months(Period& period, year_month first, year_month last) {
    const auto name = [](year_month at) { return month_name(static_cast<unsigned>(at.month())); };
    const auto number = [](year_month at) { return static_cast<int>(at.year()); };
    if (first == last) {
        period.label = fmt::format("{}-{:02}", number(first), static_cast<unsigned>(first.month()));
        period.words = fmt::format("{} {}", name(first), number(first));
    } else if (first.year() == last.year()) {
        period.words = fmt::format("{} to {} {}", name(first), name(last), number(last));
        period.label = period.words;
    } else {
        period.words =
            fmt::format("{} {} to {} {}", name(first), number(first), name(last), number(last));
        period.label = period.words;
    }
}

void name_years(Period& period, year_month first, year_month last) {
    const auto from = static_cast<int>(first.year());
    const auto to = static_cast<int>(last.year());
    if (first.month() == January && last.month() == December) {
        period.words = from == to ? fmt::format("{}", from) : fmt::format("{} to {}", from, to);
        period.label = period.words;
    } else if (first.month() == April && last.month() == March && to == from + 1) {
        period.label = period.words = fmt::format("{}/{:02}", from, to % 100);
    }
}

} // namespace

std::string_view month_name(unsigned month) {
    constexpr std::array<std::string_view, 12> names = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return names.at(month - 1);
}

Period months_from(year_month first, year_month last, bool dated) {
    Period period;
    period.first = first / day(1);
    period.last = last / std::chrono::last;
    period.dated = dated;
    const auto length = (last - first).count() + 1;
    const bool calendar_quarter = (static_cast<unsigned>(first.month()) - 1) % 3 == 0;
    period.kind = length == 1                       ? Period::Kind::month
                  : length == 3 && calendar_quarter ? Period::Kind::quarter
                  : length == 12                    ? Period::Kind::year
                                                    : Period::Kind::span;
    name_months(period, first, last);
    name_years(period, first, last);
    if (!dated) period.label = period.words = month_name(static_cast<unsigned>(first.month()));
    return period;
}

Period day_at(sys_days day) {
    const year_month_day date(day);
    Period period{Period::Kind::day, day, day, true, "", ""};
    const auto number = static_cast<unsigned>(date.day());
    const auto month = static_cast<unsigned>(date.month());
    period.label = fmt::format("{}-{:02}-{:02}", static_cast<int>(date.year()), month, number);
    period.words =
        fmt::format("{} {} {}", number, month_name(month), static_cast<int>(date.year()));
    return period;
}

std::optional<Period> read_form(std::string_view text, const Convention& convention,
                                Numbers numbers) {
    const auto folded = plain(text);
    constexpr std::size_t longest = 60;
    if (folded.empty() || folded.size() > longest) return std::nullopt;
    if (auto period = as_day(folded, convention)) return period;
    if (auto period = as_month(folded, convention)) return period;
    if (auto period = as_quarter(folded)) return period;
    if (auto period = as_week(folded, convention)) return period;
    if (auto period = as_year(folded, convention)) return period;
    if (auto period = as_span(folded)) return period;
    return as_number(folded, numbers);
}

} // namespace wardmap::tables
