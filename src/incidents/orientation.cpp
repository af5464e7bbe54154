// SPDX-License-Identifier: MIT
#include "incidents/orientation.h"

#include <array>
#include <cstddef>

namespace wardmap::incidents {
namespace {

/// An exact sum of doubles: nonoverlapping parts, the smallest first.
class Expansion {
public:
    void add(double value) {
        double carried = value;
        for (std::size_t i = 0; i < m_size; ++i) {
            const double sum = carried + m_parts[i];
            const double virtual_part = sum - carried;
            m_parts[i] = (carried - (sum - virtual_part)) + (m_parts[i] - virtual_part);
            carried = sum;
        }
        m_parts[m_size++] = carried;
    }

    void add_product(double x, double y) {
        const double product = x * y;
        add(std::fma(x, y, -product)); // the rounding error of the product
        add(product);
    }

    [[nodiscard]] int sign() const {
        for (std::size_t i = m_size; i-- > 0;) {
            if (m_parts[i] != 0) return m_parts[i] > 0 ? 1 : -1;
        }
        return 0;
    }

private:
    std::array<double, 12> m_parts{};
    std::size_t m_size = 0;
};

} // namespace

int exact_orientation(geo::Point a, geo::Point b, geo::Point p) {
    Expansion sum;
    sum.add_product(a.x, b.y);
    sum.add_product(-a.x, p.y);
    sum.add_product(-p.x, b.y);
    sum.add_product(-a.y, b.x);
    sum.add_product(a.y, p.x);
    sum.add_product(p.y, b.x);
    return sum.sign();
}

} // namespace wardmap::incidents
