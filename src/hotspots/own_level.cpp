// SPDX-License-Identifier: MIT
#include "hotspots/own_level.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "hotspots/getis_ord.h"

namespace wardmap::hotspots {
namespace {

/// The wards that can be judged, and the area's rate.
struct Area {
    std::vector<std::size_t> wards;
    double rate = 0;
};

Area area_of(const std::vector<Cell>& figures, const std::vector<Cell>& denominators) {
    Area area;
    double cases = 0;
    double people = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const bool has_figure = figures[i].is_known() || figures[i].is_suppressed();
        if (!has_figure || !denominators[i].is_known() || denominators[i].value() <= 0) continue;
        area.wards.push_back(i);
        cases += (figures[i].low() + figures[i].high()) / 2;
        people += denominators[i].value();
    }
    area.rate = people > 0 ? cases / people : 0;
    return area;
}

double arcsine(double share) {
    return std::asin(std::sqrt(std::clamp(share, 0.0, 1.0)));
}

/// Scores by chance alone; their variance is about 1 whatever the ward's size.
double score(double count, double people, double rate, Spread spread) {
    if (spread == Spread::poisson) return 2 * (std::sqrt(count) - std::sqrt(people * rate));
    return 2 * std::sqrt(people) * (arcsine(count / people) - arcsine(rate));
}

/// The ratio at which a ward has this score: the inverse of `score`.
double ratio_at(double z, double people, double rate, Spread spread) {
    if (spread == Spread::poisson) {
        const double root = std::max(0.0, std::sqrt(people * rate) + z / 2);
        return root * root / (people * rate);
    }
    const double angle =
        std::clamp(arcsine(rate) + z / (2 * std::sqrt(people)), 0.0, std::asin(1.0));
    return std::sin(angle) * std::sin(angle) / rate;
}

double winsorised_mean_square(std::vector<double> scores) {
    const std::size_t tail = scores.size() / 10;
    std::sort(scores.begin(), scores.end());
    const double low = scores[tail];
    const double high = scores[scores.size() - 1 - tail];
    double sum = 0;
    for (const double z : scores) {
        const double held = std::clamp(z, low, high);
        sum += held * held;
    }
    return sum / static_cast<double>(scores.size());
}

measures::Interval limits(double count, double people, double z, Spread spread) {
    if (spread == Spread::poisson) return measures::poisson_limits(count, z);
    const auto share = measures::wilson_limits(std::min(count, people), people, z);
    return {share.low * people, share.high * people};
}

double exact_p(double count, double expected) {
    return std::min(1.0, 2 * std::min(measures::poisson_upper(count, expected),
                                      measures::poisson_lower(count, expected)));
}

/// By the count nearest to what is expected (1 where a withheld count may be just that), and by the
/// one farthest from it.
void test(OwnLevel& own, const Cell& figure, const Dispersion& dispersion, Spread spread) {
    const auto p_at = [&](double count, double score) {
        const bool exact = spread == Spread::poisson && dispersion.factor() == 1;
        return exact ? exact_p(count, own.expected) : two_sided_p(score);
    };
    const double p_low = p_at(figure.low(), own.score_low);
    const double p_high = p_at(figure.high(), own.score_high);
    const bool spans = own.score_low <= 0 && own.score_high >= 0 && figure.low() < figure.high();
    own.p = spans ? 1 : std::max(p_low, p_high);
    own.p_far = std::min(p_low, p_high);
}

OwnLevel level_of(const Cell& figure, double people, double rate, const Dispersion& dispersion,
                  Spread spread) {
    const double stretch = std::sqrt(dispersion.factor());
    OwnLevel own;
    own.expected = people * rate;
    own.ratio_low = figure.low() / own.expected;
    own.ratio_high = figure.high() / own.expected;
    const auto ratio = [&](double z) {
        const double low = limits(figure.low(), people, z, spread).low;
        const double high = limits(figure.high(), people, z, spread).high;
        return measures::Interval{low / own.expected, high / own.expected};
    };
    const auto funnel = [&](double z) {
        return measures::Interval{ratio_at(-z * stretch, people, rate, spread),
                                  ratio_at(z * stretch, people, rate, spread)};
    };
    own.ratio_95 = ratio(measures::z_95);
    own.ratio_998 = ratio(measures::z_998);
    own.funnel_95 = funnel(measures::z_95);
    own.funnel_998 = funnel(measures::z_998);
    own.score_low = score(figure.low(), people, rate, spread) / stretch;
    own.score_high = score(figure.high(), people, rate, spread) / stretch;
    test(own, figure, dispersion, spread);
    return own;
}

} // namespace

OwnLevels own_levels(const std::vector<Cell>& figures, const std::vector<Cell>& denominators,
                     Spread spread) {
    OwnLevels levels;
    levels.wards.resize(figures.size());
    const auto area = area_of(figures, denominators);
    levels.rate = area.rate;
    const bool impossible = spread == Spread::binomial && area.rate >= 1;
    if (area.rate <= 0 || impossible || area.wards.size() < 2) return levels;
    std::vector<double> scores;
    for (const auto i : area.wards) {
        const double middle = (figures[i].low() + figures[i].high()) / 2;
        scores.push_back(score(middle, denominators[i].value(), area.rate, spread));
    }
    levels.dispersion.phi = winsorised_mean_square(std::move(scores));
    for (const auto i : area.wards) {
        levels.wards[i] =
            level_of(figures[i], denominators[i].value(), area.rate, levels.dispersion, spread);
    }
    return levels;
}

} // namespace wardmap::hotspots
