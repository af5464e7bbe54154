// SPDX-License-Identifier: MIT
#include "measures/rank_correlation.h"

#include <vector>

#include "support/catch.h"

using namespace wardmap;

// Reference figures: scipy.stats.spearmanr 1.10.
TEST_CASE("Spearman's rank correlation is scipy's, with and without ties", "[measures]") {
    using Values = std::vector<double>;
    const auto of = [](const Values& x, const Values& y) {
        return measures::rank_correlation(x, y).value();
    };
    CHECK(of({106, 100, 86, 101, 99, 103, 97, 113, 112, 110},
             {7, 27, 2, 50, 28, 29, 20, 12, 6, 17}) == Approx(-0.17575757575757575));
    CHECK(of({1, 2, 2, 3, 5, 5, 5, 8}, {2, 1, 4, 4, 4, 7, 9, 9}) == Approx(0.8481012658227849));
    CHECK(of({1, 2, 3}, {10, 20, 4000}) == Approx(1));
    CHECK_FALSE(measures::rank_correlation(Values{1, 2}, Values{1, 2}));
    CHECK_FALSE(measures::rank_correlation(Values{1, 2, 3}, Values{4, 4, 4}));
    CHECK_FALSE(measures::rank_correlation(Values{}, Values{}));
}
