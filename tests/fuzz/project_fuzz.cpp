// SPDX-License-Identifier: MIT
// A project file.
#include <set>

#include "fuzz/target.h"
#include "project/read_project.h"

using namespace wardmap;
using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    may_refuse([&] {
        const auto project = project::parse_project(text_of(bytes, size), "/folder/fuzz.toml");
        std::set<std::string> ids;
        for (const auto& category : project.categories) {
            must_hold(!category.id.empty() && ids.insert(category.id).second,
                      "every category has an id of its own");
        }
    });
    return 0;
}
