// SPDX-License-Identifier: MIT
#include "gdal/zip_file.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "geo/handle.h"

namespace wardmap::gdal {
namespace {

struct CloseZip {
    void operator()(void* zip) const { CPLCloseZip(zip); }
};

constexpr const char* contents_name = "[Content_Types].xml";

[[noreturn]] void failed() {
    throw OutputError(std::string("error: an archive could not be made: ") + CPLGetLastErrorMsg());
}

} // namespace

std::vector<ZipEntry> entries_of(const std::string& path) {
    const std::string zip = "/vsizip/{" + path + "}";
    const geo::Handle<char*, CSLDestroy> names(VSIReadDirRecursive(zip.c_str()));
    std::vector<ZipEntry> entries;
    for (int i = 0; i < CSLCount(names.get()); ++i) {
        stop_if_interrupted();
        const std::string name = names.get()[i];
        if (name.ends_with('/')) continue; // a folder
        GByte* bytes = nullptr;
        vsi_l_offset size = 0;
        if (VSIIngestFile(nullptr, (zip + "/" + name).c_str(), &bytes, &size, -1) == 0) failed();
        const geo::Handle<GByte, VSIFree> owned(bytes);
        entries.push_back(
            {name, {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)}});
    }
    std::sort(entries.begin(), entries.end(), [](const ZipEntry& a, const ZipEntry& b) {
        const auto place = [](const ZipEntry& entry) {
            return std::pair(entry.name != contents_name, entry.name);
        };
        return place(a) < place(b);
    });
    return entries;
}

std::string zip_of(const std::vector<ZipEntry>& entries) {
    static std::atomic<unsigned> number = 0;
    const std::string path = "/vsimem/wardmap-zip-" + std::to_string(number++);
    {
        const std::unique_ptr<void, CloseZip> zip(CPLCreateZip(path.c_str(), nullptr));
        if (!zip) failed();
        for (const auto& entry : entries) {
            stop_if_interrupted();
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

} // namespace wardmap::gdal
