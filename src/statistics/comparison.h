// SPDX-License-Identifier: MIT
// Question 1: is a ward's value higher or lower than a reference value, by its own limits?
#pragma once

#include "statistics/intervals.h"

namespace wardmap::statistics {

/// As in public health profiles (PHE, "Technical guide: confidence intervals"; Fingertips): a value
/// whose 95% limits contain the reference is similar; one whose 99.8% limits also exclude it is
/// much higher or much lower. Not corrected for the number of wards: of n wards that are all like
/// the reference about n / 20 are reported as higher or lower by chance.
enum class Comparison { much_lower, lower, similar, higher, much_higher };

/// Both pairs of limits of one value, in the unit of the reference.
struct Limits {
    Interval at_95;
    Interval at_998;
    bool operator==(const Limits&) const = default;
};

/// Of a mean count (events): exact under 10, else Byar. Precondition: count >= 0.
[[nodiscard]] Limits limits_of_count(double count);

/// Of a rate: those of its count, times per / denominator. Preconditions: count >= 0,
/// denominator > 0, per > 0.
[[nodiscard]] Limits limits_of_rate(double count, double denominator, double per);

/// Of an index (observed over expected, 100 = as expected; an SMR): a rate of the expected count
/// per 100. Preconditions: observed >= 0, expected > 0.
[[nodiscard]] Limits limits_of_index(double observed, double expected);

/// Of a share, between 0 and 1: Wilson. Preconditions: 0 <= count <= of, of > 0.
[[nodiscard]] Limits limits_of_share(double count, double of);

/// A limit that equals the reference does not exclude it. The 99.8% limits are taken to contain the
/// 95% ones.
[[nodiscard]] Comparison compare(double reference, const Limits& limits);

} // namespace wardmap::statistics
