// SPDX-License-Identifier: MIT
// How wards are tested.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace wardmap::project {

/// How wards are tested.
struct HotspotSpec {
    enum class Correction { none, fdr, bonferroni };
    enum class Method { analytic, permutation };
    enum class Of { measure, count, smoothed }; // the values tested for neighbourhoods
    static constexpr std::array<std::pair<std::string_view, Correction>, 3> correction_names = {
        {{"none", Correction::none},
         {"fdr", Correction::fdr},
         {"bonferroni", Correction::bonferroni}}};
    static constexpr std::array<std::pair<std::string_view, Method>, 2> method_names = {
        {{"analytic", Method::analytic}, {"permutation", Method::permutation}}};
    static constexpr std::array<std::pair<std::string_view, Of>, 3> of_names = {
        {{"measure", Of::measure}, {"count", Of::count}, {"smoothed", Of::smoothed}}};
    bool on = true;
    Correction correction = Correction::fdr;
    double level = 0.05;
    Method method = Method::permutation;
    std::optional<Of> of; // default: smoothed if counts are small, else the measure
    std::optional<std::size_t> permutations; // permutation only; default: as many as are needed
    std::uint64_t seed = 1;                  // permutation only
};

} // namespace wardmap::project
