// SPDX-License-Identifier: MIT
#include "spreadsheet/render_date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "base/text.h"
#include "spreadsheet/iso_date.h"

namespace wardmap::spreadsheet {
namespace {

using Kind = FormatToken::Kind;

constexpr std::int64_t day_seconds = 86400;
constexpr double end_of_dates = 2958466; // 1 January 10000

constexpr std::array<const char*, 12> months = {"January",   "February", "March",    "April",
                                                "May",       "June",     "July",     "August",
                                                "September", "October",  "November", "December"};
constexpr std::array<const char*, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                 "Thursday", "Friday", "Saturday"};

struct Moment {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    unsigned weekday = 0;           // Sunday is 0
    std::int64_t seconds = 0;       // within the day
    std::int64_t total_seconds = 0; // since the first day
    std::int64_t part = 0;          // of a second, in the unit asked for
};

/// Rounded to 1/`parts` of a second.
std::optional<Moment> moment_of(double value, bool from_1904, std::int64_t parts) {
    using namespace std::chrono;
    if (!(value >= 0 && value < end_of_dates)) return std::nullopt;
    const auto units =
        static_cast<std::int64_t>(std::llround(value * static_cast<double>(day_seconds * parts)));
    const auto total = units / parts;
    const auto day = static_cast<int>(total / day_seconds);
    // Lotus 1-2-3 took 1900 for a leap year; day 60 is its 29 February.
    const bool leap_day = !from_1904 && day == 60;
    const sys_days start = from_1904  ? sys_days(year(1904) / 1 / 1)
                           : day < 60 ? sys_days(year(1899) / 12 / 31)
                                      : sys_days(year(1899) / 12 / 30);
    const auto date = start + days(leap_day ? day - 1 : day);
    const year_month_day civil{date};
    Moment moment{static_cast<int>(civil.year()),
                  static_cast<unsigned>(civil.month()),
                  leap_day ? 29u : static_cast<unsigned>(civil.day()),
                  weekday(date).c_encoding(),
                  total % day_seconds,
                  total,
                  units % parts};
    if (!from_1904 && day == 0) { // "0 January 1900"
        moment.year = 1900;
        moment.month = 1;
        moment.day = 0;
    }
    return moment;
}

std::string padded(std::int64_t n, std::size_t size) {
    return fmt::format("{:0{}}", n, std::min<std::size_t>(size, 9));
}

std::string day_text(const Moment& moment, std::size_t size) {
    if (size <= 2) return padded(moment.day, size);
    const std::string name = weekdays.at(moment.weekday);
    return size == 3 ? name.substr(0, 3) : name;
}

std::string month_text(const Moment& moment, std::size_t size) {
    if (size <= 2) return padded(moment.month, size);
    const std::string name = months.at(moment.month - 1);
    return size == 3 ? name.substr(0, 3) : size == 5 ? name.substr(0, 1) : name;
}

std::string date_text(const Moment& moment, const std::string& run, bool halves) {
    const auto seconds = moment.seconds;
    const auto hour = seconds / 3600;
    switch (run.front()) {
    case 'y':
        return run.size() <= 2 ? padded(moment.year % 100, 2) : padded(moment.year, 4);
    case 'm':
        return month_text(moment, run.size());
    case 'd':
        return day_text(moment, run.size());
    case 'h':
        return padded(halves ? (hour + 11) % 12 + 1 : hour, std::min<std::size_t>(2, run.size()));
    case 'n':
        return padded(seconds / 60 % 60, run.size());
    default:
        return padded(seconds % 60, run.size());
    }
}

std::string elapsed_text(const Moment& moment, const std::string& run) {
    const std::int64_t unit = run.front() == 'h' ? 3600 : run.front() == 'n' ? 60 : 1;
    return padded(moment.total_seconds / unit, run.size());
}

std::string half_text(const Moment& moment, const std::string& form) {
    const bool morning = moment.seconds < day_seconds / 2;
    if (form.size() == 3) return morning ? "A" : "P";
    return morning ? "AM" : "PM";
}

std::string split_text(const Moment& moment, std::size_t size) {
    return "." + padded(moment.part, size);
}

bool has(const FormatSection& section, Kind kind) {
    return std::any_of(section.tokens.begin(), section.tokens.end(),
                       [&](const FormatToken& token) { return token.kind == kind; });
}

bool has_unit(const FormatSection& section, char unit) {
    return std::any_of(section.tokens.begin(), section.tokens.end(), [&](const FormatToken& token) {
        return token.kind == Kind::date && token.text.front() == unit;
    });
}

DatePrecision precision_of(const FormatSection& section) {
    if (has_unit(section, 'h') || has_unit(section, 'n') || has_unit(section, 's'))
        return DatePrecision::time;
    if (has_unit(section, 'd')) return DatePrecision::day;
    const bool year = has_unit(section, 'y');
    if (has_unit(section, 'm')) return year ? DatePrecision::month : DatePrecision::day;
    return DatePrecision::year;
}

/// The precision of seconds; a format without seconds never rounds minutes up.
std::int64_t parts_of_second(const FormatSection& section) {
    std::size_t digits = has_unit(section, 's') || has(section, Kind::elapsed) ? 0 : 3;
    for (const auto& token : section.tokens) {
        if (token.kind == Kind::split_part) digits = std::min<std::size_t>(token.text.size(), 6);
    }
    std::int64_t parts = 1;
    for (; digits > 0; --digits) {
        parts *= 10;
    }
    return parts;
}

std::string token_text(const FormatToken& token, const Moment& moment, bool halves) {
    switch (token.kind) {
    case Kind::blank:
        return " ";
    case Kind::date:
        return date_text(moment, token.text, halves);
    case Kind::elapsed:
        return elapsed_text(moment, token.text);
    case Kind::half_day:
        return half_text(moment, token.text);
    case Kind::split_part:
        return split_text(moment, std::min<std::size_t>(token.text.size(), 6));
    default:
        return token.text;
    }
}

std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t size) {
    if (text.size() < at + size) return std::nullopt;
    const auto number = text::parse_number(text.substr(at, size));
    if (!number || *number < 0 || *number != std::floor(*number)) return std::nullopt;
    return static_cast<int>(*number);
}

} // namespace

Display render_date(const FormatSection& section, double value, bool from_1904, Display display) {
    display.precision = precision_of(section);
    display.is_period =
        has(section, Kind::elapsed) ||
        !(has_unit(section, 'd') || has_unit(section, 'm') || has_unit(section, 'y'));
    const auto moment = moment_of(value, from_1904, parts_of_second(section));
    if (!moment) {
        display.text = "#######";
        return display;
    }
    const bool halves = has(section, Kind::half_day);
    for (const auto& token : section.tokens) {
        display.text += token_text(token, *moment, halves);
    }
    return display;
}

std::optional<std::string> iso_date(double value, bool from_1904, DatePrecision precision) {
    const auto moment = moment_of(value, from_1904, 1);
    if (!moment) return std::nullopt;
    if (precision == DatePrecision::year) return fmt::format("{:04}", moment->year);
    auto text = fmt::format("{:04}-{:02}", moment->year, moment->month);
    if (precision == DatePrecision::month) return text;
    text += fmt::format("-{:02}", moment->day);
    if (precision != DatePrecision::time || moment->seconds == 0) return text;
    const auto seconds = static_cast<int>(moment->seconds);
    return text +
           fmt::format(" {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::optional<double> days_of(std::string_view iso) {
    using namespace std::chrono;
    const auto y = number_at(iso, 0, 4);
    const auto m = number_at(iso, 5, 2);
    const auto d = number_at(iso, 8, 2);
    if (!y || !m || !d) return std::nullopt;
    const year_month_day date{year(*y), month(static_cast<unsigned>(*m)),
                              day(static_cast<unsigned>(*d))};
    if (!date.ok()) return std::nullopt;
    const auto start = sys_days(year(1899) / 12 / 30);
    auto result = static_cast<double>((sys_days(date) - start).count());
    if (result < 61) result -= 1; // before Lotus's 29 February 1900
    if (iso.size() < 11) return result;
    const auto hour = number_at(iso, 11, 2);
    const auto minute = number_at(iso, 14, 2);
    const auto second = number_at(iso, 17, 2);
    if (!hour || !minute) return std::nullopt;
    return result + (*hour * 3600.0 + *minute * 60.0 + second.value_or(0)) /
                        static_cast<double>(day_seconds);
}

} // namespace wardmap::spreadsheet
