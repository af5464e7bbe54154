// SPDX-License-Identifier: MIT
#include "join/double_counting.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "base/shown.h"
#include "base/text.h"
#include "tables/period.h"

namespace wardmap::join {
namespace {

constexpr std::size_t most_texts = 40; // of a breakdown

/// Figures by ward, then by text in the column.
using Sums = std::map<std::size_t, std::map<std::string, double>>;

bool is_total_word(const std::string& text) {
    const auto folded = text::is_utf8(text) ? text::fold_case(text::trimmed(text)) : text;
    return folded.starts_with("all") || folded.starts_with("total") || folded.ends_with("total") ||
           folded == "persons" || folded == "people" || folded == "both" || folded == "both sexes";
}

/// Whether the text's figure is the sum of the others in every ward.
bool is_whole(const std::string& text, const Sums& sums) {
    std::size_t wards = 0;
    double whole = 0;
    for (const auto& [ward, by_text] : sums) {
        double others = 0;
        for (const auto& [other, figure] : by_text) {
            if (other != text) others += figure;
        }
        const auto own = by_text.find(text);
        constexpr double rounding = 1e-6;
        if (own == by_text.end() || std::abs(own->second - others) > rounding) return false;
        ++wards;
        whole += own->second;
    }
    const std::size_t fewest = is_total_word(text) ? 2 : 4;
    return wards >= fewest && whole > 0;
}

/// Whether a column holds periods, one of which may equal the sum of the others by chance.
bool are_periods(const std::map<std::string, std::size_t>& texts) {
    std::vector<std::string> labels;
    for (const auto& [text, count] : texts) {
        labels.push_back(text);
    }
    return std::holds_alternative<std::vector<tables::Period>>(tables::read_periods(labels, ""));
}

} // namespace

std::optional<Finding> double_counting(const std::vector<AddedRow>& rows,
                                       const tables::Table& table,
                                       const std::vector<std::size_t>& taken) {
    std::set<std::size_t> withheld; // wards with figures that are not known
    for (const auto& added : rows) {
        if (!added.figure.is_known()) withheld.insert(added.ward);
    }
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (std::find(taken.begin(), taken.end(), c) != taken.end()) continue;
        Sums sums;
        std::map<std::string, std::size_t> texts;
        for (const auto& added : rows) {
            const auto& text = added.row->cells[c];
            if (++texts[text]; texts.size() > most_texts) break;
            if (!withheld.contains(added.ward)) {
                sums[added.ward][text] += added.figure.value();
            }
        }
        if (texts.size() < 2 || texts.size() > most_texts || are_periods(texts)) continue;
        for (const auto& [text, count] : texts) {
            // With two texts of the same figures, only a word for a total identifies the whole.
            const bool clear = texts.size() > 2 || is_total_word(text);
            if (text.empty() || !clear || !is_whole(text, sums)) continue;
            return Finding{
                .severity = Severity::error,
                .place = table.at(table.header_line, c),
                .found =
                    fmt::format("the rows with {} = {} are the sum of the others in all {} "
                                "areas: added up, everything counts twice",
                                text::quoted(table.columns[c]), text::quoted(text), sums.size()),
                .expected = "rows of which none is the sum of others",
                .help = fmt::format("where = {{ \"{}\" = \"{}\" }}", table.columns[c], text)};
        }
    }
    return std::nullopt;
}

} // namespace wardmap::join
