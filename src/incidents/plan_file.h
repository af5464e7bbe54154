// SPDX-License-Identifier: MIT
// How to read the rows of a file: its CRS, the order and precision of its axes. Private to
// incidents/.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "incidents/read_rows.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::incidents {

/// Shared by all files.
class Ground {
public:
    Ground(const Request& request, const WardSet& wards);

    /// `sample`: the first rows of the file, with its header; `layer_crs`: as declared by the file,
    /// else empty. Findings go to `findings`. Throws InputError if columns or the CRS cannot be
    /// found.
    [[nodiscard]] FilePlan plan(const std::vector<std::vector<std::string>>& sample,
                                const ColumnNames& wanted, const std::string& shown_as,
                                const std::string& layer_crs, FileAccount& account,
                                Findings& findings);

    [[nodiscard]] double transform_difference_m() const;

private:
    [[nodiscard]] std::vector<geo::Point>
    points_of(const FilePlan& plan, const std::vector<std::vector<std::string>>& sample,
              std::string& stated_crs) const;
    [[nodiscard]] const geo::BulkTransform& transform_from(const std::string& crs,
                                                           const std::string& shown_as);
    [[nodiscard]] double share_in_reach(const std::vector<geo::Point>& points, bool swapped,
                                        const geo::BulkTransform& transform) const;
    void plan_points(FilePlan& plan, const std::vector<std::vector<std::string>>& sample,
                     const std::string& layer_crs, FileAccount& account, Findings& findings);
    void plan_areas(FilePlan& plan, const std::vector<std::vector<std::string>>& sample,
                    FileAccount& account);

    const Request& m_request;
    const WardSet& m_wards;
    WardLocator m_locator;
    std::map<std::string, geo::BulkTransform> m_transforms; // by source CRS
    std::unordered_map<std::string, std::int32_t> m_areas;
    std::vector<std::string> m_types;
};

} // namespace wardmap::incidents
