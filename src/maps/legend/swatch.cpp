// SPDX-License-Identifier: MIT
#include "maps/legend/swatch.h"

#include "layout/block.h"
#include "maps/symbols/fill.h"
#include "maps/symbols/fills.h"

namespace wardmap::maps {

paint::Shape swatch(const Fill& fill, geo::Point at, double width, double height) {
    paint::Shape shape;
    shape.rings = {
        {{at.x, at.y}, {at.x + width, at.y}, {at.x + width, at.y + height}, {at.x, at.y + height}}};
    shape.fill = fill.colour;
    shape.hatch = fill.hatch;
    shape.stroke = paint::Stroke{layout::quiet, 0.5, {}};
    shape.css = css_of("legend", fill);
    return shape;
}

} // namespace wardmap::maps
