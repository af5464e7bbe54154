// SPDX-License-Identifier: MIT
// Pages that compare categories: deprivation, and overlapping high readings.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "book/parts.h"
#include "book/ward_table.h"
#include "hotspots/reading.h"
#include "study/category_sets.h"
#include "study/study.h"
#include "words/captions.h"
#include "words/foot_lines.h"
#include "words/ward_figures.h"

namespace wardmap::book {
namespace {

using hotspots::Level;

/// Categories in which a ward is higher than the area, and in which it is only next to high ones.
struct Meeting {
    std::size_t ward = 0;
    std::vector<std::string> high;
    std::vector<std::string> beside;
    std::vector<std::string> uncertain;
};

std::vector<Meeting> meetings(const Study& study) {
    std::vector<Meeting> found;
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        Meeting meeting{i, {}, {}, {}};
        for (const auto* const category : overlapping(study)) {
            const auto& ward = category->hotspots->wards[i];
            const auto& title = category->spec.title;
            const bool exceptional = ward.exceptional &&
                                     ward.exceptional->verdict == hotspots::Verdict::high &&
                                     ward.exceptional->evidence == hotspots::Evidence::firm;
            if (hotspots::is_higher(ward.reading.level)) {
                meeting.high.push_back(title + (exceptional ? " (exceptionally)" : ""));
            }
            if (hotspots::is_next_to_high(ward.reading)) meeting.beside.push_back(title);
            if (ward.reading.level == Level::uncertain) meeting.uncertain.push_back(title);
        }
        found.push_back(std::move(meeting));
    }
    return found;
}

/// Sorts by number of categories, descending; ties by name.
void most_first(const Study& study, std::vector<Meeting>& meetings) {
    std::sort(meetings.begin(), meetings.end(), [&](const Meeting& a, const Meeting& b) {
        if (a.high.size() != b.high.size()) return a.high.size() > b.high.size();
        if (a.beside.size() != b.beside.size()) return a.beside.size() > b.beside.size();
        return study.wards.wards[a.ward].name < study.wards.wards[b.ward].name;
    });
}

std::string or_none(const std::vector<std::string>& titles) {
    return titles.empty() ? "none" : text::join(titles, "; ");
}

/// "Of the five highest wards, two are higher than the area in at least one category."
std::string agreement(const Study& study, const CategoryResult& deprivation,
                      const std::vector<Meeting>& meetings) {
    constexpr std::size_t most = 5;
    std::vector<std::string> high;
    std::size_t top = 0;
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        const auto& standing = deprivation.standings[i];
        if (!standing || standing->rank > most) continue;
        ++top;
        if (!meetings[i].high.empty()) high.push_back(study.wards.wards[i].name);
    }
    if (top == 0) return {};
    return fmt::format("Of the {} {} that come first in \u201C{}\u201D, {} higher than the area in "
                       "another category{}.",
                       top, words::area_noun(study, top), deprivation.spec.title,
                       high.empty()       ? "none is"
                       : high.size() == 1 ? "one is"
                                          : fmt::format("{} are", high.size()),
                       high.empty() ? "" : ": " + text::list(high));
}

} // namespace

void add_overlaps(const Inputs& inputs, const Part& part, layout::Flow& flow) {
    const auto& study = inputs.study;
    const auto one = words::area_noun(study, 1);
    const auto many = words::area_noun(study, 2);
    std::vector<std::string> titles;
    for (const auto* const category : overlapping(study)) {
        titles.push_back(category->spec.title);
    }
    flow.heading(1, part.title, {"", part.anchor});
    flow.paragraph(fmt::format(
        "In how many categories is a {} above the area's rate by more than chance explains? {} are "
        "counted: {}. A category that holds the same figures in another form, that is part of "
        "another, or that is derived from others is not counted again.",
        one, text::with_count(titles.size(), "category", "categories"), text::list(titles)));
    auto rows = meetings(study);
    most_first(study, rows);
    std::erase_if(rows, [](const Meeting& row) { return row.high.empty() && row.beside.empty(); });
    const bool uncertain = std::any_of(rows.begin(), rows.end(),
                                       [](const Meeting& row) { return !row.uncertain.empty(); });
    if (rows.empty()) {
        flow.paragraph(fmt::format("No {} is higher than the area in any of them.", one));
        return;
    }
    const auto all = rows.size();
    if (rows.size() > rows_of_many) rows.resize(rows_of_many);
    layout::Table table;
    table.caption = all > rows.size()
                        ? fmt::format("The first {} of {} {}", rows.size(), all, many)
                        : fmt::format("{} that are higher than the area, or next to high ones",
                                      words::first_capital(many));
    table.columns = {{words::first_capital(one)},
                     {"Higher in", true},
                     {"Higher than the area"},
                     {"Next to high " + many}};
    if (uncertain) table.columns.push_back({"Uncertain: figure withheld"});
    for (const auto& row : rows) {
        table.rows.push_back({{study.wards.wards[row.ward].name},
                              {std::to_string(row.high.size())},
                              {or_none(row.high)},
                              {or_none(row.beside)}});
        if (uncertain) table.rows.back().push_back({or_none(row.uncertain)});
    }
    flow.table(table);
    flow.paragraph("Counts of readings, not of events: they do not say how much harm there is, and "
                   "a category whose figures are withheld can add nothing.",
                   layout::Kind::note);
}

void add_deprivation(const Inputs& inputs, const Part& part, layout::Flow& flow) {
    const auto& study = inputs.study;
    const auto& deprivation = *deprivation_of(study).front();
    const auto found = meetings(study);
    flow.heading(1, part.title, {"", part.anchor});
    const auto sentence = agreement(study, deprivation, found);
    if (!sentence.empty()) flow.paragraph(sentence);
    flow.paragraph(fmt::format(
        "Neither of the two explains the other: a {0}'s figure is that of all "
        "its streets together, deprivation is that of the people who live there, and crime is "
        "counted where it happens.",
        words::area_noun(study, 1)));
    layout::Table table;
    table.caption =
        fmt::format("{}: {} in its order", deprivation.spec.title, words::area_noun(study, 2));
    table.columns = {{words::first_capital(words::area_noun(study, 1))},
                     {words::legend_title(deprivation), true},
                     {"Rank", true},
                     {"Higher than the area in"}};
    for (const auto ward : wards_in_order(study, deprivation)) {
        const auto& standing = deprivation.standings[ward];
        table.rows.push_back({{study.wards.wards[ward].name},
                              {words::printed(deprivation, ward)},
                              {standing ? std::to_string(standing->rank) : ""},
                              {or_none(found[ward].high)}});
    }
    flow.table(table);
    for (const auto& line : words::source_lines(deprivation)) {
        flow.paragraph(line, layout::Kind::note);
    }
}

} // namespace wardmap::book
