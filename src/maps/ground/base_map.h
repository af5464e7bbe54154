// SPDX-License-Identifier: MIT
// The wards as all maps of a study draw them: simplified once for each scale.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <span>

#include "geo/polygon.h"
#include "maps/ground/districts.h"
#include "study/surroundings/surroundings.h"
#include "wards/displaced_parts.h"
#include "wards/topology.h"

namespace wardmap {
struct Study;
struct WardSet;
} // namespace wardmap

namespace wardmap::maps {

/// Keeps what has been simplified for a scale; safe for several threads, and the same for any
/// number of them.
class BaseMap {
public:
    /// With the wards of its ring and the layers for orientation, where it has some; far islands in
    /// their boxes, or in place. The study outlives it.
    enum class Islands { boxed, in_place };
    explicit BaseMap(const Study& study, Islands islands = Islands::boxed);
    explicit BaseMap(const WardSet& wards);

    [[nodiscard]] const geo::Box& extent() const { return m_extent; }

    /// Outlines in metres for a scale: no border is off by more than half a pixel at 300 dpi, and
    /// specks that no eye finds are left out. Scales within a factor of 1.4 share theirs.
    [[nodiscard]] std::shared_ptr<const wards::Outlines> outlines_at_scale(double mm_per_m) const;

    /// Wards around them, in the same way; null if there are none.
    [[nodiscard]] std::shared_ptr<const wards::Outlines> around(double mm_per_m) const {
        return m_around ? m_around->outlines_at_scale(mm_per_m) : nullptr;
    }

    /// Those that are in a box; none if all are in place.
    [[nodiscard]] std::span<const wards::DisplacedParts> displaced_parts() const {
        return m_displaced_parts;
    }

    /// Of its wards.
    [[nodiscard]] const Districts& districts() const { return m_districts; }

    /// What else is drawn; none on a ground of tiles.
    [[nodiscard]] std::span<const ContextLayer> layers() const { return m_layers; }

private:
    wards::Topology m_topology;
    Districts m_districts;
    geo::Box m_extent;
    std::unique_ptr<BaseMap> m_around;
    std::span<const ContextLayer> m_layers;
    std::span<const wards::DisplacedParts> m_displaced_parts;
    mutable std::mutex m_mutex;
    mutable std::map<int, std::shared_ptr<const wards::Outlines>> m_levels;
};

} // namespace wardmap::maps
