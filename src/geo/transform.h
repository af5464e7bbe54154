// SPDX-License-Identifier: MIT
// Coordinate reference systems and the ways between them, through PROJ.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "geo/polygon.h"

namespace wardmap::geo {

/// A way from one CRS to another, with x to the east and y to the north on both sides. Uses the
/// best operation for Great Britain or wherever the data lie that needs no file from the network.
/// Not thread-safe.
class Transform {
public:
    /// CRSs as "EPSG:27700" or WKT. Throws InputError (place `shown_as`) where one is not known.
    Transform(const std::string& source_crs, const std::string& target_crs,
              const std::string& shown_as);
    Transform(Transform&&) noexcept;
    Transform& operator=(Transform&&) noexcept;
    ~Transform();

    [[nodiscard]] const std::string& source_name() const; // "EPSG:4326 (WGS 84)"
    [[nodiscard]] const std::string& target_name() const;
    [[nodiscard]] bool same() const; // both are the same CRS: nothing is changed
    /// The operation PROJ takes for coordinates near `p`, and its accuracy in metres where known.
    struct Operation {
        std::string name;
        std::optional<double> accuracy_m;
        bool ballpark = false; // the datum is not known: may be a hundred metres out
    };
    [[nodiscard]] Operation operation_at(Point p) const;

    /// Nothing where the point cannot be transformed.
    [[nodiscard]] std::optional<Point> operator()(Point p) const;

    /// The area where the source CRS is meant to be used, in its own coordinates, grown by a tenth;
    /// nothing where PROJ does not know it.
    [[nodiscard]] std::optional<Box> area_of_use() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// A shape brought across; nothing where one of its points cannot be.
[[nodiscard]] std::optional<MultiPolygon> transformed(const MultiPolygon& shape,
                                                      const Transform& transform);

/// Whether a CRS is projected with metres as its unit.
[[nodiscard]] bool is_projected_in_metres(const std::string& crs);

} // namespace wardmap::geo
