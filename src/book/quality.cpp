// SPDX-License-Identifier: MIT
// Data quality for a public report: without sums and totals, because together with the printed
// figures they could disclose suppressed ones.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "book/parts.h"
#include "join/account.h"
#include "study/study.h"
#include "tables/cell.h"
#include "words/ward_figures.h"

namespace wardmap::book {
namespace {

/// The number of rows not joined, with reasons, without figures.
std::string rows_text(const join::Account& account) {
    std::size_t joined = 0;
    std::size_t with_note = 0;
    std::size_t totals = 0;
    std::size_t others = 0;
    for (const auto& row : account.rows) {
        switch (row.kind) {
        case join::RowFate::Kind::joined:
        case join::RowFate::Kind::apportioned:
            ++joined;
            if (!row.reason.empty()) ++with_note;
            break;
        case join::RowFate::Kind::total:
            ++totals;
            break;
        default:
            ++others;
        }
    }
    std::vector<std::string> lines = {fmt::format("{} joined", joined)};
    if (with_note > 0) lines.push_back(fmt::format("{} of them with a note", with_note));
    if (totals > 0) lines.push_back(text::with_count(totals, "total"));
    if (others > 0) lines.push_back(text::with_count(others, "other row"));
    return text::join(lines, ", ");
}

/// "agree", or how many do not; empty if the table has none.
std::string totals_text(const std::vector<const join::Account*>& accounts) {
    std::size_t totals = 0;
    std::size_t wrong = 0;
    for (const auto* const account : accounts) {
        for (const auto& total : account->totals) {
            ++totals;
            if (!total.agrees) ++wrong;
        }
    }
    if (totals == 0) return "none";
    return wrong == 0 ? "agree" : fmt::format("{} of {} do not agree", wrong, totals);
}

layout::Table table_of_categories(const Study& study) {
    layout::Table table;
    table.caption = "Tables and how their rows were used";
    table.columns = {{"Category"},       {"Table"},           {"Rows"},  {"With a figure", true},
                     {"Withheld", true}, {"No figure", true}, {"Totals"}};
    for (const auto& category : study.categories) {
        std::size_t known = 0;
        std::size_t withheld = 0;
        for (const auto& value : category.values) {
            if (value.is_known()) ++known;
            if (value.is_suppressed()) ++withheld;
        }
        std::vector<const join::Account*> accounts;
        for (const auto& account : category.accounts) {
            accounts.push_back(&account);
        }
        std::vector<std::string> files;
        std::vector<std::string> rows;
        for (const auto* const account : accounts) {
            files.push_back(account->file);
            rows.push_back(rows_text(*account));
        }
        table.rows.push_back(
            {{category.spec.title},
             {files.empty() ? "derived from other categories" : text::join(files, "; ")},
             {text::join(rows, "; ")},
             {std::to_string(known)},
             {std::to_string(withheld)},
             {std::to_string(category.values.size() - known - withheld)},
             {files.empty() ? "" : totals_text(accounts)}});
    }
    return table;
}

std::vector<std::string> boundary_notes(const Study& study) {
    const auto& wards = study.wards;
    std::vector<std::string> lines = {fmt::format(
        "{}: {} {}, codes from {}, names from {}.", wards.source,
        text::number(static_cast<double>(wards.wards.size()), 0),
        words::area_noun(study, wards.wards.size()), wards.code_field, wards.name_field)};
    if (wards.reprojection.operation != "none") {
        lines.push_back(fmt::format("Transformed from {} to {}.", wards.reprojection.source_crs,
                                    wards.reprojection.target_crs));
    }
    for (const auto& finding : wards.findings) {
        lines.push_back(finding.found + ".");
    }
    if (wards.findings.empty()) lines.emplace_back("Nothing had to be repaired.");
    return lines;
}

/// Categories with gaps, by name; their own pages name the wards.
std::vector<std::string> gaps(const Study& study) {
    std::vector<std::string> lines;
    for (const auto& category : study.categories) {
        std::vector<std::string> parts;
        const auto count = [&](auto is_so) {
            return static_cast<std::size_t>(
                std::count_if(category.values.begin(), category.values.end(), is_so));
        };
        const auto add_count = [&](std::size_t n, const char* what) {
            if (n > 0)
                parts.push_back(fmt::format("{} {} {}", n, words::area_noun(study, n), what));
        };
        add_count(count([](const Cell& c) { return c.is_suppressed(); }),
                  "withheld by the publisher");
        add_count(count([](const Cell& c) { return c.is_missing(); }), "without a figure");
        add_count(count([](const Cell& c) { return c.is_not_calculable(); }),
                  "without a denominator");
        if (!parts.empty()) lines.push_back(category.spec.title + ": " + text::list(parts) + ".");
    }
    return lines;
}

} // namespace

void add_quality(const Inputs& inputs, const Part& part, layout::Flow& flow) {
    const auto& study = inputs.study;
    flow.heading(1, part.title, {"", part.anchor});
    flow.paragraph("Every row of every table was joined, recognised as a total, or listed in the "
                   "audit that the analyst has (audit.txt). This page gives what a reader needs "
                   "to know of it. It leaves out sums and totals that could reveal a "
                   "figure that is withheld.");
    flow.heading(2, "Boundaries", {"", "", false});
    flow.list(boundary_notes(study));
    flow.heading(2, "Tables", {"", "", false});
    flow.table(table_of_categories(study));
    flow.paragraph(
        "\u201CWith a note\u201D: the row's code and name did not agree, or it was found "
        "by an alias or a lookup. \u201CTotals\u201D: whether the table's own totals agree "
        "with its rows, for any values that withheld figures may have.",
        layout::Kind::note);
    const auto lines = gaps(study);
    if (!lines.empty()) {
        flow.heading(2, "Gaps", {"", "", false});
        flow.list(lines);
    }
    std::set<std::string> sources;
    for (const auto& category : study.categories) {
        if (!category.spec.source.empty()) sources.insert(category.spec.source);
    }
    for (const auto& denominator : study.denominators) {
        if (!denominator.spec.source.empty()) sources.insert(denominator.spec.source);
    }
    if (!sources.empty()) {
        flow.heading(2, "Sources", {"", "", false});
        flow.list({sources.begin(), sources.end()});
    }
}

} // namespace wardmap::book
