// SPDX-License-Identifier: MIT
// Finds the ward that contains a point: a prepared index with exact answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "geo/polygon.h"

namespace wardmap {
struct Ward;
}

namespace wardmap::incidents {

struct Location {
    static constexpr std::int32_t nowhere = -1;

    std::int32_t ward = nowhere; // the first of all wards that contain or touch the point
    bool on_border = false;      // it is exactly on the border of a ward
    bool in_several = false;     // it is within two overlapping wards
};

/// Wards ordered by code give the border rule: a point on a border belongs to the ward with the
/// lowest code of those that touch it. Every comparison is exact, so the answer depends only on the
/// coordinates. Thread-safe.
///
/// Method: a grid over all wards. Most cells are within one ward, or in none. Each of the others
/// lists its edges, ward by ward, and whether the cell's reference point is inside the ward; a
/// point is also inside if the line from it to the reference point crosses an even number of the
/// edges.
class WardLocator {
public:
    /// `threads`: for building the index; 0: as many as the machine has.
    explicit WardLocator(const std::vector<Ward>& wards, int threads = 0);

    [[nodiscard]] Location locate(geo::Point p) const;

    /// Metres from a point to the nearest border of any ward; infinite if that is over `most`.
    [[nodiscard]] double border_distance(geo::Point p, double most) const;

    /// The bounding box of all wards.
    [[nodiscard]] const geo::Box& extent() const { return m_extent; }

private:
    static constexpr std::int32_t empty_cell = -1;
    static constexpr std::uint32_t reference_is_left = 1U << 31;

    /// A ward of a mixed cell.
    struct Candidate {
        std::int32_t ward = 0;
        std::uint32_t first_edge = 0; // in m_cell_edges
        std::uint32_t end_edge = 0;
        bool holds_reference = false;
    };
    struct Span { // of cells of one row that a ward's inside covers
        std::uint32_t row = 0;
        std::uint32_t first = 0;
        std::uint32_t end = 0;
    };
    enum class Side { outside, inside, border };

    void gather_edges(const std::vector<Ward>& wards);
    void lay_grid();
    void sort_edges_into_cells();
    void mark_insides(int threads);
    void mark_span(std::int32_t ward, const Span& span);
    [[nodiscard]] std::vector<Span> spans_of(std::size_t ward) const;
    void mark_sides(int threads);
    void mark_sides_of(std::size_t mixed);

    template <typename Visit>
    void visit_cells(std::uint32_t edge, const Visit& visit) const;
    [[nodiscard]] geo::Point reference(std::size_t column, std::size_t row) const;
    [[nodiscard]] std::size_t column_of(double x) const;
    [[nodiscard]] std::size_t row_of(double y) const;
    [[nodiscard]] Side side_of(const Candidate& candidate, geo::Point p, geo::Point at) const;
    [[nodiscard]] Side side_of_all(std::size_t ward, geo::Point p) const;
    [[nodiscard]] Location locate_in_all(geo::Point p) const;

    geo::Box m_extent;
    std::vector<geo::Point> m_points;      // ring by ring, the first point again at its end
    std::vector<std::uint32_t> m_edges;    // an edge leads from m_points[e] to m_points[e + 1]
    std::vector<std::size_t> m_ward_edges; // start of each ward's edges in m_edges, and the end
    std::vector<geo::Box> m_boxes;         // of the wards

    std::size_t m_columns = 1;
    std::size_t m_rows = 1;
    double m_cell = 1; // metres
    geo::Point m_origin;
    std::vector<std::int32_t> m_cells; // a ward, `empty_cell`, or -2 - number of a mixed cell
    /// With the bit `reference_is_left` if the cell's reference point is left of the edge.
    std::vector<std::uint32_t> m_cell_edges;  // cell by cell, in the order of wards
    std::vector<std::uint32_t> m_mixed_begin; // first candidate of each mixed cell, and the end
    std::vector<std::uint32_t> m_mixed_cells; // which cells these are
    std::vector<Candidate> m_candidates;
    std::vector<char> m_doubtful; // of mixed cells: the reference point is on the line of an edge
    /// Wards that contain a whole cell in which others have edges, because wards overlap.
    struct Cover {
        std::uint32_t mixed = 0;
        std::int32_t ward = 0;
    };
    std::vector<Cover> m_covers;
};

} // namespace wardmap::incidents
