// SPDX-License-Identifier: MIT
#include "incidents/tally.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/parallel.h"
#include "base/shown.h"
#include "base/text.h"

namespace wardmap::incidents {
namespace {

constexpr std::size_t most_examples = 5;

/// A type as UTF-8; older files are in Windows-1252.
std::string as_utf8(const std::string& text) {
    if (text::is_utf8(text)) return text;
    return text::to_utf8(text, "WINDOWS-1252").value_or("?");
}

} // namespace

std::uint32_t Tally::slot_of(const std::string& type, Month month, const FilePlan& plan) {
    const auto [type_at, is_new_type] =
        m_types.try_emplace(as_utf8(type), static_cast<std::uint32_t>(m_types.size()));
    if (m_types.size() > limits::incident_types) {
        const auto& name =
            plan.columns.type ? plan.columns.names[*plan.columns.type] : std::string();
        throw InputError(Finding{
            .severity = Severity::error,
            .place = {plan.shown_as},
            .found = fmt::format("column {} has more than {} different texts", text::quoted(name),
                                 text::number(static_cast<double>(limits::incident_types), 0)),
            .expected = "types of incidents, usually a few",
            .help = "--type-column with the column of types (in a project: type = \"...\")"});
    }
    const auto key = std::pair(type_at->second, month);
    const auto [at, is_new] =
        m_slot_numbers.try_emplace(key, static_cast<std::uint32_t>(m_slots.size()));
    if (!is_new) return at->second;
    m_slots.push_back({type_at->second, month, {}, {}});
    if (m_slots.size() * m_ward_count > limits::incident_figures) {
        throw InputError(Finding{
            .severity = Severity::error,
            .place = {plan.shown_as},
            .found =
                fmt::format("{} pairs of a type and a month, for {} wards, are more than can be "
                            "counted at once",
                            text::number(static_cast<double>(m_slots.size()), 0),
                            text::number(static_cast<double>(m_ward_count), 0)),
            .help = "count fewer months at a time (--from, --to) or fewer types (--type)"});
    }
    return at->second;
}

void Tally::add_rows(const PartRows& part, const std::vector<std::uint32_t>& slots,
                     FileAccount& file) {
    for (const auto& row : part.rows) {
        ++at(file.rows, row.fate);
        if (row.fate == Fate::malformed || row.fate == Fate::heading) continue;
        auto& slot = m_slots[slots[row.slot]];
        ++at(slot.rows, row.fate);
        if (row.fate != Fate::counted) continue;
        if (slot.wards.empty()) slot.wards.assign(m_ward_count, 0);
        ++slot.wards[static_cast<std::size_t>(row.ward)];
        if (row.near_border) ++m_near_border[static_cast<std::size_t>(row.ward)];
    }
}

void Tally::add(const std::vector<PartRows>& parts, const FilePlan& plan, FileAccount& file) {
    m_near_border.resize(m_ward_count, 0);
    std::vector<std::vector<std::uint32_t>> slots(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& part = parts[i];
        for (const auto& slot : part.slots) {
            slots[i].push_back(slot_of(part.types[slot.type], slot.month, plan));
        }
        add_rows(part, slots[i], file);
        file.blank_lines += part.blank_lines;
        for (const auto& [fate, lines] : part.examples) {
            auto& own = file.examples[fate];
            for (const auto line : lines) {
                if (own.size() < most_examples) own.push_back(line);
            }
        }
        for (const auto& [key, rows] : part.forces) {
            m_sums.forces[as_utf8(key.first)][key.second] += rows;
        }
        m_sums.outside_within_50_m += part.outside_within_50_m;
        m_sums.outside_within_1_km += part.outside_within_1_km;
        m_sums.on_border += part.on_border;
        m_sums.near_border += part.within_precision;
        m_sums.in_several += part.in_several;
        m_either_order += part.either_order;
        m_against_order += part.against_order;
    }
    parallel_for(id_parts + place_parts, m_request.threads, [&](std::size_t p) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (p < id_parts) {
                m_ids.add(p, parts[i].ids[p], slots[i]);
            } else {
                m_places.add(p - id_parts, parts[i].places[p - id_parts]);
            }
        }
    });
    m_ids.settle();
    m_places.settle();
}

void Tally::leave_out_repeats(Count& count) {
    m_ids.find([&](const IdRecord& record) {
        ++count.repeated_ids;
        if (m_request.repeats == Repeats::counted) return;
        auto& slot = m_slots[record.slot];
        --slot.wards[static_cast<std::size_t>(record.ward)];
        --at(slot.rows, Fate::counted);
        ++at(slot.rows, Fate::repeated);
    });
}

void Tally::finish(Count& count) {
    leave_out_repeats(count);
    count.outside_within_50_m = m_sums.outside_within_50_m;
    count.outside_within_1_km = m_sums.outside_within_1_km;
    count.on_border = m_sums.on_border;
    count.near_border = m_sums.near_border;
    count.in_several = m_sums.in_several;
    count.forces = std::move(m_sums.forces);

    std::vector<std::string> types(m_types.size());
    for (const auto& [type, number] : m_types) {
        types[number] = type;
    }
    std::map<std::string, Fates> by_type;
    for (const auto& slot : m_slots) {
        for (std::size_t fate = 0; fate < fates; ++fate) {
            by_type[types[slot.type]][fate] += slot.rows[fate];
        }
    }
    count.types.assign(by_type.begin(), by_type.end());
    for (const auto& [key, number] : m_slot_numbers) {
        auto& slot = m_slots[number];
        const auto asked_for = sum(slot.rows) - at(slot.rows, Fate::other_type) -
                               at(slot.rows, Fate::other_period) -
                               at(slot.rows, Fate::unreadable_date);
        if (asked_for == 0) continue;
        slot.wards.resize(m_ward_count, 0); // zeros if none is in a ward
        count.figures.push_back({types[slot.type], slot.month, std::move(slot.wards)});
    }
    std::sort(count.figures.begin(), count.figures.end(), [](const Figures& a, const Figures& b) {
        return std::pair(a.type, a.month) < std::pair(b.type, b.month);
    });

    m_near_border.resize(m_ward_count, 0);
    count.places_known = m_places.is_known();
    count.places = m_places.different();
    const auto busiest = m_places.busiest(m_ward_count);
    for (std::size_t i = 0; i < m_ward_count; ++i) {
        count.wards.push_back({m_near_border[i], busiest[i]});
    }
    if (m_against_order > 0) {
        count.findings.push_back(Finding{
            .severity = Severity::warning,
            .found =
                fmt::format("{} can only be read in the other order than the rest of their file "
                            "(03/25/2014 among 25/03/2014)",
                            text::with_count(m_against_order, "date")),
            .help = m_either_order > 0
                        ? fmt::format("{} more could be either: check how the file was put "
                                      "together",
                                      text::number(static_cast<double>(m_either_order), 0))
                        : ""});
    }
}

} // namespace wardmap::incidents
