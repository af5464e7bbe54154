// SPDX-License-Identifier: MIT
#include "join/other_rows.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/pattern.h"
#include "join/fold_name.h"

namespace wardmap::join {

bool is_total(const std::string& key, const std::string& area) {
    constexpr std::array<std::string_view, 14> words = {
        "total",   "grand total",   "all wards",      "all",       "all districts",
        "borough", "borough total", "district total", "county",    "county total",
        "sum",     "totals",        "overall",        "area total"};
    const auto folded = fold_name(key);
    if (folded.empty()) return false;
    if (std::find(words.begin(), words.end(), folded) != words.end()) return true;
    static const Pattern district(R"(\d{2}[A-Z]{2})");
    if (district.fits(key)) return true;
    const auto whole = fold_name(area);
    return !whole.empty() && (folded == whole || folded == whole + " total" ||
                              folded == "total " + whole || folded == whole + " borough");
}

bool is_part_total(const std::string& key) {
    static const Pattern word(R"((.* )?(sub ?totals?|totals?)( .*)?)");
    return word.fits(fold_name(key));
}

bool is_other_area(const std::string& key) {
    constexpr std::array<std::string_view, 11> words = {
        "unknown",         "not known",       "nfa",          "no fixed abode", "missing",
        "missing unknown", "unknown missing", "outside area", "out of area",    "other",
        "not stated"};
    const auto folded = fold_name(key);
    return std::find(words.begin(), words.end(), folded) != words.end();
}

} // namespace wardmap::join
