// SPDX-License-Identifier: MIT
// The wards as drawn on all maps of a study: simplified once for each scale.
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

/// Caches the simplified outlines for each scale; thread-safe, and independent of the number of
/// threads.
class BaseMap {
public:
    /// Includes the wards of the ring and the context layers, if any; remote islands are in their
    /// boxes, or in place. The study must outlive it.
    enum class Islands { boxed, in_place };
    explicit BaseMap(const Study& study, Islands islands = Islands::boxed);
    explicit BaseMap(const WardSet& wards);

    [[nodiscard]] const geo::Box& extent() const { return m_extent; }

    /// Outlines in metres for a scale: no border is off by more than half a pixel at 300 dpi, and
    /// invisible specks are omitted. Scales within a factor of 1.4 share outlines.
    [[nodiscard]] std::shared_ptr<const wards::Outlines> outlines_at_scale(double mm_per_m) const;

    /// Wards around them, in the same way; null if there are none.
    [[nodiscard]] std::shared_ptr<const wards::Outlines> around(double mm_per_m) const {
        return m_around ? m_around->outlines_at_scale(mm_per_m) : nullptr;
    }

    /// The islands in boxes; none if all are in place.
    [[nodiscard]] std::span<const wards::DisplacedParts> displaced_parts() const {
        return m_displaced_parts;
    }

    /// Districts of its wards.
    [[nodiscard]] const Districts& districts() const { return m_districts; }

    /// The context layers; none on a tile map.
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
