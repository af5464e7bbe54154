// SPDX-License-Identifier: MIT
// Coordinate reference systems and transformations between them, through PROJ.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "geo/polygon.h"

namespace wardmap::geo {

/// A transformation between two CRSs, with x to the east and y to the north in both. Uses the best
/// operation for Great Britain, or for the data's location, that needs no file from the network.
/// Not thread-safe.
class Transform {
public:
    /// CRSs as "EPSG:27700" or WKT. Throws InputError (place `shown_as`) if one is not known.
    Transform(const std::string& source_crs, const std::string& target_crs,
              const std::string& shown_as);
    Transform(Transform&&) noexcept;
    Transform& operator=(Transform&&) noexcept;
    ~Transform();

    [[nodiscard]] const std::string& source_name() const; // "EPSG:4326 (WGS 84)"
    [[nodiscard]] const std::string& target_name() const;
    [[nodiscard]] bool same() const; // both are the same CRS: nothing is changed
    /// The operation PROJ uses for coordinates near `p`, and its accuracy in metres if known.
    struct Operation {
        std::string name;
        std::optional<double> accuracy_m;
        bool ballpark = false; // unknown datum: up to a hundred metres out
    };
    [[nodiscard]] Operation operation_at(Point p) const;

    /// Nothing if the point cannot be transformed.
    [[nodiscard]] std::optional<Point> operator()(Point p) const;

    /// The source CRS's area of use, in its own coordinates, grown by a tenth; nothing if PROJ does
    /// not know it.
    [[nodiscard]] std::optional<Box> area_of_use() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The transformed shape; nothing if one of its points cannot be transformed.
[[nodiscard]] std::optional<MultiPolygon> transformed(const MultiPolygon& shape,
                                                      const Transform& transform);

/// Whether a CRS is projected with metres as its unit.
[[nodiscard]] bool is_projected_in_metres(const std::string& crs);

} // namespace wardmap::geo
