// SPDX-License-Identifier: MIT
#include "maps/ground/base_map.h"

#include <cmath>

#include "study/study.h"

namespace wardmap::maps {
namespace {

constexpr double tolerance_mm = 0.04;
constexpr double speck_mm = 0.15; // less than the width of the line around it

} // namespace

BaseMap::BaseMap(const WardSet& wards)
    : m_topology(wards::topology_of(wards)), m_districts(districts_of(wards)),
      m_extent(wards.extent()) {}

BaseMap::BaseMap(const Study& study, Islands islands) {
    const bool moves = islands == Islands::boxed && !study.displaced_parts.empty();
    const auto take = [this](const WardSet& wards) {
        m_topology = wards::topology_of(wards);
        m_districts = districts_of(wards);
        m_extent = wards.extent();
    };
    moves ? take(wards::with_displaced_parts(study.wards, study.displaced_parts))
          : take(study.wards);
    if (islands == Islands::boxed) {
        m_displaced_parts = study.displaced_parts;
        for (const auto& box : m_displaced_parts) {
            m_extent.add(box.to);
        }
    }
    m_layers = study.layers;
    if (study.fringe) m_around = std::make_unique<BaseMap>(study.fringe->wards);
}

std::shared_ptr<const wards::Outlines> BaseMap::outlines_at_scale(double mm_per_m) const {
    // Levels are half octaves; a scale uses the next finer one.
    const int level = static_cast<int>(std::ceil(2 * std::log2(mm_per_m) - 1e-9));
    const std::lock_guard guard(m_mutex);
    auto& outlines = m_levels[level];
    if (!outlines) {
        const double finest = std::exp2(level / 2.0);
        outlines = std::make_shared<const wards::Outlines>(
            wards::simplified(m_topology, tolerance_mm / finest, speck_mm / finest));
    }
    return outlines;
}

} // namespace wardmap::maps
