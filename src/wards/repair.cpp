// SPDX-License-Identifier: MIT
#include "wards/repair.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "geo/operations.h"

namespace wardmap::wards {

geo::MultiPolygon repaired(const geo::MultiPolygon& shape, const std::string& ward,
                           const std::string& shown_as, Findings& findings) {
    const auto fault = geo::invalidity(shape);
    if (!fault) return shape;
    auto valid = geo::made_valid(shape);
    const double before = geo::area(shape);
    const double after = geo::area(valid);
    const double change = before > 0 ? 100 * (after - before) / before : 0;
    findings.push_back({.severity = Severity::warning,
                        .place = {shown_as},
                        .found = fmt::format(
                            "the polygon of {} was repaired ({}): its area changed by {} m² "
                            "({}%)",
                            ward, *fault, text::number(after - before, 1), text::number(change, 4)),
                        .expected = "a polygon that does not cross itself",
                        .kind = "polygons were repaired"});
    return valid;
}

} // namespace wardmap::wards
