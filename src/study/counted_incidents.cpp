// SPDX-License-Identifier: MIT
#include "study/counted_incidents.h"

#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/named_values.h"
#include "base/text.h"
#include "incidents/caveats.h"
#include "incidents/count.h"
#include "incidents/count_audit.h"
#include "incidents/periods.h"
#include "incidents/read_lookup.h"

namespace wardmap {
namespace {

using incidents::Month;
using incidents::Step;

/// What became of the rows, in one sentence.
std::string account_of(const incidents::Count& count) {
    std::vector<std::string> parts;
    for (const auto& [name, fate] : incidents::fate_names) {
        const auto n = incidents::at(count.rows, fate);
        if (n == 0) continue;
        parts.push_back(fmt::format("{} {}", text::number(static_cast<double>(n), 0),
                                    incidents::fate_words(fate)));
    }
    const auto rows = static_cast<double>(incidents::sum(count.rows));
    return fmt::format("{} rows of incidents: {}", text::number(rows, 0), text::join(parts, "; "));
}

} // namespace

void CountedIncidents::want(const project::Figures& figures, const std::string& steps) {
    if (figures.where.empty()) m_all_types = true;
    for (const auto& filter : figures.where) {
        m_types.insert(filter.values.begin(), filter.values.end());
    }
    if (!steps.empty()) m_steps.insert(steps);
}

std::vector<FilePath> CountedIncidents::files() const {
    std::vector<FilePath> files;
    try {
        files = incidents::files_of(m_spec.source);
    } catch (const InputError&) {
        files.clear(); // counting says what is wrong
    }
    if (!m_spec.lookup.empty()) files.push_back(m_spec.lookup);
    return files;
}

tables::Table CountedIncidents::table(const WardSet& wards, Findings& findings) const {
    incidents::Request request;
    request.source = m_spec.source;
    request.from = m_spec.from;
    request.to = m_spec.to;
    request.repeats = m_spec.repeats;
    request.by_month = !m_steps.empty();
    if (!m_all_types) request.types.assign(m_types.begin(), m_types.end());
    if (!m_spec.lookup.empty()) {
        request.ward_of_area = incidents::read_lookup(m_spec.lookup.resolved, wards);
    }
    const auto count = incidents::count_incidents(request, wards);
    tables::Table table;
    table.file = m_spec.source.files.front().written;
    if (!m_steps.empty() && !count.has_dates) {
        throw InputError(Finding{.severity = Severity::error,
                                 .place = {table.file},
                                 .found = "no column of the incidents holds dates, but a category "
                                          "has steps",
                                 .expected = "a column of dates",
                                 .help = fmt::format("[incidents.{}] date = \"...\"", m_spec.id)});
    }
    table.encoding = "UTF-8";
    table.columns = {"ward_code", "type"};
    table.columns.insert(table.columns.end(), m_steps.begin(), m_steps.end());
    table.columns.emplace_back("incidents");

    std::map<std::pair<std::string, Month>, std::vector<std::uint64_t>> sums;
    for (const auto& figure : count.figures) {
        auto& own = sums[{figure.type, m_steps.empty() ? incidents::no_month : figure.month}];
        own.resize(wards.wards.size(), 0);
        for (std::size_t i = 0; i < own.size(); ++i) {
            own[i] += figure.wards[i];
        }
    }
    // Every ward has a figure for every type in every month there is: none counted is none.
    std::set<std::string> types;
    std::set<Month> months;
    for (const auto& [key, own] : sums) {
        types.insert(key.first);
        months.insert(key.second);
    }
    for (std::size_t ward = 0; ward < wards.wards.size(); ++ward) {
        for (const auto& type : types) {
            for (const auto month : months) {
                std::vector<std::string> cells = {wards.wards[ward].code,
                                                  type.empty() ? "not stated" : type};
                for (const auto& name : m_steps) {
                    const auto step = *value_named(incidents::step_names, name);
                    cells.push_back(
                        incidents::period_label(incidents::period_start(month, step), step));
                }
                const auto own = sums.find({type, month});
                cells.push_back(std::to_string(own == sums.end() ? 0 : own->second[ward]));
                table.rows.push_back({table.rows.size() + 2, std::move(cells)});
            }
        }
    }
    findings.push_back({.severity = Severity::note,
                        .place = {table.file},
                        .found = account_of(count),
                        .reveals_figures = true});
    append(findings, count.findings);
    Step step = Step::month;
    for (const auto& name : m_steps) {
        step = std::max(step, *value_named(incidents::step_names, name));
    }
    for (auto& finding : incidents::caveats(count, wards, m_steps.empty() ? Step::all : step)) {
        finding.place.file = table.file;
        findings.push_back(std::move(finding));
    }
    return table;
}

} // namespace wardmap
