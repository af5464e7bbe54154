// SPDX-License-Identifier: MIT
// A style file.
#include <cmath>

#include "fuzz/target.h"
#include "style/read_style.h"

using namespace wardmap;
using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const FuzzedFile file("fuzz.toml");
    file.write(text_of(bytes, size));
    may_refuse([&] {
        const auto style = style::read_style(file.path());
        for (const double length : {style.page_width_mm, style.page_height_mm, style.dpi,
                                    style.label_pt, style.hatch_mm}) {
            must_hold(std::isfinite(length) && length > 0, "sizes are finite and above 0");
        }
        must_hold(style.margin_mm >= 0 && 2 * style.margin_mm < style.page_width_mm,
                  "a page is wider than its margins");
        must_hold(style.label_min_pt >= 6, "no label is smaller than 6 pt");
    });
    return 0;
}
