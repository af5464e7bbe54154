// SPDX-License-Identifier: MIT
// Counter-based random numbers: the k-th number of a stream is a function of (seed, stream, k)
// alone, so that results do not depend on threads or the order of work.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace wardmap {

/// Philox 4x32-10 (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2,
/// 3").
[[nodiscard]] constexpr std::array<std::uint32_t, 4>
philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
    constexpr std::uint64_t multiplier_0 = 0xD2511F53;
    constexpr std::uint64_t multiplier_1 = 0xCD9E8D57;
    constexpr std::uint32_t weyl_0 = 0x9E3779B9;
    constexpr std::uint32_t weyl_1 = 0xBB67AE85;
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t product_0 = multiplier_0 * counter[0];
        const std::uint64_t product_1 = multiplier_1 * counter[2];
        counter = {static_cast<std::uint32_t>(product_1 >> 32) ^ counter[1] ^ key[0],
                   static_cast<std::uint32_t>(product_1),
                   static_cast<std::uint32_t>(product_0 >> 32) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(product_0)};
        key[0] += weyl_0;
        key[1] += weyl_1;
    }
    return counter;
}

/// One stream for a seed.
class RandomStream {
public:
    constexpr RandomStream(std::uint64_t seed, std::uint64_t stream)
        : m_key{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
          m_counter{0, 0, static_cast<std::uint32_t>(stream),
                    static_cast<std::uint32_t>(stream >> 32)} {}

    [[nodiscard]] constexpr std::uint32_t next() {
        if (m_used == m_block.size()) {
            m_block = philox4x32(m_counter, m_key);
            if (++m_counter[0] == 0) ++m_counter[1];
            m_used = 0;
        }
        return m_block[m_used++];
    }

    /// Each whole number below `n` is equally likely (Lemire 2019). Precondition: n > 0.
    [[nodiscard]] constexpr std::uint32_t below(std::uint32_t n) {
        std::uint64_t product = std::uint64_t{next()} * n;
        if (static_cast<std::uint32_t>(product) < n) {
            const std::uint32_t least = (0U - n) % n;
            while (static_cast<std::uint32_t>(product) < least) {
                product = std::uint64_t{next()} * n;
            }
        }
        return static_cast<std::uint32_t>(product >> 32);
    }

    /// In (0, 1), 53 bits.
    [[nodiscard]] constexpr double uniform() {
        const std::uint64_t bits = (std::uint64_t{next()} << 32 | next()) >> 11;
        return (static_cast<double>(bits) + 0.5) * 0x1p-53;
    }

private:
    std::array<std::uint32_t, 2> m_key;
    std::array<std::uint32_t, 4> m_counter;
    std::array<std::uint32_t, 4> m_block{};
    std::size_t m_used = 4;
};

} // namespace wardmap
