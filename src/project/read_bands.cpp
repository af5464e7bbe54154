// SPDX-License-Identifier: MIT
#include "project/read_bands.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "project/keys.h"

namespace wardmap::project {
namespace {

bool by_rank(Scheme scheme) {
    return scheme == Scheme::deciles || scheme == Scheme::quintiles;
}

/// Whether a scheme looks at the order of the figures only, so that ranks may be banded by it.
bool only_orders(Scheme scheme) {
    return scheme == Scheme::quantile || scheme == Scheme::fixed || scheme == Scheme::percentile ||
           by_rank(scheme);
}

void check_breaks(TomlReader& reader, const toml::table& table, BandSpec& bands) {
    const auto* const node = table.get("breaks");
    if (bands.scheme != Scheme::fixed) {
        reader.fault(*node, "breaks are given, but the scheme finds its own",
                     "scheme = \"fixed\", or no breaks");
        return;
    }
    const bool rising =
        std::adjacent_find(bands.breaks.begin(), bands.breaks.end(),
                           [](double a, double b) { return a >= b; }) == bands.breaks.end();
    if (!rising) reader.fault(*node, "the breaks do not rise", "each break above the one before");
    if (bands.breaks.size() < 3 || bands.breaks.size() > 10) {
        reader.fault(*node, fmt::format("{} breaks give no 2 to 9 bands", bands.breaks.size()),
                     "one break more than bands: breaks = [0, 10, 20]");
    }
}

void read_scheme(TomlReader& reader, const toml::table& table, bool is_rank, BandSpec& bands) {
    const auto breaks = reader.numbers(table, "breaks");
    if (breaks && !table.contains("scheme")) bands.scheme = Scheme::fixed;
    if (const auto at = reader.word(table, "scheme", scheme_words())) {
        bands.scheme = static_cast<Scheme>(*at);
    }
    if (is_rank && !only_orders(bands.scheme)) {
        const auto& word = scheme_words()[static_cast<std::size_t>(bands.scheme)];
        reader.fault(table,
                     fmt::format("ranks are not quantities: {} bands mean nothing for them", word),
                     "scheme = \"quantile\", \"percentile\", \"deciles\" or \"quintiles\", or "
                     "fixed breaks");
    }
    if (breaks) {
        bands.breaks = *breaks;
        check_breaks(reader, table, bands);
        bands.count = static_cast<int>(bands.breaks.size()) - 1;
    } else if (bands.scheme == Scheme::fixed) {
        reader.fault(table, "fixed bands without breaks", "breaks = [0, 10, 20]");
    }
    if (const auto own = own_count(bands.scheme)) bands.count = *own;
}

void read_zero(TomlReader& reader, const toml::table& table, bool is_rank, BandSpec& bands) {
    const auto zero = reader.word(table, "zero", {"together", "apart"});
    if (zero != 1) return;
    if (is_rank || by_rank(bands.scheme)) {
        reader.fault(*table.get("zero"), "bands by rank have no place for 0 apart",
                     "zero = \"together\", or another scheme");
        return;
    }
    bands.zero_apart = true;
    if (!takes_count(bands.scheme)) ++bands.count;
}

void read_count(TomlReader& reader, const toml::table& table, BandSpec& bands) {
    const auto count = reader.whole(table, "count");
    if (!count) return;
    const auto& node = *table.get("count");
    if (*count < 2 || *count > 9) {
        reader.fault(node, fmt::format("{} bands", *count), "2 to 9 bands");
    } else if (bands.scheme == Scheme::fixed) {
        if (*count == bands.count) return;
        reader.fault(node,
                     fmt::format("count = {}, but the breaks make {} bands", *count, bands.count),
                     "leave count out");
    } else if (!takes_count(bands.scheme)) {
        const auto& word = scheme_words()[static_cast<std::size_t>(bands.scheme)];
        reader.fault(node,
                     fmt::format("scheme {} makes its own number of bands", text::quoted(word)),
                     "leave count out");
    } else {
        bands.count = *count;
    }
}

void read_hinge(TomlReader& reader, const toml::table& table, BandSpec& bands) {
    const auto hinge = reader.number(table, "hinge");
    if (!hinge) return;
    if (bands.scheme != Scheme::box) {
        reader.fault(*table.get("hinge"), "hinge is given, but the scheme is no box map",
                     "scheme = \"box\", or no hinge");
    } else if (*hinge != 1.5 && *hinge != 3) {
        reader.fault(*table.get("hinge"), fmt::format("a hinge of {}", text::exact(*hinge)),
                     "hinge = 1.5 or 3.0");
    } else {
        bands.hinge = *hinge;
    }
}

void read_labels(TomlReader& reader, const toml::table& table, BandSpec& bands) {
    auto labels = reader.texts(table, "labels");
    if (!labels) return;
    const auto& node = *table.get("labels");
    if (bands.scheme == Scheme::head_tail || bands.scheme == Scheme::pretty) {
        reader.fault(node, "labels are given, but the figures decide how many bands there are",
                     "no labels, or a scheme with a count");
    } else if (labels->size() != static_cast<std::size_t>(bands.count)) {
        reader.fault(
            node,
            fmt::format("{} for {} bands", text::counted(labels->size(), "label"), bands.count),
            bands.zero_apart ? "one label for each band, that of 0 first, then lowest first"
                             : "one label for each band, lowest first");
    }
    bands.labels = std::move(*labels);
}

} // namespace

const std::vector<std::string>& scheme_words() {
    static const std::vector<std::string> words = {
        "natural",   "quantile",  "equal",   "fixed",      "deviation", "pretty",   "box",
        "head-tail", "geometric", "maximum", "percentile", "deciles",   "quintiles"};
    return words;
}

std::optional<int> own_count(Scheme scheme) {
    switch (scheme) {
    case Scheme::deviation:
    case Scheme::box:
    case Scheme::percentile:
        return 6;
    case Scheme::deciles:
        return 10;
    case Scheme::quintiles:
        return 5;
    default:
        return std::nullopt;
    }
}

bool takes_count(Scheme scheme) {
    return !own_count(scheme) && scheme != Scheme::fixed && scheme != Scheme::head_tail;
}

BandSpec read_bands(TomlReader& reader, const toml::table& table, const Category& category) {
    BandSpec bands;
    const bool is_rank = category.measure == MeasureKind::rank;
    if (is_rank) bands.scheme = Scheme::quantile;
    bands.ranked = category.of;
    bands.first = category.rank_meaning;
    const auto* const own = reader.table(table, "bands");
    if (own == nullptr) return bands;
    reader.refuse_unknown(*own, ProjectKeys().bands, "bands");
    read_scheme(reader, *own, is_rank, bands);
    read_zero(reader, *own, is_rank, bands);
    read_count(reader, *own, bands);
    read_hinge(reader, *own, bands);
    read_labels(reader, *own, bands);
    return bands;
}

} // namespace wardmap::project
