// SPDX-License-Identifier: MIT
#include "draft/guess_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/text.h"

namespace wardmap::draft {
namespace {

bool matches(const std::string& column, const char* pattern) {
    return Pattern(pattern).find(text::fold_case(column)).has_value();
}

/// Footnotes and titles, folded and parted at semicolons and line ends; also rows of one cell.
std::vector<std::string> notes_of(const tables::Table& table) {
    std::vector<std::string> notes;
    const auto take = [&notes](const std::string& line) {
        const auto folded = text::fold_case(line);
        for (std::size_t at = 0; at <= folded.size();) {
            const auto end = std::min(folded.find_first_of(";\n", at), folded.size());
            notes.emplace_back(text::trimmed(folded.substr(at, end - at)));
            at = end + 1;
        }
    };
    for (const auto& aside : table.asides) {
        take(aside.text);
    }
    for (const auto& row : table.rows) {
        const auto blank = [](const std::string& cell) { return cell.empty(); };
        const auto cell = std::ranges::find_if_not(row.cells, blank);
        const bool alone = cell != row.cells.end() && std::all_of(cell + 1, row.cells.end(), blank);
        if (alone) take(*cell);
    }
    return notes;
}

/// The part of a note that explains a mark: "fewer than 5" of "c = fewer than 5",
/// "'*' denotes ...", "[c]: ...".
std::optional<std::string> explanation_of_mark(const std::string& note, const std::string& mark) {
    auto rest = note;
    for (const std::string_view opening : {"note:", "key:", "notes:"}) {
        if (rest.starts_with(opening))
            rest = std::string(text::trimmed(rest.substr(opening.size())));
    }
    const bool in_quotes = !rest.empty() && (rest.front() == '"' || rest.front() == '\'');
    if (in_quotes) rest.erase(0, 1);
    if (!rest.starts_with(mark)) return std::nullopt;
    rest.erase(0, mark.size());
    if (in_quotes && !rest.empty()) rest.erase(0, 1);
    // "counts of 1 to 5" behind "*", but not "crimes" behind "c".
    const bool apart =
        !rest.empty() && std::string_view(" =:-,").find(rest.front()) != std::string_view::npos;
    static const Pattern letter("[a-z]+");
    static const Pattern link(" ?(=|:|-|denotes|means|indicates|represents|is|shows) ?.*");
    if (!apart || (letter.fits(mark) && !link.fits(rest))) return std::nullopt;
    return rest;
}

/// "le4", "lt5", "1-7"; empty where a note states no such numbers.
std::string scheme_in(const std::string& note) {
    static const Pattern at_most(R"((\d{1,2})\s*or\s*(less|fewer|under))");
    static const Pattern below(
        R"((less|fewer) than (\d{1,2})|(?:under|below) (\d{1,2})|<\s*(\d{1,2}))");
    static const Pattern between(
        R"(between (\d{1,2}) and (\d{1,2})|(\d{1,2})\s*(?:to|-)\s*(\d{1,2}))");
    if (const auto most = at_most.find(note)) return "le" + most->text(1);
    if (const auto end = below.find(note)) {
        return "lt" + end->text(2) + end->text(3) + end->text(4);
    }
    if (const auto ends = between.find(note)) {
        return ends->text(1) + ends->text(3) + "-" + ends->text(2) + ends->text(4);
    }
    return {};
}

MarkMeaning meaning_in(const std::string& explanation) {
    if (const auto scheme = scheme_in(explanation); !scheme.empty()) {
        return {MarkMeaning::Kind::withheld, scheme};
    }
    static const Pattern zero(R"((^|\W)(nil|zero|none|0)($|\W))");
    if (zero.find(explanation)) return {MarkMeaning::Kind::zero, ""};
    static const Pattern missing(R"(not (available|applicable|supplied|known|collected|recorded)|)"
                                 R"(missing|no data|unavailable|suppressed|withheld|disclos)");
    if (missing.find(explanation)) return {MarkMeaning::Kind::missing, ""};
    return {};
}

bool is_about_suppression(const std::string& note) {
    return Pattern(R"(suppress|disclos|withheld|^\[|\*)").find(note).has_value();
}

} // namespace

std::string denominator_word(const std::string& column) {
    if (is_average(column)) return {};
    if (matches(
            column,
            R"(rate|density|per |per_|%|percent|aged|age |age_|(^|\D)\d{1,2}[ _]?(-|to|_)[ _]?\d+|under|over|work)"
            R"(ing|child|adult|older|without|with |no |owning|unemploy|born|claim)")) {
        return {};
    }
    if (matches(column, "household")) return "households";
    if (matches(column, "dwelling")) return "dwellings";
    return matches(column,
                   R"(population|residents|^people|^persons|^all[_ ](ages|people|persons|usual)|)"
                   R"(^usual residents|mid.?year estimate)")
               ? "residents"
               : "";
}

bool is_denominator_heading(const std::string& column) {
    return matches(column,
                   R"(^denominator|^base$|^base[_ ]|sample[_ ]size|population denominator)");
}

bool is_identifier(const std::string& column) {
    return matches(
        column,
        R"((^|[_ ])(id|fid|gid|objectid|line|easting|northing|lat|long?|latitude|longitude|x|y|)"
        R"(row|uprn|sortable|code|cd|geogcode|tooltip|globalid|shape[_ ]?(area|length|leng)|)"
        R"(st_areasha|st_lengths)$|bng_[en]|^mnemonic)");
}

bool is_rank(const std::string& column) {
    return matches(column, R"((^|[_ ])rank)");
}

bool is_percentage(const std::string& text) {
    if (matches(text, "decile|quintile|quartile|(^|[_ ])(rank|score)"))
        return false; // "Decile (1 is 10%)"
    return matches(text, R"(%|percent|per cent|proportion|(^|[_ ])pct($|[_ ]))");
}

bool is_average(const std::string& column) {
    return is_percentage(column) ||
           matches(
               column,
               R"(rate|score|index|average|mean|median|per \d|per_\d|per sq|per head|share|ratio|)"
               R"(density|price|income|cost|salary|earnings|expectancy|decile|quintile|)"
               R"(quartile|£|level|hectare|kilomet|square|(^|[_ ])area$|min_|max_|lowest|highest)");
}

bool is_period(const std::string& column) {
    return matches(column, R"((^|[_ ])(month|year|period|quarter|date|week|time)s?($|[_ ]))");
}

bool is_parent_heading(const std::string& column) {
    return matches(
        column,
        R"((^|[_ ])(lad|lad\d\d|la|lads|ltla|utla|district|borough|boroughname|parent|county|)"
        R"(region|local authority|council|authority|msoa|msoa\d\d|lsoa|rgn\d\d|force|csp|)"
        R"(lookup|area type|geography)($|[_ ]|cd|nm|name|code))");
}

bool is_indicator(const std::string& column) {
    return matches(
        column,
        R"((^|[_ ])(indicator|offence|crime|variable|topic|majortext|minortext|major|minor|)"
        R"(incident|type of crime|subgroup|group|domain)s?($|[_ ]))");
}

bool is_breakdown(const std::string& column, const std::vector<std::string>& texts) {
    if (matches(
            column,
            R"((^|[_ ])(sex|gender|age|ethnic.*|age.?(band|group)|type|tenure|category|band)s?($|[_ ]))")) {
        return true;
    }
    return std::ranges::any_of(texts, [](const auto& text) {
        return matches(text, "^(females?|males?|persons|men|women)$");
    });
}

bool are_kinds_of_value(const std::string& column, const std::vector<std::string>& texts) {
    const bool kinds = std::ranges::all_of(texts, [](const auto& text) {
        return matches(text,
                       R"(^(%|percent(age)?s?|per cent|proportion|counts?|numbers?|n|value|rate|)"
                       R"(rate per .*|score|mean|median|average|ratio|crude rate|index)$)");
    });
    return kinds && (texts.size() > 1 || matches(column, "measure|unit|kind|type|statistic"));
}

bool is_uninformative(const std::string& column) {
    return matches(column,
                   R"(^(value|values|count|counts|number|n|no|figure|figures|total|obs_value|)"
                   R"(observation|data|amount|all|cases|rate|score|measure|v4_\d)$)");
}

bool is_larger_place(const std::string& text) {
    return matches(
        text, R"(^(england|wales|cymru|scotland|northern ireland|united kingdom|great britain|)"
              R"(england and wales|london|greater london|inner london|outer london|national|)"
              R"((north|south|yorkshire|east|west)[a-z &]*(east|west|humber|midlands|england))$|)"
              R"(^(source|note|total|unknown))");
}

bool is_imprint(const std::string& line) {
    return matches(
        line,
        R"((council|partnership|constabulary|police|authority|office)$|^sep=.?$|^(published|source|note|)"
        R"(contents|this (work)?sheet|back to|last updated|date|printed|contact|www|http|)"
        R"(ons crown|crown copyright|©|released|table \d+$|https))");
}

std::optional<Limit> limit_of(const std::string& column) {
    if (!matches(
            column,
            R"(limit|(^|[_ ])ci($|[_ ])|confidence|interval|(^|[^a-z])[lu](cl|ci)($|[^a-z]))")) {
        return std::nullopt;
    }
    if (matches(column, R"(lower|(^|[^a-z])l(cl|ci)($|[^a-z])|low)")) return Limit::lower;
    if (matches(column, R"(upper|(^|[^a-z])u(cl|ci)($|[^a-z])|high)")) return Limit::upper;
    return std::nullopt;
}

std::string named_total(const std::vector<std::string>& texts) {
    std::string found;
    for (const auto& text : texts) {
        if (!matches(
                text,
                R"(^(total|totals|persons|all|both|both sexes|all (ages|persons|people|sexes|)"
                R"(usual residents|crimes?|offences|categories|types|groups).*|total[ :(-].*|overall)$)")) {
            continue;
        }
        if (!found.empty()) return {};
        found = text;
    }
    return found;
}

std::string without_total(const std::string& text) {
    static const Pattern before("(grand )?totals?( (of|for|in))?[ :,-]+", Pattern::Case::ignored);
    static const Pattern behind(R"([ :,(-]+(sub)?totals?\)?)", Pattern::Case::ignored);
    for (const auto* const words : {&before, &behind}) {
        const auto found = words->find(text);
        if (!found) continue;
        const auto at = static_cast<std::size_t>(found->whole.data() - text.data());
        const bool leads = words == &before && at == 0;
        const bool ends = words == &behind && at + found->whole.size() == text.size();
        if (leads) return text.substr(found->whole.size());
        if (ends) return text.substr(0, at);
    }
    return text;
}

MarkMeaning meaning_of_mark(const std::string& mark, const tables::Table& table) {
    std::string general;
    for (const auto& note : notes_of(table)) {
        const auto explanation = explanation_of_mark(note, text::fold_case(mark));
        if (explanation) {
            const auto meaning = meaning_in(*explanation);
            if (meaning.kind != MarkMeaning::Kind::unexplained) return meaning;
        }
        if (general.empty() && is_about_suppression(note)) general = scheme_in(note);
    }
    static const Pattern usual(R"(\*+|\[?[cs]\]?|\^|~)", Pattern::Case::ignored);
    if (general.empty() || !usual.fits(mark)) return {};
    return {MarkMeaning::Kind::withheld, general};
}

std::string title_of(const std::string& name) {
    std::string title = name;
    for (auto& c : title) {
        if (c == '_') c = ' ';
    }
    if (!title.empty() && title.front() >= 'a' && title.front() <= 'z') {
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    }
    return title;
}

std::string slug(const std::string& name) {
    constexpr std::size_t longest = 40;
    std::string result;
    for (const char c : text::fold_case(name)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) {
            result += c;
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    result.resize(std::min(result.size(), longest));
    while (!result.empty() && result.back() == '-') {
        result.pop_back();
    }
    return result.empty() ? "figures" : result;
}

std::string unique_id(const std::string& id, std::set<std::string>& taken) {
    auto found = id;
    for (int n = 2; !taken.insert(found).second; ++n) {
        found = fmt::format("{}-{}", id, n);
    }
    return found;
}

} // namespace wardmap::draft
