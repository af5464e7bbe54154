// SPDX-License-Identifier: MIT
#include "words/legend_check.h"

#include <stdexcept>
#include <string_view>

#include <fmt/format.h>

#include "bands/banding.h"
#include "base/error.h"
#include "base/text.h"
#include "study/category_result.h"
#include "tables/cell.h"

namespace wardmap::words {
namespace {

double read_number(std::string_view printed) {
    std::string digits;
    constexpr std::string_view minus = "\u2212";
    while (!printed.empty()) {
        if (printed.starts_with(minus)) {
            digits += '-';
            printed.remove_prefix(minus.size());
            continue;
        }
        if (printed.front() != ',') digits += printed.front();
        printed.remove_prefix(1);
    }
    const auto value = text::parse_number(digits);
    if (!value) throw std::invalid_argument("not a printed number: " + digits);
    return *value;
}

bool is_within(const PrintedRange& range, double printed_figure) {
    return printed_figure >= range.low && printed_figure <= range.high;
}

} // namespace

PrintedRange parse_range(const std::string& range) {
    for (const std::string_view between : {std::string_view(" to "), std::string_view("–")}) {
        const auto at = range.find(between);
        if (at == std::string::npos) continue;
        return {read_number(std::string_view(range).substr(0, at)),
                read_number(std::string_view(range).substr(at + between.size()))};
    }
    const double only = read_number(range);
    return {only, only};
}

void check_legend(const CategoryResult& category) {
    check_legend(category.values, category.banding, category.spec.id);
}

void check_legend(const std::vector<Cell>& values, const bands::Banding& banding,
                  const std::string& id) {
    std::vector<PrintedRange> ranges;
    for (const auto& band : banding.bands) {
        ranges.push_back(parse_range(band.range));
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].is_known()) continue;
        const double printed = read_number(text::number(values[i].value(), banding.decimals));
        for (std::size_t k = 0; k < ranges.size(); ++k) {
            const bool own = banding.band_of[i] == k;
            if (is_within(ranges[k], printed) == own) continue;
            throw InputError(Finding{
                .severity = Severity::error,
                .found = fmt::format(
                    "{}: the legend would be wrong: the figure {} is drawn in another band "
                    "than the range {} says",
                    id, text::number(printed, banding.decimals),
                    text::quoted(banding.bands[k].range)),
                .expected = "ranges that put every area in its own band",
                .help = "print more decimals: decimals = " + std::to_string(banding.decimals + 1)});
        }
    }
}

} // namespace wardmap::words
