// SPDX-License-Identifier: MIT
// The bands requested for a category.
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
    deciles, // by rank, 1 = first
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
    int count = 5;                    // 2 to 9, for schemes without a fixed number
    std::vector<double> breaks;       // fixed only: ends of all bands, ascending; count + 1 of them
    bool open_ended = false;          // fixed only: the end bands are extended to figures beyond
    std::vector<std::string> labels;  // words for the bands, lowest first; empty or one per band
    bool zero_apart = false;          // wards with 0 in a separate band, one of `count`
    double hinge = 1.5;               // box only: 1.5 or 3
    std::optional<double> rank_total; // deciles and quintiles of a rank: how many were ranked
    std::string rank_one_means;       // deciles and quintiles: what 1 means, "most deprived"
    std::string same_as;              // id of the category whose bands are used; else empty
    std::vector<std::string> pooled_with; // ids of categories whose figures the scheme also uses
    FilePath frozen;                      // file with the bands; else empty
};

/// The fixed number of bands of a scheme (6 for a box map); nothing if `count`, the figures or the
/// breaks decide.
[[nodiscard]] std::optional<int> own_count(Scheme scheme);
[[nodiscard]] bool takes_count(Scheme scheme);

/// Deciles and quintiles.
[[nodiscard]] bool is_by_rank(Scheme scheme);

/// Whether a scheme uses only the order of the figures, so that it can band ranks.
[[nodiscard]] bool only_orders(Scheme scheme);

} // namespace wardmap::project
