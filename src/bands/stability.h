// SPDX-License-Identifier: MIT
// Small numbers: how likely a ward belongs to the same band, and how far its rank could move.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace wardmap::bands {

struct Banding;

/// What is known of one ward's true rate: a gamma distribution, per person.
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

/// Ranks of more wards than these are not drawn (rank_low and rank_high stay 0): what the ranks of
/// thousands may do is of use to nobody, and costs a sort for each draw.
inline constexpr std::size_t most_ranked = 2000;

/// `posteriors` has one for each ward that takes part, nothing for others; `per` turns a rate per
/// person into the measure that is banded. Ranks are those of `draws` draws from the posteriors,
/// each ward's from a random stream of its own. Bands reach down to 0 and up without end.
[[nodiscard]] std::vector<std::optional<Stability>>
stability(const Banding& banding, const std::vector<std::optional<GammaRate>>& posteriors,
          double per, std::size_t draws = 1000, std::uint64_t seed = 1);

} // namespace wardmap::bands
