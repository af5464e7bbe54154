// SPDX-License-Identifier: MIT
#include "wards/neighbours.h"

#include <algorithm>

#include "geo/operations.h"

namespace wardmap::wards {

Neighbours neighbours(const std::vector<Ward>& wards, Contiguity contiguity, double snap_m) {
    std::vector<const geo::MultiPolygon*> shapes;
    for (const auto& ward : wards) {
        shapes.push_back(&ward.shape);
    }
    Neighbours found(wards.size());
    for (const auto& meeting : geo::meetings(shapes, snap_m, contiguity == Contiguity::rook)) {
        if (contiguity == Contiguity::rook && meeting.contact != geo::Contact::line) continue;
        found[meeting.i].push_back(meeting.j);
        found[meeting.j].push_back(meeting.i);
    }
    for (auto& list : found) {
        std::sort(list.begin(), list.end());
    }
    return found;
}

std::size_t connected_parts(const Neighbours& neighbours) {
    std::vector<bool> reached(neighbours.size(), false);
    std::size_t parts = 0;
    for (std::size_t start = 0; start < neighbours.size(); ++start) {
        if (reached[start]) continue;
        ++parts;
        std::vector<std::size_t> waiting{start};
        reached[start] = true;
        while (!waiting.empty()) {
            const auto i = waiting.back();
            waiting.pop_back();
            for (const auto j : neighbours[i]) {
                if (!reached[j]) waiting.push_back(j);
                reached[j] = true;
            }
        }
    }
    return parts;
}

} // namespace wardmap::wards
