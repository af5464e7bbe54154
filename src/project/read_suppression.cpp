// SPDX-License-Identifier: MIT
#include "project/read_suppression.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/suggest.h"
#include "base/text.h"
#include "project/figures.h"
#include "project/keys.h"

namespace wardmap::project {
namespace {

const std::vector<std::string>& usual_marks() {
    static const std::vector<std::string> marks = {"*", "**", "c", "[c]", "s", "[s]", "suppressed"};
    return marks;
}

void add_scheme(TomlReader& reader, const toml::node& at, const std::string& name,
                const std::vector<std::string>& shown_as, Figures& figures) {
    const auto interval = parse_scheme(name);
    if (!interval) {
        reader.fault(at, fmt::format("there is no suppression scheme {}", text::quoted(name)),
                     "\"le4\" (4 or fewer), \"lt5\" (fewer than 5), \"1-7\", or marks of your own");
        return;
    }
    for (const auto& mark : shown_as) {
        figures.marks.push_back({mark, interval->first, interval->second});
    }
}

std::optional<tables::Mark> mark_of(TomlReader& reader, const toml::table& list,
                                    const std::string& mark, const toml::node& node) {
    if (node.is_string()) {
        const auto word = reader.word(list, mark, {"missing", "zero"});
        if (!word) return std::nullopt;
        return tables::Mark{
            mark, 0, 0, *word == 0 ? tables::Mark::Meaning::missing : tables::Mark::Meaning::zero};
    }
    const auto interval = reader.numbers(list, mark);
    if (!interval) return std::nullopt;
    if (interval->size() != 2 || interval->front() > interval->back()) {
        reader.fault(node,
                     fmt::format("the mark {} needs two numbers, low and high", text::quoted(mark)),
                     fmt::format("\"{}\" = [0, 4]", mark));
        return std::nullopt;
    }
    return tables::Mark{mark, interval->front(), interval->back()};
}

/// The project's own marks replace those of the scheme.
void read_marks(TomlReader& reader, const toml::table& suppression, Figures& figures) {
    const auto* const list = reader.table(suppression, "marks");
    if (list == nullptr) return;
    for (const auto& [key, node] : *list) {
        const std::string text(key.str());
        auto mark = mark_of(reader, *list, text, node);
        if (!mark) continue;
        std::erase_if(figures.marks, [&](const tables::Mark& m) { return m.text == text; });
        figures.marks.push_back(*std::move(mark));
    }
}

} // namespace

std::optional<std::pair<double, double>> parse_scheme(const std::string& name) {
    static const Pattern at_most(R"(le(\d{1,3}))");
    static const Pattern below(R"(lt(\d{1,3}))");
    static const Pattern between(R"((\d{1,3})-(\d{1,3}))");
    std::pair<double, double> interval;
    if (const auto most = at_most.match(name)) {
        interval = {0, std::stod(most->text(1))};
    } else if (const auto end = below.match(name)) {
        interval = {0, std::stod(end->text(1)) - 1};
    } else if (const auto ends = between.match(name)) {
        interval = {std::stod(ends->text(1)), std::stod(ends->text(2))};
    } else {
        return std::nullopt;
    }
    if (interval.first > interval.second) return std::nullopt;
    return interval;
}

void read_suppression(TomlReader& reader, const toml::table& table, const std::string& in,
                      Figures& figures) {
    const auto* const node = table.get("suppression");
    if (node == nullptr) return;
    if (node->is_string()) {
        add_scheme(reader, *node, reader.text(table, "suppression").value_or(""), usual_marks(),
                   figures);
        return;
    }
    const auto* const suppression = reader.table(table, "suppression");
    if (suppression == nullptr) return;
    reader.refuse_unknown(*suppression,
                          in == "[[category]]" ? ProjectKeys().category_suppression
                                               : ProjectKeys().table_suppression,
                          "the suppression of " + in);
    const auto shown_as = reader.texts(*suppression, "shown_as", true);
    const auto scheme = reader.text(*suppression, "scheme");
    if (scheme) {
        add_scheme(reader, *suppression->get("scheme"), *scheme, shown_as.value_or(usual_marks()),
                   figures);
    } else if (shown_as) {
        reader.fault(*suppression->get("shown_as"), "shown_as is given without a scheme",
                     "scheme = \"le4\"");
    }
    if (const auto unit = reader.number(*suppression, "rounded_to")) {
        figures.rounded_to = *unit;
        if (*unit <= 0) {
            reader.fault(*suppression->get("rounded_to"), "rounded_to is not above 0",
                         "rounded_to = 5");
        }
    }
    read_marks(reader, *suppression, figures);
}

} // namespace wardmap::project
