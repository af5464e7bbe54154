// SPDX-License-Identifier: MIT
#include "disclosure/linked_counts.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace wardmap::disclosure {
namespace {

constexpr std::size_t most_figures = 7; // up to which every combination is guarded
constexpr std::size_t most_atoms = 6;
constexpr std::size_t most_guarded = 40;

/// Whether integer atoms can produce every set of integer figures that the figures' own equations
/// allow (not if, say, the sum of three figures is always even). By integer elimination, as for the
/// Smith normal form, whose divisors must all be 1.
bool can_be_any_whole_figures(std::vector<Sum> rows) {
    while (!rows.empty()) {
        // The smallest non-zero entry divides all others in its row and column, or leaves
        // remainders.
        std::size_t pivot_row = 0;
        std::size_t pivot = 0;
        double least = 0;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            for (std::size_t c = 0; c < rows[r].size(); ++c) {
                const double size = std::abs(rows[r][c]);
                if (size == 0 || (least > 0 && size >= least)) continue;
                least = size;
                pivot_row = r;
                pivot = c;
            }
        }
        if (least == 0) return true;
        if (least > 1) return false; // every remaining entry would have to be checked; rare
        const Sum row = rows[pivot_row];
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(pivot_row));
        for (auto& other : rows) {
            const double times = other[pivot] / row[pivot];
            for (std::size_t c = 0; c < other.size(); ++c) {
                other[c] -= times * row[c];
            }
        }
    }
    return true;
}

Sum minus(const Sum& a, const Sum& b) {
    Sum rest = a;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        rest[i] -= b[i];
    }
    return rest;
}

/// Whether the sum counts something twice: a whole and a part of it.
bool counts_twice(const Sum& sum, const std::vector<Sum>& rests) {
    return std::any_of(rests.begin(), rests.end(), [&](const Sum& rest) {
        const auto has = [&](double sign) {
            for (std::size_t a = 0; a < sum.size(); ++a) {
                if (sum[a] > 0 && rest[a] * sign > 0) return true;
            }
            return false;
        };
        return has(1) && has(-1);
    });
}

/// Every set of atoms that follows from the figures by addition and subtraction.
void add_combinations(const LinkedCounts& counts, std::set<Sum>& guarded) {
    std::set<Sum> sums = {Sum(counts.atoms, 0.0)};
    for (const auto& figure : counts.figures) {
        auto more = sums;
        for (const auto& sum : sums) {
            more.insert(minus(sum, figure));
            more.insert(minus(figure, minus(Sum(counts.atoms, 0.0), sum)));
        }
        sums = std::move(more);
    }
    for (const auto& sum : sums) {
        const bool is_set =
            std::all_of(sum.begin(), sum.end(), [](double c) { return c == 0 || c == 1; });
        const bool is_some = std::any_of(sum.begin(), sum.end(), [](double c) { return c == 1; });
        if (is_set && is_some && !counts_twice(sum, counts.rests)) guarded.insert(sum);
    }
}

} // namespace

bool LinkedCounts::is_public(std::size_t figure) const {
    return std::find(public_figures.begin(), public_figures.end(), figure) != public_figures.end();
}

double value_of(const Sum& sum, const std::vector<double>& atoms) {
    return std::inner_product(sum.begin(), sum.end(), atoms.begin(), 0.0);
}

bool holds(const Sum& whole, const Sum& part) {
    return std::equal(whole.begin(), whole.end(), part.begin(), std::greater_equal<>());
}

void find_guarded(LinkedCounts& counts) {
    std::set<Sum> guarded(counts.figures.begin(), counts.figures.end());
    guarded.insert(counts.rests.begin(), counts.rests.end());
    counts.is_complete = counts.atoms <= most_atoms && counts.figures.size() <= most_figures &&
                         can_be_any_whole_figures(counts.figures);
    if (counts.is_complete) add_combinations(counts, guarded);
    for (const auto k : counts.public_figures) {
        guarded.erase(counts.figures[k]);
    }
    counts.is_complete = counts.is_complete && guarded.size() <= most_guarded;
    counts.guarded.assign(guarded.begin(), guarded.end());
}

std::vector<Sum> coordinates(const LinkedCounts& counts) {
    std::vector<Sum> all = counts.rests;
    for (std::size_t a = 0; a < counts.atoms; ++a) {
        Sum one(counts.atoms, 0.0);
        one[a] = 1;
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace wardmap::disclosure
