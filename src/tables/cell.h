// SPDX-License-Identifier: MIT
// One ward's figure, in exactly one state, which it keeps through every step.
#pragma once

namespace wardmap {

class Cell {
public:
    enum class State {
        known,          // a figure; zero is known
        suppressed,     // withheld by its publisher: an interval [low, high]
        missing,        // not supplied, or no row joined
        not_calculable, // no denominator
    };

    /// Missing.
    constexpr Cell() = default;

    [[nodiscard]] static constexpr Cell known(double value) { return {State::known, value, value}; }
    /// Precondition: low <= high.
    [[nodiscard]] static constexpr Cell suppressed(double low, double high) {
        return {State::suppressed, low, high};
    }
    [[nodiscard]] static constexpr Cell missing() { return {}; }
    [[nodiscard]] static constexpr Cell not_calculable() { return {State::not_calculable, 0, 0}; }

    [[nodiscard]] constexpr State state() const { return m_state; }
    [[nodiscard]] constexpr bool is_known() const { return m_state == State::known; }
    [[nodiscard]] constexpr bool is_suppressed() const { return m_state == State::suppressed; }
    [[nodiscard]] constexpr bool is_missing() const { return m_state == State::missing; }
    [[nodiscard]] constexpr bool is_not_calculable() const {
        return m_state == State::not_calculable;
    }

    /// Precondition: known.
    [[nodiscard]] constexpr double value() const { return m_low; }
    /// Bounds of the figure. Precondition: known (both are the value) or suppressed.
    [[nodiscard]] constexpr double low() const { return m_low; }
    [[nodiscard]] constexpr double high() const { return m_high; }

    constexpr bool operator==(const Cell&) const = default;

private:
    constexpr Cell(State state, double low, double high)
        : m_state(state), m_low(low), m_high(high) {}

    State m_state = State::missing;
    double m_low = 0;
    double m_high = 0;
};

} // namespace wardmap
