// SPDX-License-Identifier: MIT
#include "geo/zip_file.h"

#include <atomic>
#include <memory>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>

#include "base/error.h"

namespace wardmap::geo {
namespace {

struct CloseZip {
    void operator()(void* zip) const { CPLCloseZip(zip); }
};

[[noreturn]] void failed() {
    throw OutputError(std::string("error: an archive could not be made: ") + CPLGetLastErrorMsg());
}

} // namespace

std::string zip_of(const std::vector<ZipEntry>& entries) {
    static std::atomic<unsigned> number = 0;
    const std::string path = "/vsimem/wardmap-zip-" + std::to_string(number++);
    {
        const std::unique_ptr<void, CloseZip> zip(CPLCreateZip(path.c_str(), nullptr));
        if (!zip) failed();
        for (const auto& entry : entries) {
            const bool good =
                CPLCreateFileInZip(zip.get(), entry.name.c_str(), nullptr) == CE_None &&
                CPLWriteFileInZip(zip.get(), entry.content.data(),
                                  static_cast<int>(entry.content.size())) == CE_None &&
                CPLCloseFileInZip(zip.get()) == CE_None;
            if (!good) failed();
        }
    }
    vsi_l_offset size = 0;
    const std::unique_ptr<GByte, decltype(&VSIFree)> bytes(
        VSIGetMemFileBuffer(path.c_str(), &size, TRUE), &VSIFree);
    if (!bytes) failed();
    return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

} // namespace wardmap::geo
