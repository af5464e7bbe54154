// SPDX-License-Identifier: MIT
// The manifest of an output folder, as verify reads it.
#include "fuzz/target.h"
#include "publish/verify.h"
#include "style/style.h"

using namespace wardmap;
using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const FuzzedFile file(publish::manifest_name);
    file.write(text_of(bytes, size));
    may_refuse([&] {
        const auto former = publish::formerly_written(file.folder());
        must_hold(former.empty() || former.front() == publish::manifest_name,
                  "a former run wrote its manifest");
    });
    may_refuse([&] {
        const auto manifest = publish::read_manifest(file.folder());
        for (const auto& output : manifest.outputs) {
            const std::filesystem::path path(output.path);
            must_hold(path.is_relative() && !path.lexically_normal().string().starts_with(".."),
                      "an output is in its folder");
        }
        publish::Verification found;
        found.folder = file.folder();
        found.files = publish::check_files(file.folder(), manifest);
        must_hold(!publish::verification_json(found).empty(), "there is a result");
        must_hold(!publish::verification_text(found).empty(), "there is a result");
    });
    return 0;
}
