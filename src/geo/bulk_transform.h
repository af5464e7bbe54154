// SPDX-License-Identifier: MIT
// Millions of points brought from one CRS to another, by several threads at once.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/polygon.h"
#include "geo/transform.h"

namespace wardmap::geo {

/// What Transform does, for points that end within a box. PROJ's own operation is replaced by
/// bicubic polynomials on tiles of about 10 km, and compared with PROJ at nine places of each tile
/// when they are made. If it differs there by more than `most_difference_m` (an operation with a
/// file of grid shifts, or one that changes within the box), every point goes through PROJ.
/// Thread-safe.
class BulkTransform {
public:
    /// In metres of the target CRS: far below the precision of any incident's coordinates.
    static constexpr double most_difference_m = 0.001;

    /// `target_box` is in the target CRS, which is projected in metres. Throws InputError where a
    /// CRS is not known, or there is no way between them.
    BulkTransform(const std::string& source_crs, const std::string& target_crs,
                  const Box& target_box, const std::string& shown_as);
    BulkTransform(BulkTransform&&) noexcept;
    ~BulkTransform();

    /// Brings the points across, each in its place. `reached[i]` is 0 for a point that ends outside
    /// the box, or that cannot be transformed; that point is left as it is.
    void operator()(std::vector<Point>& points, std::vector<char>& reached) const;

    [[nodiscard]] bool is_exact() const { return m_tiles.empty(); } // every point through PROJ
    /// The greatest difference to PROJ that was found, in metres; 0 where PROJ does the work.
    [[nodiscard]] double difference_m() const { return m_difference_m; }
    [[nodiscard]] const std::string& source_name() const { return m_source_name; }
    /// The box that holds every point of the source CRS that ends within the target box.
    [[nodiscard]] const Box& source_box() const { return m_source_box; }

private:
    /// Coefficients of x and y by powers of the position within the tile, 0 to 1 on both axes:
    /// [4 * power of v + power of u].
    struct Tile {
        double x[16];
        double y[16];
    };

    void make_tiles(const Transform& way);
    [[nodiscard]] bool make_tile(const Transform& way, std::size_t column, std::size_t row,
                                 Tile& tile);
    [[nodiscard]] Point across(Point p) const;

    class Pool;
    std::string m_source_name;
    Box m_target_box;
    Box m_source_box;
    bool m_same = false;
    std::size_t m_columns = 0;
    std::size_t m_rows = 0;
    std::vector<Tile> m_tiles; // row by row; none where PROJ does the work
    double m_difference_m = 0;
    std::unique_ptr<Pool> m_pool; // PROJ, one object for each thread
};

} // namespace wardmap::geo
