// SPDX-License-Identifier: MIT
#include "audit/audit.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "study/disclosure/disclose.h"
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
    std::string said = underlined("Boundaries");
    said += fmt::format("{}, layer {}: {}. Codes from {}, names from {}, attributes in {}.\n",
                        public_path(wards.source), wards.layer,
                        text::with_count(wards.wards.size(), study.project.boundaries.noun.singular,
                                         study.project.boundaries.noun.plural),
                        wards.code_field, wards.name_field, wards.encoding);
    if (r.operation == "none") {
        said += fmt::format("Coordinates are in {}; nothing was transformed.\n", r.target_crs);
    } else {
        said += fmt::format("Transformed from {} to {} by \"{}\", accuracy {}.\n", r.source_crs,
                            r.target_crs, r.operation,
                            r.accuracy_m ? text::number(*r.accuracy_m, 1) + " m" : "not known");
    }
    std::size_t islands = 0;
    for (const auto& list : study.neighbours) {
        if (list.empty()) ++islands;
    }
    said += fmt::format("Neighbours {}: {} connected {}, {} without a neighbour.\n\n",
                        wards::describe(study.project.neighbours),
                        wards::connected_parts(study.neighbours),
                        wards::connected_parts(study.neighbours) == 1 ? "part" : "parts",
                        text::with_count(islands, study.project.boundaries.noun.singular,
                                         study.project.boundaries.noun.plural));
    return said;
}

std::string total_note(const join::Reconciliation& total) {
    if (total.redacted) {
        return fmt::format(
            "  Line {}, {}: compared with the figures of the table; {}. Not published "
            "because withheld figures would follow.\n",
            total.line, total.key, total.agrees ? "agrees" : "DOES NOT AGREE");
    }
    const auto of = total.wards.empty() ? "" : fmt::format(" for {}", total.wards.size());
    std::string said = fmt::format("  Line {}, {}{}: {} = {} known", total.line, total.key, of,
                                   figure(total.stated), figure(total.sum_known));
    if (total.suppressed > 0) {
        said += fmt::format(" + {} for {}", figure(total.residual()),
                            text::with_count(total.suppressed, "withheld figure"));
    }
    return said + (total.agrees ? "; agrees.\n" : "; DOES NOT AGREE.\n");
}

const char* kind_of(tables::NonDataLine::Kind kind) {
    if (kind == tables::NonDataLine::Kind::title) return "title";
    return kind == tables::NonDataLine::Kind::units ? "line of units" : "footnote";
}

std::string asides_note(const join::Account& account) {
    std::string said;
    std::size_t blank = 0;
    for (const auto& aside : account.asides) {
        if (aside.kind == tables::NonDataLine::Kind::blank) {
            ++blank;
            continue;
        }
        said += fmt::format("  Line {} is a {}: {}\n", aside.line, kind_of(aside.kind),
                            text::quoted(aside.text));
    }
    if (blank > 0) said += fmt::format("  {}.\n", text::with_count(blank, "blank line"));
    return said;
}

std::string sums_note(const join::Account& account) {
    if (account.redacted) return "Its own sum is not published, since it is part of a larger one.";
    return fmt::format("Sum of the known figures {} in the table, {} on the map.",
                       figure(account.sum_before), figure(account.sum_after));
}

std::string account_note(const Study& study, const join::Account& account) {
    std::string said =
        fmt::format("  {}{} ({}), header on line {}; {} by {}, figures from {}.\n",
                    public_path(account.file), account.sheet.empty() ? "" : ", " + account.sheet,
                    account.encoding, account.header_line, words::area_noun(study, 2),
                    text::list(account.key_columns), text::list(account.value_columns));
    said += asides_note(account);
    said += fmt::format("  {} of {} {} have a row, {} withheld. {}\n", account.wards_joined,
                        study.wards.wards.size(), words::area_noun(study, study.wards.wards.size()),
                        account.wards_suppressed, sums_note(account));
    if (account.other_rows > 0) {
        said += fmt::format("  Where leaves out {} of the table.\n",
                            text::with_count(account.other_rows, "row"));
    }
    for (const auto& row : account.rows) {
        if (row.kind == join::RowFate::Kind::apportioned) {
            said += fmt::format("  Line {}, {}: apportioned, {}.\n", row.line,
                                text::quoted(row.key), row.reason);
        } else if (row.kind != join::RowFate::Kind::joined) {
            said += fmt::format("  Line {}, {}: not joined, {}.\n", row.line, text::quoted(row.key),
                                row.reason);
        } else if (!row.reason.empty()) {
            said += fmt::format("  Line {}, {}: joined {}.\n", row.line, text::quoted(row.key),
                                row.reason);
        }
    }
    for (const auto& total : account.totals) {
        said += total_note(total);
    }
    return said;
}

std::string category_note(const Study& study, const CategoryResult& category, Audience readers) {
    std::string said = underlined(category.spec.title + " (" + category.spec.id + ")");
    const auto accounts = AccountReader::accounts_for(readers, study, category);
    if (category.disclosure.rule.is_on()) {
        said += fmt::format("  Published under a rule: {}.\n", in_words(category.disclosure.rule));
    }
    said += category.spec.tables() != nullptr ? account_note(study, accounts.front())
                                              : "  No table: " + category.spec.source + ".\n";
    for (std::size_t i = 1; i < accounts.size(); ++i) {
        said += "  Added to these:\n" + account_note(study, accounts[i]);
    }
    std::vector<std::string> ranges;
    for (const auto& band : category.banding.bands) {
        ranges.push_back(fmt::format("{} ({})", band.range, band.known + band.suppressed));
    }
    said += fmt::format("  Measure: {}.{}\n", category.unit.title(),
                        category.denominator_label.empty()
                            ? ""
                            : " Denominator: " + category.denominator_label + ".");
    said +=
        ranges.empty()
            ? "  No bands: no figure is known.\n"
            : fmt::format(
                  "  Bands: {}; {} (wards). Goodness of variance fit {}, tabular accuracy {}.\n",
                  bands::describe(category.banding), text::join(ranges, ", "),
                  text::number(category.banding.fit.gvf, 3),
                  text::number(category.banding.fit.tai, 3));
    const auto method = words::hotspot_method(study, category);
    if (!method.empty()) said += "  " + method + "\n";
    for (const auto& sentence : words::category_sentences(study, category)) {
        said += "  " + sentence + "\n";
    }
    return said + "\n";
}

std::string findings_note(const Findings& findings) {
    std::string said;
    for (const auto severity : {Severity::error, Severity::warning, Severity::note}) {
        for (auto finding : findings) {
            finding.place.file = public_path(finding.place.file);
            if (finding.severity == severity) said += to_text(finding) + "\n";
        }
    }
    return said.empty() ? "Nothing.\n" : said;
}

} // namespace

std::string audit_text(const Study& study, const Findings& more, Audience readers) {
    auto findings = findings_for(readers, study);
    append(findings, more);
    const auto warnings = static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [](const Finding& f) { return f.severity == Severity::warning; }));
    std::string said = fmt::format(
        "Audit of {}: {}, {}, {}.\n\n",
        study.project.title.empty() ? study.project.file.written : study.project.title,
        text::with_count(study.wards.wards.size(), study.project.boundaries.noun.singular,
                         study.project.boundaries.noun.plural),
        text::with_count(study.categories.size(), "category", "categories"),
        text::with_count(warnings, "warning"));
    said += underlined("What deserves a look") + findings_note(findings) + "\n";
    said += boundaries_note(study);
    for (const auto& denominator : study.denominators) {
        said += underlined("Denominator " + denominator.spec.id + ": " + denominator.spec.label);
        said +=
            account_note(study, AccountReader::account_for_audience(readers, study, denominator)) +
            "\n";
    }
    for (const auto& category : study.categories) {
        said += category_note(study, category, readers);
    }
    for (const auto& bivariate : study.bivariates) {
        said += underlined("Two at once " + bivariate.spec.id + ": " + bivariate.spec.title);
        said += fmt::format("{} upwards, {} across.\n", bivariate.up.category,
                            bivariate.across.category);
        for (const auto& line : words::class_lines(study, bivariate)) {
            said += line + "\n";
        }
        said += text::join(words::bivariate_sentences(study, bivariate), "\n") + "\n\n";
    }
    return said;
}

} // namespace wardmap::audit
