// SPDX-License-Identifier: MIT
// Small numbers: how likely a ward is to stay in its band, and how far its rank could move.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace wardmap::bands {

struct Banding;

/// The posterior of one ward's true rate: a gamma distribution, per person.
struct GammaRate {
    double shape = 0;
    double rate = 0;
};

struct Stability {
    double probability = 1; // that the true rate is in the ward's own band
    std::size_t rank_low = 0;
    std::size_t rank_high = 0; // 95% interval of its rank, 1 = highest rate
    [[nodiscard]] bool is_stable() const { return probability >= 0.8; }
};

/// With more wards than this, ranks are not simulated (rank_low and rank_high stay 0): the ranks of
/// thousands of wards are of no use, and cost a sort for each draw.
inline constexpr std::size_t most_ranked = 2000;

/// `posteriors` has one for each ward included, nothing for others; `per` converts a rate per
/// person to the banded measure. Ranks are those of `draws` draws from the posteriors, each ward
/// with its own random stream. The end bands extend to 0 and to infinity.
[[nodiscard]] std::vector<std::optional<Stability>>
stability(const Banding& banding, const std::vector<std::optional<GammaRate>>& posteriors,
          double per, std::size_t draws = 1000, std::uint64_t seed = 1);

} // namespace wardmap::bands
