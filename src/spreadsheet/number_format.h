// SPDX-License-Identifier: MIT
// Number formats of spreadsheets (ECMA-376, part 1, 18.8.31): how a value is displayed. English
// names of months and days, a decimal point, commas between thousands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wardmap::spreadsheet {

/// The values to which a section of a format applies, such as [<5].
struct FormatCondition {
    enum class Comparison { none, less, at_most, equal, not_equal, at_least, more };
    Comparison comparison = Comparison::none;
    double bound = 0;

    [[nodiscard]] bool holds(double value) const;
};

struct FormatToken {
    enum class Kind {
        literal,    // literal text
        blank,      // the width of a character: a space
        general,    // General
        digit,      // text: "0", "#" or "?"
        point,      // the decimal point
        comma,      // between digits: groups of thousands; after them: division by 1,000
        percent,    // multiplies by 100
        exponent,   // text: "E+" or "E-"
        slash,      // of a fraction, or of a date
        cell_text,  // @
        date,       // text: a run of y, m, d, h or s in lower case; "n" for minutes
        elapsed,    // text: h, n or s: total hours, minutes or seconds
        split_part, // text: a run of 0: parts of a second
        half_day,   // text: AM/PM or A/P
    };
    Kind kind = Kind::literal;
    std::string text = {};
};

struct FormatSection {
    /// How the section displays a number.
    enum class Kind { general, number, fraction, date, text, words };
    Kind kind = Kind::words;
    FormatCondition condition;
    std::vector<FormatToken> tokens;
    int percents = 0;  // how many times it multiplies by 100
    int thousands = 0; // how many times it divides by 1,000
    bool grouped = false;
    std::size_t integer_digits = 0;  // placeholders before the point
    std::size_t fraction_digits = 0; // after the point
    std::size_t exponent_digits = 0;
};

/// The smallest unit that a date format shows.
enum class DatePrecision { none, year, month, day, time };

/// A value as displayed.
struct Display {
    std::string text;
    FormatSection::Kind kind = FormatSection::Kind::general;
    std::string words; // the format's own words and symbols in the text, trimmed
    int percents = 0;  // how many times the text shows the value multiplied by 100
    DatePrecision precision = DatePrecision::none;
    bool is_period = false; // of a date: total hours, or a time without a day
};

class NumberFormat {
public:
    /// Never fails: a character without a meaning is shown literally, as in spreadsheet programs.
    explicit NumberFormat(std::string code = "General");

    [[nodiscard]] const std::string& code() const { return m_code; }
    /// Whether positive numbers are shown as dates or times.
    [[nodiscard]] bool is_date() const;

    [[nodiscard]] Display display(double value, bool from_1904 = false) const;
    [[nodiscard]] Display display(std::string_view text) const;

private:
    struct Choice {
        const FormatSection* section;
        bool shows_minus;
    };
    [[nodiscard]] Choice choose(double value) const;

    std::string m_code;
    std::vector<FormatSection> m_sections;
};

/// The code of a built-in format; "General" for an unknown one. 14 and 22 are dates in British
/// order.
[[nodiscard]] std::string built_in_format(int id);

/// A number as shown in a cell without a format: 15 significant digits.
[[nodiscard]] std::string general_number(double value);

} // namespace wardmap::spreadsheet
