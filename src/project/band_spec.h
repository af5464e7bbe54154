// SPDX-License-Identifier: MIT
// Which bands a category is to have.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_path.h"

namespace wardmap::project {

enum class Scheme {
    natural,
    quantile,
    equal,
    fixed,
    deviation, // standard deviations from the mean
    pretty,    // round steps
    box,
    head_tail,
    geometric,
    maximum, // the widest gaps
    percentile,
    deciles, // by rank, 1 = the first
    quintiles,
};

inline constexpr std::array<std::pair<std::string_view, Scheme>, 13> scheme_names = {{
    {"natural", Scheme::natural},
    {"quantile", Scheme::quantile},
    {"equal", Scheme::equal},
    {"fixed", Scheme::fixed},
    {"deviation", Scheme::deviation},
    {"pretty", Scheme::pretty},
    {"box", Scheme::box},
    {"head-tail", Scheme::head_tail},
    {"geometric", Scheme::geometric},
    {"maximum", Scheme::maximum},
    {"percentile", Scheme::percentile},
    {"deciles", Scheme::deciles},
    {"quintiles", Scheme::quintiles},
}};

struct BandSpec {
    Scheme scheme = Scheme::natural;
    int count = 5;                    // 2 to 9, for schemes that do not make their own number
    std::vector<double> breaks;       // fixed only: ends of all bands, rising; count + 1 of them
    bool open_ended = false;          // fixed only: the end bands reach on to figures beyond
    std::vector<std::string> labels;  // words for the bands, lowest first; empty or one per band
    bool zero_apart = false;          // wards with 0 in a band of their own, one of `count`
    double hinge = 1.5;               // box only: 1.5 or 3
    std::optional<double> rank_total; // deciles and quintiles of a rank: how many were ranked
    std::string rank_one_means;       // deciles and quintiles: what 1 means, "most deprived"
    std::string same_as;              // id of the category whose bands these are; else empty
    std::vector<std::string> pooled_with; // ids whose figures the scheme sees besides its own
    FilePath frozen;                      // file that keeps the bands; else empty
};

/// Bands that a scheme has whatever the figures are (6 of a box map); nothing if `count` says how
/// many, or the figures or breaks decide.
[[nodiscard]] std::optional<int> own_count(Scheme scheme);
[[nodiscard]] bool takes_count(Scheme scheme);

/// Deciles and quintiles.
[[nodiscard]] bool is_by_rank(Scheme scheme);

/// Whether a scheme looks at the order of the figures only, so that ranks may be banded by it.
[[nodiscard]] bool only_orders(Scheme scheme);

} // namespace wardmap::project
