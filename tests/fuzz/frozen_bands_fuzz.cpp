// SPDX-License-Identifier: MIT
// Files of frozen bands.
#include <cmath>

#include "fuzz/target.h"
#include "project/frozen_bands.h"

using namespace wardmap;
using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const FuzzedFile file("fuzz.toml");
    const FilePath path{"fuzz.toml", file.path()};
    file.write(text_of(bytes, size));
    may_refuse([&] {
        const auto bands = project::read_frozen_bands(path);
        for (const double end : bands.breaks) {
            must_hold(std::isfinite(end), "breaks are finite");
        }
        file.write(project::frozen_text(bands, "fuzz"));
        const auto again = [&] {
            try {
                return project::read_frozen_bands(path);
            } catch (const Error& error) {
                must_hold(false, error.what());
                throw;
            }
        }();
        must_hold(again.breaks == bands.breaks && again.measure == bands.measure &&
                      again.method == bands.method && again.zero_apart == bands.zero_apart &&
                      again.labels == bands.labels,
                  "bands that are written read as the same bands");
        if (bands.measure == "rate") {
            must_hold(again.per == bands.per && std::isfinite(bands.per),
                      "a rate is written as the same rate");
        }
    });
    return 0;
}
