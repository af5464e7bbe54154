// SPDX-License-Identifier: MIT
// Files of weights of harm.
#include <cmath>

#include "fuzz/target.h"
#include "project/weights.h"

using namespace wardmap;
using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const FuzzedFile file("fuzz.toml");
    file.write(text_of(bytes, size));
    may_refuse([&] {
        const auto weights = project::read_weights({"fuzz.toml", file.path()});
        must_hold(!weights.title.empty() && !weights.date.empty(), "weights have title and date");
        for (const auto& [name, weight] : weights.of) {
            must_hold(std::isfinite(weight) && weight > 0, "a weight is finite and above 0");
        }
    });
    return 0;
}
