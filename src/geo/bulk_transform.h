// SPDX-License-Identifier: MIT
// Multithreaded transformation of millions of points between CRSs.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/polygon.h"
#include "geo/transform.h"

namespace wardmap::geo {

/// As Transform, for points whose image is within a box. PROJ's operation is approximated by
/// bicubic polynomials on tiles of about 10 km, each compared with PROJ at nine points when it is
/// made. On tiles with a difference above `most_difference_m` (for example at the edge of an
/// operation's area) every point goes through PROJ; if these are more than half of the tiles (for
/// example with a grid shift file), all points do. Thread-safe.
class BulkTransform {
public:
    /// In metres of the target CRS: far below the precision of any incident's coordinates.
    static constexpr double most_difference_m = 0.001;

    /// `target_box` is in the target CRS, which is projected in metres. Throws InputError if a CRS
    /// is not known, or there is no transformation between them.
    BulkTransform(const std::string& source_crs, const std::string& target_crs,
                  const Box& target_box, const std::string& shown_as);
    BulkTransform(BulkTransform&&) noexcept;
    ~BulkTransform();

    /// Transforms the points in place. `reached[i]` is 0 for a point whose image is outside the box
    /// or that cannot be transformed; that point is unchanged.
    void operator()(std::vector<Point>& points, std::vector<char>& reached) const;

    [[nodiscard]] bool is_exact() const { return m_tiles.empty(); } // every point through PROJ
    /// The greatest difference from PROJ found, in metres; 0 if PROJ does the work.
    [[nodiscard]] double difference_m() const { return m_difference_m; }
    [[nodiscard]] const std::string& source_name() const { return m_source_name; }
    /// The box of all points in the source CRS whose image is within the target box.
    [[nodiscard]] const Box& source_box() const { return m_source_box; }

private:
    /// Coefficients of x and y by powers of the position within the tile, 0 to 1 on both axes:
    /// [4 * power of v + power of u].
    struct Tile {
        double x[16];
        double y[16];
        bool is_near = false; // to PROJ's result
    };

    void make_tiles(const Transform& way);
    [[nodiscard]] bool make_tile(const Transform& way, std::size_t column, std::size_t row,
                                 Tile& tile);
    /// Nothing if the point's tile is not near.
    [[nodiscard]] std::optional<Point> across(Point p) const;

    class Pool;
    std::string m_source_name;
    Box m_target_box;
    Box m_source_box;
    bool m_same = false;
    std::size_t m_columns = 0;
    std::size_t m_rows = 0;
    std::vector<Tile> m_tiles; // row by row; none if PROJ does the work
    double m_difference_m = 0;
    std::unique_ptr<Pool> m_pool; // PROJ, one object for each thread
};

} // namespace wardmap::geo
