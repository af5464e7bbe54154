// SPDX-License-Identifier: MIT
// The study.json of an output folder, as verify compares it with another.
#include <filesystem>

#include "fuzz/target.h"
#include "publish/compare_publications.h"

using namespace wardmap;
using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const FuzzedFile file("data/study.json");
    file.write(text_of(bytes, size));
    may_refuse([&] {
        const auto found = publish::compare_publications(file.folder(), file.folder());
        must_hold(!publish::comparison_text(found).empty(), "there is a result");
        for (const auto& category : found.categories) {
            must_hold(category.revised == 0, "nothing contradicts itself");
        }
    });
    return 0;
}
