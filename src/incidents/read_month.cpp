// SPDX-License-Identifier: MIT
#include "incidents/read_month.h"

#include <array>
#include <vector>

namespace wardmap::incidents {
namespace {

constexpr std::array<std::string_view, 12> month_names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr int first_year = 1900;
constexpr int last_year = 2199;

/// A run of digits or of letters.
struct Token {
    bool is_number = false;
    std::size_t digits = 0;
    int number = 0;
    int named_month = 0; // 1 to 12; 0 for other words
};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

int named_month(std::string_view word) {
    if (word.size() < 3) return 0;
    const std::array<char, 3> start = {lower(word[0]), lower(word[1]), lower(word[2])};
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        if (month_names[i] == std::string_view(start.data(), start.size())) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

/// The first three tokens that can be part of a date; what follows is a time.
std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    std::size_t at = 0;
    while (at < text.size() && tokens.size() < 3) {
        if (text[at] == ':') break; // within a time
        const auto begin = at;
        Token token;
        if (is_digit(text[at])) {
            token.is_number = true;
            for (; at < text.size() && is_digit(text[at]) && at - begin < 9; ++at) {
                token.number = token.number * 10 + (text[at] - '0');
            }
            token.digits = at - begin;
            if (at < text.size() && text[at] == ':') break;
            tokens.push_back(token);
        } else if (is_letter(text[at])) {
            while (at < text.size() && is_letter(text[at])) {
                ++at;
            }
            token.named_month = named_month(text.substr(begin, at - begin));
            if (token.named_month != 0) tokens.push_back(token); // not "Tue", "th", "T"
        } else {
            ++at;
        }
    }
    return tokens;
}

Month month_of(int year, int month, int day = 1) {
    if (year < 100) year += 2000;
    const bool fits = year >= first_year && year <= last_year && month >= 1 && month <= 12 &&
                      day >= 1 && day <= 31;
    return fits ? 12 * year + month - 1 : no_month;
}

bool is_year(const Token& token) {
    return token.is_number && token.digits == 4 && token.number >= first_year &&
           token.number <= last_year;
}

/// Dates such as "25/03/2014".
MonthReading of_three_numbers(int first, int second, int year, DayOrder order) {
    const bool first_fits = first >= 1 && first <= 12;
    const bool second_fits = second >= 1 && second <= 12;
    MonthReading reading;
    reading.could_be_either = first_fits && second_fits && first != second;
    const bool second_is_month =
        second_fits && (!first_fits || first == second || order == DayOrder::day_first);
    reading.against_order =
        first_fits != second_fits && second_is_month != (order == DayOrder::day_first);
    reading.month = second_is_month ? month_of(year, second, first) : month_of(year, first, second);
    return reading;
}

MonthReading of_one_number(const Token& token) {
    if (token.digits == 8) { // 20140325
        return {month_of(token.number / 10000, token.number / 100 % 100, token.number % 100)};
    }
    if (token.digits == 6) return {month_of(token.number / 100, token.number % 100)}; // 201403
    return {};
}

} // namespace

MonthReading read_month(std::string_view text, DayOrder order) {
    // The usual format, without tokenising.
    if (text.size() >= 7 && text[4] == '-' && is_digit(text[0]) && is_digit(text[1]) &&
        is_digit(text[2]) && is_digit(text[3]) && is_digit(text[5]) && is_digit(text[6]) &&
        (text.size() == 7 || text[7] == '-')) {
        const int year =
            (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
        return {month_of(year, (text[5] - '0') * 10 + (text[6] - '0'))};
    }
    const auto tokens = tokens_of(text);
    if (tokens.empty()) return {};
    const auto& first = tokens[0];
    if (tokens.size() == 1) return of_one_number(first);
    const auto& second = tokens[1];
    if (first.named_month != 0) { // March 2014, Mar-14, March 25, 2014
        if (tokens.size() == 3 && is_year(tokens[2])) {
            return {month_of(tokens[2].number, first.named_month, second.number)};
        }
        return second.is_number ? MonthReading{month_of(second.number, first.named_month)}
                                : MonthReading{};
    }
    if (second.named_month != 0) { // 25 March 2014, 2014 Mar 25, 2014 March
        if (is_year(first)) return {month_of(first.number, second.named_month)};
        if (tokens.size() == 3 && tokens[2].is_number) {
            return {month_of(tokens[2].number, second.named_month, first.number)};
        }
        return {};
    }
    if (is_year(first)) { // 2014-03-25, 2014/03
        return {month_of(first.number, second.number, tokens.size() == 3 ? tokens[2].number : 1)};
    }
    if (first.digits >= 6) return of_one_number(first); // 20140325 1830
    if (tokens.size() == 2 && is_year(second)) return {month_of(second.number, first.number)};
    if (tokens.size() == 3 && tokens[2].is_number && first.digits <= 2 && second.digits <= 2) {
        return of_three_numbers(first.number, second.number, tokens[2].number, order);
    }
    return {};
}

} // namespace wardmap::incidents
