// SPDX-License-Identifier: MIT
#include "incidents/count_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string_view>

#include "base/interrupt.h"
#include "wards/ward.h"

namespace wardmap::incidents {
namespace {

std::string as_cell(std::string_view text) {
    const bool formula =
        !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
    if (!formula && text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string cell = formula ? "\"'" : "\"";
    for (const char c : text) {
        cell += c;
        if (c == '"') cell += '"';
    }
    return cell + '"';
}

template <typename Values, typename Value>
std::size_t index_of(const Values& values, const Value& value) {
    return static_cast<std::size_t>(
        std::distance(values.begin(), std::find(values.begin(), values.end(), value)));
}

} // namespace

CountTable count_table(const Count& count, const WardSet& wards, Step step) {
    CountTable table;
    table.has_types = count.has_types;
    table.has_periods = count.has_dates && step != Step::all;
    const auto start_of = [&](const Figures& figure) {
        return table.has_periods ? period_start(figure.month, step) : 0;
    };
    std::set<std::string> types;
    std::set<Month> starts;
    for (const auto& figure : count.figures) {
        types.insert(figure.type);
        starts.insert(start_of(figure));
    }
    const auto stride = types.size() * starts.size();
    table.incidents.assign(wards.wards.size() * stride, 0);
    for (const auto& figure : count.figures) {
        const auto column =
            index_of(types, figure.type) * starts.size() + index_of(starts, start_of(figure));
        for (std::size_t ward = 0; ward < figure.wards.size(); ++ward) {
            table.incidents[ward * stride + column] += figure.wards[ward];
            table.sum += figure.wards[ward];
        }
    }
    for (const auto& type : types) {
        table.types.push_back(type.empty() && table.has_types ? "not stated" : type);
    }
    for (const auto start : starts) {
        table.periods.push_back(table.has_periods ? period_label(start, step) : "");
    }
    return table;
}

std::string to_csv(const CountTable& table, const WardSet& wards) {
    std::string csv = "ward_code,ward_name";
    if (table.has_types) csv += ",type";
    if (table.has_periods) csv += ",period";
    csv += ",incidents\n";
    std::vector<std::string> types;
    for (const auto& type : table.types) {
        types.push_back(table.has_types ? as_cell(type) + ',' : "");
    }
    std::size_t figure = 0;
    for (const auto& ward : wards.wards) {
        stop_if_interrupted();
        const auto place = as_cell(ward.code) + ',' + as_cell(ward.name) + ',';
        for (const auto& type : types) {
            for (const auto& period : table.periods) {
                csv += place;
                csv += type;
                if (table.has_periods) csv.append(period).push_back(',');
                std::array<char, 24> digits{};
                const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                               table.incidents[figure++])
                                     .ptr;
                csv.append(digits.data(), end);
                csv += '\n';
            }
        }
    }
    return csv;
}

} // namespace wardmap::incidents
