// SPDX-License-Identifier: MIT
#include "incidents/count_audit.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/named_values.h"
#include "base/text.h"
#include "wards/ward.h"

namespace wardmap::incidents {
namespace {

std::string whole(std::uint64_t n) {
    return text::number(static_cast<double>(n), 0);
}

void append_rows(std::string& out, const Count& count, const CountTable& table) {
    const auto all = sum(count.rows);
    out += fmt::format("{:<42}{:>14}\n", "Rows read", whole(all));
    std::vector<std::string> parts;
    for (const auto& [name, fate] : fate_names) {
        const auto n = at(count.rows, fate);
        if (n == 0 && fate != Fate::counted) continue;
        out += fmt::format("  {:<40}{:>14}\n", fate_words(fate), whole(n));
        parts.push_back(whole(n));
    }
    out += fmt::format("Sums: {} = {}; the table adds up to {}\n", text::join(parts, " + "),
                       whole(all), whole(table.sum));
}

void append_types(std::string& out, const Count& count) {
    if (!count.has_types) return;
    out += fmt::format("\n{:<42}{:>14}{:>14}{:>14}\n", "Type", "rows", "counted", "not counted");
    for (const auto& [type, rows] : count.types) {
        const auto all = sum(rows);
        const auto counted = at(rows, Fate::counted);
        const auto name = type.empty() ? std::string("not stated") : type;
        const auto pad = 42 - std::min<std::size_t>(42, text::length(name));
        out += fmt::format("{}{}{:>14}{:>14}{:>14}\n", name, std::string(pad, ' '), whole(all),
                           whole(counted), whole(all - counted));
    }
}

void append_files(std::string& out, const Count& count) {
    out += "\nFiles\n";
    for (const auto& file : count.files) {
        out += fmt::format("  {}: {} rows; {}", file.file, whole(sum(file.rows)), file.place);
        if (file.precision_m > 0) {
            out += fmt::format(", to {} m",
                               text::number(file.precision_m, file.precision_m < 1 ? 2 : 0));
        }
        out += '\n';
        for (const auto& [fate, lines] : file.examples) {
            if (fate == Fate::other_type || fate == Fate::other_period) continue;
            std::vector<std::string> numbers;
            for (const auto line : lines) {
                numbers.push_back(std::to_string(line));
            }
            const bool more = at(file.rows, fate) > lines.size();
            out += fmt::format("    {}: {} {}{}\n", fate_words(fate),
                               lines.size() == 1 && !more ? "line" : "lines",
                               text::join(numbers, ", "), more ? ", ..." : "");
        }
        if (file.blank_lines > 0) {
            out += fmt::format("    blank lines: {}\n", whole(file.blank_lines));
        }
    }
    if (count.transform_difference_m > 0) {
        out += "  Coordinates are transformed by polynomials that differ from PROJ by less than "
               "1 mm\n";
    }
}

nlohmann::ordered_json fates_json(const Fates& rows) {
    nlohmann::ordered_json json;
    for (const auto& [name, fate] : fate_names) {
        json[std::string(name)] = at(rows, fate);
    }
    return json;
}

} // namespace

std::string_view fate_words(Fate fate) {
    switch (fate) {
    case Fate::counted:
        return "counted";
    case Fate::other_type:
        return "of a type not requested";
    case Fate::other_period:
        return "of a month not requested";
    case Fate::unreadable_date:
        return "without a date that can be read";
    case Fate::without_place:
        return "without a location";
    case Fate::unreadable_place:
        return "with coordinates that cannot be read";
    case Fate::unknown_area:
        return "with the code of an area not in a ward";
    case Fate::outside:
        return "outside all wards";
    case Fate::repeated:
        return "with the id of an earlier row";
    case Fate::malformed:
        return "with too few or too many cells";
    case Fate::heading:
        return "a repeated header";
    }
    return {};
}

std::string audit_text(const Count& count, const CountTable& table, const WardSet& wards,
                       const Findings& findings) {
    std::string out = fmt::format("Incidents counted into {} of {}\n\n",
                                  text::with_count(wards.wards.size(), "ward"), wards.source);
    append_rows(out, count, table);
    append_types(out, count);
    append_files(out, count);
    if (!findings.empty()) out += "\nWhat to know\n";
    for (const auto& finding : findings) {
        out += "  " + to_text(finding) + "\n";
    }
    return out;
}

std::string audit_json(const Count& count, const CountTable& table, const WardSet& wards,
                       const Findings& findings) {
    nlohmann::ordered_json json;
    json["rows"] = sum(count.rows);
    json["fates"] = fates_json(count.rows);
    json["table_sum"] = table.sum;
    json["outside"] = {{"within_50_m", count.outside_within_50_m},
                       {"within_1_km", count.outside_within_1_km}};
    json["on_border"] = count.on_border;
    json["border_within_precision"] = count.near_border;
    json["in_several_wards"] = count.in_several;
    json["repeated_ids"] = count.repeated_ids;
    json["types"] = nlohmann::ordered_json::array();
    for (const auto& [type, rows] : count.types) {
        json["types"].push_back({{"type", type}, {"rows", fates_json(rows)}});
    }
    json["files"] = nlohmann::ordered_json::array();
    for (const auto& file : count.files) {
        json["files"].push_back({{"file", file.file},
                                 {"rows", sum(file.rows)},
                                 {"place", file.place},
                                 {"precision_m", file.precision_m}});
    }
    const auto totals = count.ward_totals();
    json["wards"] = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < totals.size(); ++i) {
        nlohmann::ordered_json ward = {
            {"code", wards.wards[i].code}, {"name", wards.wards[i].name}, {"incidents", totals[i]}};
        if (count.has_points) {
            ward["within_50_m_of_border"] = count.wards[i].near_border;
            if (count.places_known) ward["on_busiest_place"] = count.wards[i].on_busiest_place;
        }
        json["wards"].push_back(std::move(ward));
    }
    json["findings"] = nlohmann::ordered_json::array();
    for (const auto& finding : findings) {
        json["findings"].push_back({{"severity", to_text(finding.severity)},
                                    {"file", finding.place.file},
                                    {"found", finding.found},
                                    {"help", finding.help}});
    }
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace wardmap::incidents
