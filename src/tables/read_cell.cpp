// SPDX-License-Identifier: MIT
#include "tables/read_cell.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/text.h"
#include "tables/mark.h"

namespace wardmap::tables {
namespace {

constexpr double largest_count = 1e8;     // more people than the United Kingdom has
constexpr double null_of_programs = 1e15; // -1.8e308 of ESRI tables, also cut short; 3.4e38

bool is_missing_word(const std::string& folded) {
    constexpr std::array<std::string_view, 13> words = {
        "",       "..", "...",           ":",
        "x",      "z",  "[x]",           "[z]",
        "n/a",    "na", "not available", "not applicable",
        "no data"};
    return std::find(words.begin(), words.end(), folded) != words.end();
}

void replace_all(std::string& s, std::string_view what, std::string_view with) {
    for (auto at = s.find(what); at != std::string::npos; at = s.find(what, at + with.size())) {
        s.replace(at, what.size(), with);
    }
}

/// Removes currency and percentage signs, footnote marks and thousands separators.
std::string plain_digits(std::string s) {
    replace_all(s, "\u2212", "-");
    replace_all(s, "\u2013", "-");
    for (const char* const blank : {"\u00A0", "\u202F", "\u2009"}) {
        replace_all(s, blank, " ");
    }
    static const Pattern flag(R"([\s\v]*(\*+|(?:†|‡)+|\[(p|r|b|e|u|\d|note \d+)\]|\((p|r|e)\))$)",
                              Pattern::Case::ignored);
    for (const char* const raised : {"¹", "²", "³"}) {
        if (s.size() > 2) replace_all(s, raised, "");
    }
    s = flag.replaced(s, "");
    if (s.starts_with("£")) s.erase(0, std::string_view("£").size());
    if (s.ends_with('%')) s.pop_back();
    s = std::string(text::trimmed(s));
    if (s.size() > 2 && s.front() == '(' && s.back() == ')') s = "-" + s.substr(1, s.size() - 2);
    if (s.starts_with('\'')) s.erase(0, 1);
    static const Pattern grouped(R"([-+]?[1-9]\d{0,2}([, ]\d{3})+(\.\d+)?)"); // not 0,123
    if (grouped.fits(s)) {
        std::erase(s, ',');
        std::erase(s, ' ');
    }
    return s;
}

/// A number with the 15 digits that spreadsheets keep: further digits are rounding noise, and
/// 0.30000000000000004 is 0.3.
std::optional<double> number_of(const std::string& s) {
    const auto value = text::parse_number(s);
    const auto digits =
        std::count_if(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!value || digits <= 15 || std::abs(*value) >= null_of_programs) return value;
    return text::parse_number(fmt::format("{:.15g}", *value));
}

bool looks_like_date(const std::string& s) {
    static const Pattern date(
        R"(\d{1,2}[-/ ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*([-/ ]\d{2,4})?|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/ ]\d{1,4}|\d{1,2}/\d{1,2}(/\d{2,4})?|\d{4}[-/]\d{2}[-/]\d{2}.*|\d{4}-(0[1-9]|1[0-2]))",
        Pattern::Case::ignored);
    return date.fits(s);
}

/// A symbol or a letter or two, with or without brackets, as used in statistics in place of a
/// figure; not a word, nor a number with something after it.
bool may_be_mark(const std::string& s) {
    static const Pattern sign(R"([^A-Za-z0-9]{1,9}|[\[(]?[A-Za-z]{1,2}[\])]?|\[[A-Za-z]{1,6}\])");
    return sign.fits(s);
}

/// Suggests what a text that is nearly a number, or a mark of official statistics, may mean.
std::string way_out(const std::string& s) {
    static const Pattern continental(R"(\d{1,3}(\.\d{3})+(,\d+)?)");
    static const Pattern comma(R"(-?\d+,\d+)");
    if (continental.fits(s)) return "write thousands with commas, or without a sign";
    if (comma.fits(s)) return "write decimals with a point";
    static const Pattern thousands(R"((\d+(?:\.\d+)?)[ ]?k)", Pattern::Case::ignored);
    if (const auto kilo = thousands.match(s)) {
        return fmt::format("write the figure in full, such as {} if it means thousands",
                           text::number(1000 * text::parse_number(kilo->text(1)).value_or(0), 0));
    }
    if (s == "-" || s == "\u2013" || s == "\u2014") {
        return fmt::format("suppression = {{ marks = {{ \"{}\" = \"zero\" }} }} if it means "
                           "none, \"missing\" if nothing was supplied",
                           s);
    }
    if (text::fold_case(s) == "[low]" || text::fold_case(s) == "low") {
        return fmt::format("suppression = {{ marks = {{ \"{}\" = [1, 2] }} }} if figures are "
                           "rounded to 5",
                           s);
    }
    if (may_be_mark(s)) {
        return fmt::format("suppression = {{ marks = {{ \"{}\" = [0, 4] }} }} if it means 0 to 4",
                           s);
    }
    return "correct the cell, or leave it blank if there is no figure";
}

Unreadable why_not(const std::string& s) {
    if (s.starts_with('#')) {
        return {fmt::format("{} is a spreadsheet error", text::quoted(s)), "a figure",
                "correct the formula and save the table again"};
    }
    if (looks_like_date(s)) {
        return {fmt::format("{} looks like a date that a spreadsheet made of a range such as 1-4",
                            text::quoted(s)),
                "a figure",
                "format the column as text, put the range back, and declare it as a mark"};
    }
    if (s == "TRUE" || s == "FALSE") {
        return {fmt::format("{} is a truth value, not a figure", text::quoted(s)), "a figure",
                "write 1 or 0 if that is meant"};
    }
    return {fmt::format("{} is neither a figure nor a declared mark", text::quoted(s)), "a figure",
            way_out(s)};
}

Cell cell_of(const Mark& mark) {
    switch (mark.meaning) {
    case Mark::Meaning::withheld:
        return Cell::suppressed(mark.low, mark.high);
    case Mark::Meaning::missing:
        return Cell::missing();
    case Mark::Meaning::zero:
        return Cell::known(0);
    }
    return Cell::missing();
}

} // namespace

CellReading read_cell(std::string_view raw, const std::vector<Mark>& marks, FigureKind kind) {
    const std::string s(text::trimmed(raw));
    for (const auto& mark : marks) {
        if (text::fold_case(mark.text) == text::fold_case(s)) {
            return cell_of(mark);
        }
    }
    if (is_missing_word(text::fold_case(s))) return Cell::missing();
    if (const auto interval = stated_interval(s, kind)) return *interval;
    const auto digits = plain_digits(s);
    const auto value = number_of(digits);
    const bool may_be_null = value && (kind == FigureKind::number || *value < 0);
    if (may_be_null && std::abs(*value) >= null_of_programs) {
        return Unreadable{fmt::format("{} means \"no figure\" in many programs", text::quoted(s)),
                          "a figure, or a blank",
                          fmt::format("suppression = {{ marks = {{ \"{}\" = \"missing\" }} }}", s)};
    }
    if (!value || looks_like_date(s)) return why_not(s);
    if (kind == FigureKind::number) return Cell::known(*value);
    if (s.ends_with('%')) {
        return Unreadable{fmt::format("{} is a percentage, not a count", text::quoted(s)),
                          "a count", "measure = \"mean\" maps percentages as they are"};
    }
    if (*value < 0) {
        const bool nines = s.find_first_not_of('9', 1) == std::string::npos;
        return Unreadable{fmt::format("{} is a negative count", text::quoted(s)), "0 or more",
                          nines ? fmt::format("suppression = {{ marks = {{ \"{}\" "
                                              "= \"missing\" }} }} if it "
                                              "means that there is no figure",
                                              s)
                                : ""};
    }
    if (*value != std::floor(*value)) {
        return Unreadable{
            fmt::format("{} is a fraction of a count", text::quoted(s)), "a whole number",
            s.size() > 4 && s[s.size() - 4] == '.'
                ? "write thousands with commas; measure = \"mean\" for scores or rates"
                : "measure = \"mean\" if the column holds scores or rates"};
    }
    if (*value >= largest_count) {
        return Unreadable{fmt::format("{} is larger than any count of an area", text::quoted(s)),
                          "a count", ""};
    }
    return Cell::known(*value);
}

std::optional<Cell> stated_interval(std::string_view raw, FigureKind kind) {
    std::string s = text::fold_case(text::trimmed(raw));
    replace_all(s, "\u2013", "-");
    replace_all(s, "\u2264", "<=");
    static const Pattern below(R"((?:<|(?:fewer|less) than|under|below)[\s\v]*(\d{1,3}))");
    static const Pattern at_most(
        R"((?:<=|up to|at most)[\s\v]*(\d{1,3})|(\d{1,3})[\s\v]*or[\s\v]*(?:fewer|less|under|below))");
    static const Pattern between(R"((\d{1,3})[\s\v]*(?:-|to)[\s\v]*(\d{1,3}))");
    if (const auto lower = below.match(s)) {
        const double end = std::stod(lower->text(1)) - (kind == FigureKind::count ? 1 : 0);
        if (end >= 0) return Cell::suppressed(0, end);
    } else if (const auto most = at_most.match(s)) {
        return Cell::suppressed(0, std::stod(most->text(1) + most->text(2)));
    } else if (const auto ends = between.match(s)) {
        const double low = std::stod(ends->text(1));
        const double high = std::stod(ends->text(2));
        if (low < high) return Cell::suppressed(low, high);
    }
    return std::nullopt;
}

} // namespace wardmap::tables
