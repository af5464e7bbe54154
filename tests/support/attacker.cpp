// SPDX-License-Identifier: MIT
#include "support/attacker.h"

#include <algorithm>
#include <cmath>
#include <regex>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/csv.h"

namespace wardmap::testing {
namespace {

constexpr double endless = 1e12;

double number(std::string printed) {
    std::erase(printed, ',');
    return std::stod(printed);
}

/// Moves ends together; true if one moved. Figures are whole.
bool tighten(Known& known, double low, double high) {
    constexpr double slack = 1e-6;
    low = std::ceil(low - slack);
    high = std::floor(high + slack);
    const bool moves = low > known.low || high < known.high;
    known.low = std::max(known.low, low);
    known.high = std::min(known.high, high);
    return moves;
}

/// Tightens the terms of a sum, and the sum.
bool tighten_sum(const std::vector<Known*>& terms, Known& sum) {
    double low = 0;
    double high = 0;
    for (const auto* const term : terms) {
        low += term->low;
        high += term->high;
    }
    bool moves = tighten(sum, low, high);
    for (auto* const term : terms) {
        const bool moved =
            tighten(*term, sum.low - (high - term->high), sum.high - (low - term->low));
        moves = moves || moved;
    }
    return moves;
}

} // namespace

double Known::choices() const {
    return high >= endless ? endless : high - low + 1;
}

Attacker::Attacker(const Folder& folder, const Outside& outside)
    : m_parts(outside.parts), m_made_of(outside.made_of) {
    read_csv(folder.at("data/wards.csv"), outside);
    read_audit(folder.at("audit.json"), outside);
    for (const auto& id : m_ids) {
        for (const auto& [path, text] : folder) {
            if (path.starts_with("maps/" + id + ".")) read_words(id, text, outside);
        }
        const auto total = outside.totals.find(id);
        if (total != outside.totals.end()) {
            tighten(m_categories[id].total, total->second, total->second);
        }
    }
    find_elements();
}

void Attacker::read_csv(const std::string& csv, const Outside& outside) {
    const auto lines = csv_lines(csv);
    const auto& header = lines.front();
    const auto column = [&](const std::string& name) {
        return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) -
                                        header.begin());
    };
    for (const auto& name : header) {
        if (name.ends_with("_figure")) m_ids.push_back(name.substr(0, name.size() - 7));
    }
    for (std::size_t i = 1; i < lines.size(); ++i) {
        m_wards.push_back(lines[i][column("ward_name")]);
        m_codes.push_back(lines[i][column("ward_code")]);
    }
    const double half = outside.round_to / 2;
    for (const auto& id : m_ids) {
        auto& category = m_categories[id];
        const auto divided = outside.denominators.find(id);
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const auto cell = [&](const char* of) { return lines[i][column(id + of)]; };
            Known known{0, endless};
            const bool withheld = cell("_figure") == "[c]";
            if (withheld) known = {number(cell("_low")), number(cell("_high"))};
            if (!withheld && !cell("_figure").starts_with('[')) {
                const double figure = number(cell("_figure"));
                known = {std::max(0.0, figure - half), figure + half};
                if (half == 0) known = {figure, figure};
            }
            category.cells.push_back(known);
            category.published.push_back(known);
            category.withheld.push_back(withheld);
            if (!withheld) continue;
            // Nothing published may determine the figure.
            CHECK(cell("_value") == "[c]");
            CHECK(cell("_rank").empty());
            if (column(id + "_ratio") < header.size()) CHECK(cell("_ratio").empty());
            const auto range = cell("_range");
            const auto dash = range.find("–");
            if (range.empty() || divided != outside.denominators.end()) continue;
            const double low = number(range);
            const double high = dash == std::string::npos
                                    ? low
                                    : number(range.substr(dash + std::string("–").size()));
            tighten(category.cells.back(), low, high);
        }
    }
}

void Attacker::read_audit(const std::string& json, const Outside& outside) {
    const auto audit = nlohmann::json::parse(json);
    for (const auto& entry : audit["categories"]) {
        const auto id = entry["id"].get<std::string>();
        auto& category = m_categories[id];
        const auto& account = entry["account"];
        for (const auto& column : account["value_columns"]) {
            category.columns.push_back(account["file"].get<std::string>() + "|" +
                                       column.get<std::string>());
        }
        double known = 0;
        for (std::size_t i = 0; i < category.cells.size(); ++i) {
            if (!category.withheld[i]) known += category.cells[i].low;
        }
        // Sums in the audit are those of the published figures.
        if (outside.round_to == 0 && !category.columns.empty()) {
            CHECK(account["sum_before"].get<double>() == Approx(known));
            CHECK(account["sum_after"].get<double>() == Approx(known));
        }
        for (const auto& total : account["totals"]) {
            if (total["stated"].is_null()) continue;
            const double stated = total["stated"].get<double>();
            tighten(category.total, stated, stated);
        }
        for (const auto& total : account["totals"]) {
            for (const auto& left : total["narrowed"]) {
                INFO("the audit reports what is left of " << left);
                const auto at = std::find(m_codes.begin(), m_codes.end(), left["ward"]);
                REQUIRE(at != m_codes.end());
                const auto ward = static_cast<std::size_t>(at - m_codes.begin());
                CHECK(left["low"].get<double>() <= category.published[ward].low);
                CHECK(left["high"].get<double>() >= category.published[ward].high);
            }
        }
    }
}

/// "Testshire: 12.1 to 13.4" and "Three wards, A, B and C, hold between 35% and 36% of all".
void Attacker::read_words(const std::string& id, const std::string& text, const Outside& outside) {
    auto& category = m_categories[id];
    const std::string figure = R"(([0-9][0-9,]*(?:\.[0-9]+)?))";
    const std::regex area(outside.area + ": " + figure + "(?: to " + figure + ")?");
    std::smatch match;
    if (std::regex_search(text, match, area)) {
        const std::string low = match[1];
        const std::string high = match[2].matched ? match[2].str() : low;
        const auto point = low.find('.');
        const double half = 0.5 * std::pow(10, point == std::string::npos
                                                   ? 0
                                                   : -static_cast<double>(low.size() - point - 1));
        double times = 1;
        const auto divided = outside.denominators.find(id);
        if (divided != outside.denominators.end()) {
            times = 0;
            for (const double people : divided->second) {
                times += people / 1000;
            }
        }
        if (outside.round_to == 0) {
            tighten(category.total, (number(low) - half) * times, (number(high) + half) * times);
        }
    }
    static const std::regex hold("hold (?:between )?" + figure + "(?: and " + figure +
                                 ")?% of all");
    if (outside.round_to > 0 || !std::regex_search(text, match, hold)) return;
    const auto from = text.rfind(" wards, ", static_cast<std::size_t>(match.position()));
    if (from == std::string::npos) return;
    const auto names = text.substr(from, static_cast<std::size_t>(match.position()) - from);
    double sum = 0;
    for (std::size_t i = 0; i < m_wards.size(); ++i) {
        if (std::regex_search(names, std::regex("\\b" + m_wards[i] + "\\b"))) {
            sum += category.cells[i].low;
        }
    }
    const double low = number(match[1]);
    const double high = match[2].matched ? number(match[2]) : low;
    tighten(category.total, sum / ((high + 0.5) / 100),
            low > 0.5 ? sum / ((low - 0.5) / 100) : endless);
}

void Attacker::find_elements() {
    std::map<std::string, std::set<std::string>> added_by; // column -> categories
    for (const auto& [id, category] : m_categories) {
        for (const auto& column : category.columns) {
            added_by[column].insert(id);
        }
    }
    std::map<std::set<std::string>, std::vector<std::string>> columns;
    for (const auto& [column, by] : added_by) {
        columns[by].push_back(column);
    }
    for (const auto& [by, list] : columns) {
        m_elements.push_back(
            {{by.begin(), by.end()}, list, std::vector<Known>(m_wards.size(), Known{0, endless})});
    }
}

bool Attacker::tighten_elements() {
    bool moves = false;
    for (auto& [id, category] : m_categories) {
        if (category.columns.empty()) continue;
        for (std::size_t ward = 0; ward < m_wards.size(); ++ward) {
            std::vector<Known*> terms;
            for (auto& element : m_elements) {
                if (std::find(element.added_by.begin(), element.added_by.end(), id) !=
                    element.added_by.end()) {
                    terms.push_back(&element.wards[ward]);
                }
            }
            const bool moved = tighten_sum(terms, category.cells[ward]);
            moves = moves || moved;
        }
    }
    return moves;
}

bool Attacker::tighten_totals() {
    bool moves = false;
    for (auto& [id, category] : m_categories) {
        std::vector<Known*> terms;
        for (auto& cell : category.cells) {
            terms.push_back(&cell);
        }
        const bool moved = tighten_sum(terms, category.total);
        moves = moves || moved;
        for (const auto& part : m_parts[id]) {
            std::vector<Known*> some;
            for (const auto ward : part.wards) {
                some.push_back(&category.cells[ward]);
            }
            Known sum{part.sum, part.sum};
            const bool more = tighten_sum(some, sum);
            moves = moves || more;
        }
        // The whole minus its parts.
        if (m_parts[id].empty() || category.total.low < category.total.high) continue;
        std::set<std::size_t> covered;
        double rest = category.total.low;
        for (const auto& part : m_parts[id]) {
            covered.insert(part.wards.begin(), part.wards.end());
            rest -= part.sum;
        }
        std::vector<Known*> others;
        for (std::size_t ward = 0; ward < category.cells.size(); ++ward) {
            if (!covered.contains(ward)) others.push_back(&category.cells[ward]);
        }
        Known sum{rest, rest};
        const bool more = tighten_sum(others, sum);
        moves = moves || more;
    }
    return moves;
}

/// Categories that are sums of others.
bool Attacker::tighten_sums() {
    bool moves = false;
    for (const auto& [id, parts] : m_made_of) {
        for (std::size_t ward = 0; ward < m_wards.size(); ++ward) {
            std::vector<Known*> terms;
            for (const auto& part : parts) {
                terms.push_back(&m_categories.at(part).cells[ward]);
            }
            const bool moved = tighten_sum(terms, m_categories.at(id).cells[ward]);
            moves = moves || moved;
        }
    }
    return moves;
}

void Attacker::solve() {
    constexpr int most = 200;
    for (int round = 0; round < most; ++round) {
        const bool a = tighten_elements();
        const bool b = tighten_totals();
        const bool c = tighten_sums();
        if (!a && !b && !c) return;
    }
}

bool Attacker::is_withheld(const std::string& id, std::size_t ward) const {
    return m_categories.at(id).withheld[ward];
}

Known Attacker::published(const std::string& id, std::size_t ward) const {
    return m_categories.at(id).published[ward];
}

Known Attacker::left(const std::string& id, std::size_t ward) const {
    return m_categories.at(id).cells[ward];
}

} // namespace wardmap::testing
