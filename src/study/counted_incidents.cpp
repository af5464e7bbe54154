// SPDX-License-Identifier: MIT
#include "study/counted_incidents.h"

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/named_values.h"
#include "base/text.h"
#include "incidents/caveats.h"
#include "incidents/count.h"
#include "incidents/count_audit.h"
#include "incidents/count_table.h"
#include "incidents/periods.h"
#include "incidents/read_lookup.h"
#include "incidents/server_count.h"
#include "project/figures.h"

namespace wardmap {
namespace {

using incidents::Step;

/// What became of the rows, in one sentence. Wards after the first `area` surround the area.
std::string account_of(const incidents::Count& count, std::size_t area) {
    const auto totals = count.ward_totals();
    const auto around = std::accumulate(totals.begin() + static_cast<std::ptrdiff_t>(area),
                                        totals.end(), std::uint64_t{0});
    std::vector<std::string> parts;
    for (const auto& [name, fate] : incidents::fate_names) {
        auto n = incidents::at(count.rows, fate);
        if (fate == incidents::Fate::counted) n -= around;
        if (n == 0) continue;
        parts.push_back(fmt::format("{} {}", text::number(static_cast<double>(n), 0),
                                    incidents::fate_words(fate)));
    }
    if (around > 0) {
        parts.push_back(fmt::format("{} in the surrounding wards",
                                    text::number(static_cast<double>(around), 0)));
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

bool CountedIncidents::is_on_server() const {
    return incidents::is_on_server(m_spec.source);
}

std::vector<FilePath> CountedIncidents::sources() const {
    if (is_on_server()) return m_spec.source.files;
    try {
        return incidents::files_of(m_spec.source);
    } catch (const InputError&) {
        return {}; // counting says what is wrong
    }
}

std::vector<FilePath> CountedIncidents::files() const {
    auto files = is_on_server() ? std::vector<FilePath>() : sources();
    if (!m_spec.lookup.empty()) files.push_back(m_spec.lookup);
    return files;
}

incidents::Count CountedIncidents::count(const WardSet& wards) const {
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
    auto count = incidents::count_incidents(request, wards);
    if (m_steps.empty() || count.has_dates) return count;
    throw InputError(Finding{.severity = Severity::error,
                             .place = {m_spec.shown},
                             .found = "no column of the incidents holds dates, but a category has "
                                      "steps",
                             .expected = "a column of dates",
                             .help = fmt::format("[incidents.{}] date = \"...\"", m_spec.id)});
}

void CountedIncidents::add_rows(const incidents::Count& count, const WardSet& wards,
                                tables::Table& table) const {
    const auto months =
        incidents::count_table(count, wards, m_steps.empty() ? Step::all : Step::month);
    std::size_t figure = 0;
    for (const auto& ward : wards.wards) {
        for (const auto& type : months.types) {
            for (const auto& label : months.periods) {
                std::vector<std::string> cells = {ward.code, type};
                for (const auto& name : m_steps) {
                    const auto step = *value_named(incidents::step_names, name);
                    const auto month = *incidents::month_labelled(label);
                    cells.push_back(
                        incidents::period_label(incidents::period_start(month, step), step));
                }
                cells.push_back(std::to_string(months.incidents[figure++]));
                table.rows.push_back({table.rows.size() + 2, std::move(cells)});
            }
        }
    }
}

/// The longest of the steps: its periods may lack months.
Step CountedIncidents::longest_step() const {
    auto longest = Step::all;
    for (const auto& name : m_steps) {
        const auto step = *value_named(incidents::step_names, name);
        if (incidents::months_in(step) > incidents::months_in(longest)) longest = step;
    }
    return longest;
}

tables::Table CountedIncidents::table(const WardSet& wards, std::size_t area,
                                      Findings& findings) const {
    const auto count = this->count(wards);
    tables::Table table;
    table.file = m_spec.shown;
    table.encoding = "UTF-8";
    table.columns = {"ward_code", "type"};
    table.columns.insert(table.columns.end(), m_steps.begin(), m_steps.end());
    table.columns.emplace_back("incidents");
    add_rows(count, wards, table);
    findings.push_back({.severity = Severity::note,
                        .place = {table.file},
                        .found = account_of(count, area),
                        .reveals_figures = true});
    append(findings, count.findings);
    for (auto& finding : incidents::caveats(count, wards, longest_step())) {
        finding.place.file = table.file;
        findings.push_back(std::move(finding));
    }
    return table;
}

} // namespace wardmap
