// SPDX-License-Identifier: MIT
#include "audit/audit.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/finding_groups.h"
#include "base/text.h"
#include "study/disclosure/disclose.h"
#include "study/study.h"
#include "wards/neighbours.h"
#include "words/bivariate.h"
#include "words/method_line.h"
#include "words/sentences.h"
#include "words/ward_figures.h"

namespace wardmap::audit {
namespace {

std::string figure(double value) {
    return text::number(value, value == static_cast<double>(static_cast<long long>(value)) ? 0 : 2);
}

std::string underlined(const std::string& heading) {
    return heading + "\n" + std::string(text::length(heading), '-') + "\n";
}

std::string boundaries_note(const Study& study) {
    const auto& wards = study.wards;
    const auto& r = wards.reprojection;
    std::string text = underlined("Boundaries");
    text += fmt::format("{}, layer {}: {}. Codes from {}, names from {}, attributes in {}.\n",
                        public_path(wards.source), wards.layer,
                        text::with_count(wards.wards.size(), study.project.boundaries.noun.singular,
                                         study.project.boundaries.noun.plural),
                        wards.code_field, wards.name_field, wards.encoding);
    if (r.operation == "none") {
        text += fmt::format("Coordinates are in {}; nothing was transformed.\n", r.target_crs);
    } else {
        text += fmt::format("Transformed from {} to {} by \"{}\", accuracy {}.\n", r.source_crs,
                            r.target_crs, r.operation,
                            r.accuracy_m ? text::number(*r.accuracy_m, 1) + " m" : "not known");
    }
    std::size_t islands = 0;
    for (const auto& list : study.neighbours) {
        if (list.empty()) ++islands;
    }
    text += fmt::format("Neighbours {}: {} connected {}, {} without a neighbour.\n\n",
                        wards::describe(study.project.neighbours),
                        wards::connected_parts(study.neighbours),
                        wards::connected_parts(study.neighbours) == 1 ? "part" : "parts",
                        text::with_count(islands, study.project.boundaries.noun.singular,
                                         study.project.boundaries.noun.plural));
    return text;
}

std::string total_note(const join::Reconciliation& total) {
    if (total.redacted) {
        return fmt::format(
            "  Line {}, {}: compared with the figures of the table; {}. Not published "
            "because it would reveal withheld figures.\n",
            total.line, total.key, total.agrees ? "agrees" : "DOES NOT AGREE");
    }
    const auto of = total.wards.empty() ? "" : fmt::format(" for {}", total.wards.size());
    std::string text = fmt::format("  Line {}, {}{}: {} = {} known", total.line, total.key, of,
                                   figure(total.stated), figure(total.sum_known));
    if (total.suppressed > 0) {
        text += fmt::format(" + {} for {}", figure(total.residual()),
                            text::with_count(total.suppressed, "withheld figure"));
    }
    return text + (total.agrees ? "; agrees.\n" : "; DOES NOT AGREE.\n");
}

const char* kind_of(tables::NonDataLine::Kind kind) {
    if (kind == tables::NonDataLine::Kind::title) return "title";
    if (kind == tables::NonDataLine::Kind::hidden) return "hidden row, left out";
    return kind == tables::NonDataLine::Kind::units ? "line of units" : "footnote";
}

std::string asides_note(const join::Account& account) {
    std::string text;
    std::size_t blank = 0;
    for (const auto& aside : account.asides) {
        if (aside.kind == tables::NonDataLine::Kind::blank) {
            ++blank;
            continue;
        }
        text += fmt::format("  Line {} is a {}: {}\n", aside.line, kind_of(aside.kind),
                            text::quoted(aside.text));
    }
    if (blank > 0) text += fmt::format("  {}.\n", text::with_count(blank, "blank line"));
    return text;
}

std::string sums_note(const join::Account& account) {
    if (account.redacted) return "Its sum is not published, because it is part of a larger one.";
    return fmt::format("Sum of the known figures {} in the table, {} on the map.",
                       figure(account.sum_before), figure(account.sum_after));
}

std::string account_note(const Study& study, const join::Account& account) {
    std::string text =
        fmt::format("  {}{} ({}), header on line {}; {} by {}, figures from {}.\n",
                    public_path(account.file), account.sheet.empty() ? "" : ", " + account.sheet,
                    account.encoding, account.header_line, words::area_noun(study, 2),
                    text::list(account.key_columns), text::list(account.value_columns));
    text += asides_note(account);
    text += fmt::format("  {} of {} {} have a row, {} withheld. {}\n", account.wards_joined,
                        study.wards.wards.size(), words::area_noun(study, study.wards.wards.size()),
                        account.wards_suppressed, sums_note(account));
    if (account.other_rows > 0) {
        text += fmt::format("  The filter (where) leaves out {} of the table.\n",
                            text::with_count(account.other_rows, "row"));
    }
    if (account.outside_rows > 0) {
        const bool more = account.outside_rows > account.outside_examples.size();
        text +=
            fmt::format("  {} of other {} than those of the map left out ({}{}).\n",
                        text::with_count(account.outside_rows, "row"), words::area_noun(study, 2),
                        text::join(account.outside_examples, ", "), more ? ", ..." : "");
    }
    for (const auto& row : account.rows) {
        if (row.kind == join::RowFate::Kind::apportioned) {
            text += fmt::format("  Line {}, {}: apportioned, {}.\n", row.line,
                                text::quoted(row.key), row.reason);
        } else if (row.kind != join::RowFate::Kind::joined) {
            text += fmt::format("  Line {}, {}: not joined, {}.\n", row.line, text::quoted(row.key),
                                row.reason);
        } else if (!row.reason.empty()) {
            text += fmt::format("  Line {}, {}: joined {}.\n", row.line, text::quoted(row.key),
                                row.reason);
        }
    }
    for (const auto& total : account.totals) {
        text += total_note(total);
    }
    return text;
}

std::string category_note(const Study& study, const CategoryResult& category, Audience readers) {
    std::string text = underlined(category.spec.title + " (" + category.spec.id + ")");
    const auto accounts = AccountReader::accounts_for(readers, study, category);
    if (category.disclosure.rule.is_on()) {
        text += fmt::format("  Published under a rule: {}.\n", in_words(category.disclosure.rule));
    }
    text += category.spec.tables() != nullptr ? account_note(study, accounts.front())
                                              : "  No table: " + category.spec.source + ".\n";
    for (std::size_t i = 1; i < accounts.size(); ++i) {
        text += "  Added to these:\n" + account_note(study, accounts[i]);
    }
    std::vector<std::string> ranges;
    for (const auto& band : category.banding.bands) {
        ranges.push_back(fmt::format("{} ({})", band.range, band.known + band.suppressed));
    }
    text += fmt::format("  Measure: {}.{}\n", category.unit.title(),
                        category.denominator_label.empty()
                            ? ""
                            : " Denominator: " + category.denominator_label + ".");
    text += ranges.empty()
                ? "  No bands: no figure is known.\n"
                : fmt::format(
                      "  Bands: {}; {} ({}). Goodness of variance fit {}, tabular accuracy {}.\n",
                      bands::describe(category.banding), text::join(ranges, ", "),
                      words::area_noun(study, 2), text::number(category.banding.fit.gvf, 3),
                      text::number(category.banding.fit.tai, 3));
    const auto method = words::hotspot_method(study, category);
    if (!method.empty()) text += "  " + method + "\n";
    for (const auto& sentence : words::category_sentences(study, category)) {
        text += "  " + sentence + "\n";
    }
    return text + "\n";
}

std::string findings_note(Findings findings) {
    for (auto& finding : findings) {
        finding.place.file = public_path(finding.place.file);
    }
    if (findings.empty()) return "None.\n";
    return text::join(grouped_texts(findings, "audit.json"), "\n") + "\n";
}

} // namespace

std::string audit_text(const Study& study, const Findings& more, Audience readers) {
    auto findings = findings_for(readers, study);
    append(findings, more);
    const auto warnings = static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [](const Finding& f) { return f.severity == Severity::warning; }));
    std::string text = fmt::format(
        "Audit of {}: {}, {}, {}.\n\n",
        study.project.title.empty() ? study.project.file.written : study.project.title,
        text::with_count(study.wards.wards.size(), study.project.boundaries.noun.singular,
                         study.project.boundaries.noun.plural),
        text::with_count(study.categories.size(), "category", "categories"),
        text::with_count(warnings, "warning"));
    text += underlined("Points to check") + findings_note(findings) + "\n";
    text += boundaries_note(study);
    for (const auto& denominator : study.denominators) {
        text += underlined("Denominator " + denominator.spec.id + ": " + denominator.spec.label);
        text +=
            account_note(study, AccountReader::account_for_audience(readers, study, denominator)) +
            "\n";
    }
    for (const auto& category : study.categories) {
        text += category_note(study, category, readers);
    }
    for (const auto& bivariate : study.bivariates) {
        text += underlined("Bivariate map " + bivariate.spec.id + ": " + bivariate.spec.title);
        text += fmt::format("Vertical: {}. Horizontal: {}.\n", bivariate.up.category,
                            bivariate.across.category);
        for (const auto& line : words::class_lines(study, bivariate)) {
            text += line + "\n";
        }
        text += text::join(words::bivariate_sentences(study, bivariate), "\n") + "\n\n";
    }
    return text;
}

} // namespace wardmap::audit
