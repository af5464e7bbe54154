// SPDX-License-Identifier: MIT
#include "disclosure/linear.h"

#include <cmath>
#include <cstddef>
#include <limits>

#include "base/interrupt.h"

namespace wardmap::disclosure {
namespace {

constexpr double tiny = 1e-9;
constexpr double infinite = std::numeric_limits<double>::infinity();

/// A linear program in dictionary form (Chvátal 1983, ch. 2): every basic variable as a constant
/// minus a sum of nonbasic ones. Bland's rule, so that it terminates.
class Dictionary {
public:
    Dictionary(std::size_t unknowns, const std::vector<Row>& rows) : m_unknowns(unknowns) {
        for (const auto& row : rows) {
            if (std::isfinite(row.high)) add(row.coefficients, 1, row.high);
            if (std::isfinite(row.low)) add(row.coefficients, -1, -row.low);
        }
        // In the first phase, the last nonbasic variable is the violation of the rows.
        for (std::size_t j = 0; j <= m_unknowns; ++j) {
            m_nonbasic.push_back(j == m_unknowns ? miss : j);
        }
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            m_basic.push_back(m_unknowns + 1 + i);
        }
    }

    /// Whether there is a feasible solution; the dictionary is then at one.
    bool make_feasible() {
        std::size_t worst = m_rows.size();
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (m_rows[i].constant < -tiny &&
                (worst == m_rows.size() || m_rows[i].constant < m_rows[worst].constant)) {
                worst = i;
            }
        }
        if (worst == m_rows.size()) {
            forbid_misses();
            return true;
        }
        m_goal = {std::vector<double>(m_unknowns + 1, 0.0), 0};
        m_goal.terms[m_unknowns] = 1; // value = constant - terms: maximises minus the violation
        pivot(worst, m_unknowns);
        climb();
        if (m_goal.constant < -1e-7) return false;
        forbid_misses();
        return true;
    }

    /// The maximum of the sum. Precondition: feasible.
    double most(const std::vector<double>& sum) {
        m_goal = {std::vector<double>(m_unknowns + 1, 0.0), 0};
        for (std::size_t j = 0; j < m_nonbasic.size(); ++j) {
            if (m_nonbasic[j] < m_unknowns) m_goal.terms[j] -= sum[m_nonbasic[j]];
        }
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (m_basic[i] >= m_unknowns) continue;
            const double times = sum[m_basic[i]];
            m_goal.constant += times * m_rows[i].constant;
            for (std::size_t j = 0; j < m_nonbasic.size(); ++j) {
                m_goal.terms[j] += times * m_rows[i].terms[j];
            }
        }
        return climb() ? m_goal.constant : infinite;
    }

private:
    /// value = constant - sum of terms times nonbasic variables.
    struct Line {
        std::vector<double> terms;
        double constant = 0;
    };

    static constexpr std::size_t miss = std::numeric_limits<std::size_t>::max();

    void add(const std::vector<double>& coefficients, double sign, double high) {
        Line line{coefficients, high};
        for (auto& term : line.terms) {
            term *= sign;
        }
        line.terms.push_back(-1); // the violation
        m_rows.push_back(std::move(line));
    }

    /// Exchanges the basic variable of row `r` and the nonbasic one of column `s`.
    void pivot(std::size_t r, std::size_t s) {
        auto& leaving = m_rows[r];
        const double at = leaving.terms[s];
        for (auto& term : leaving.terms) {
            term /= at;
        }
        leaving.constant /= at;
        leaving.terms[s] = 1 / at;
        const auto substitute = [&](Line& line) {
            const double times = line.terms[s];
            if (times == 0) return;
            for (std::size_t j = 0; j < line.terms.size(); ++j) {
                line.terms[j] =
                    j == s ? -times * leaving.terms[s] : line.terms[j] - times * leaving.terms[j];
            }
            line.constant -= times * leaving.constant;
        };
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (i != r) substitute(m_rows[i]);
        }
        substitute(m_goal);
        std::swap(m_basic[r], m_nonbasic[s]);
    }

    /// Maximises the goal; false if it is unbounded.
    bool climb() {
        for (;;) {
            stop_if_interrupted();
            const auto s = entering();
            if (s == m_nonbasic.size()) return true;
            const auto r = leaving(s);
            if (r == m_rows.size()) return false;
            pivot(r, s);
        }
    }

    [[nodiscard]] std::size_t entering() const {
        std::size_t best = m_nonbasic.size();
        for (std::size_t j = 0; j < m_nonbasic.size(); ++j) {
            if (m_goal.terms[j] >= -tiny) continue;
            if (best == m_nonbasic.size() || m_nonbasic[j] < m_nonbasic[best]) best = j;
        }
        return best;
    }

    [[nodiscard]] std::size_t leaving(std::size_t s) const {
        std::size_t best = m_rows.size();
        double least = infinite;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (m_rows[i].terms[s] <= tiny) continue;
            const double ratio = m_rows[i].constant / m_rows[i].terms[s];
            const bool ties = best != m_rows.size() && std::abs(ratio - least) <= tiny;
            if (ratio < least - tiny || (ties && m_basic[i] < m_basic[best])) {
                best = i;
                least = ratio;
            }
        }
        return best;
    }

    /// From here on no row may be violated.
    void forbid_misses() {
        for (std::size_t r = 0; r < m_rows.size(); ++r) {
            if (m_basic[r] != miss) continue;
            for (std::size_t s = 0; s < m_nonbasic.size(); ++s) {
                if (std::abs(m_rows[r].terms[s]) <= tiny) continue;
                pivot(r, s);
                break;
            }
        }
        for (std::size_t j = 0; j < m_nonbasic.size(); ++j) {
            if (m_nonbasic[j] != miss) continue;
            for (auto& row : m_rows) {
                row.terms[j] = 0;
            }
        }
    }

    std::size_t m_unknowns;
    std::vector<Line> m_rows;
    std::vector<std::size_t> m_basic;
    std::vector<std::size_t> m_nonbasic;
    Line m_goal;
};

} // namespace

std::optional<Range> range_of(const std::vector<double>& sum, const std::vector<Row>& rows) {
    Dictionary dictionary(sum.size(), rows);
    if (!dictionary.make_feasible()) return std::nullopt;
    std::vector<double> negative;
    for (const double coefficient : sum) {
        negative.push_back(-coefficient);
    }
    const double low = -dictionary.most(negative);
    return Range{low, dictionary.most(sum)};
}

} // namespace wardmap::disclosure
