// SPDX-License-Identifier: MIT
#include "gdal/zip_stream.h"

#include <algorithm>

#include <cpl_vsi.h>

#include "base/error.h"
#include "base/limits.h"
#include "gdal/archive_limits.h"

namespace wardmap::gdal {
namespace {

[[noreturn]] void refuse_damaged(const std::string& shown_as, std::string found) {
    throw InputError(Finding{.severity = Severity::error,
                             .place = {shown_as},
                             .found = std::move(found),
                             .expected = "a zip archive that is whole",
                             .help = "fetch it again, or unpack it"});
}

} // namespace

void ZipStream::Close::operator()(void* file) const {
    VSIFCloseL(static_cast<VSILFILE*>(file));
}

std::vector<std::string> zip_members(const std::string& path, const std::string& shown_as) {
    check_archive(path, shown_as, "a zip archive of tables", limits::zip_bytes);
    std::vector<std::string> names;
    for (const auto& member : archive_members(path)) {
        if (!member.name.ends_with('/')) names.push_back(member.name);
    }
    if (names.empty())
        refuse_damaged(shown_as, "this is not a zip archive, or it is empty or damaged");
    std::sort(names.begin(), names.end());
    return names;
}

ZipStream::ZipStream(const std::string& path, const std::string& member,
                     const std::string& shown_as)
    : m_shown_as(shown_as) {
    for (const auto& known : archive_members(path)) {
        if (known.name == member) m_size = known.unpacked;
    }
    m_file.reset(VSIFOpenL(("/vsizip/{" + path + "}/" + member).c_str(), "rb"));
    if (!m_file) refuse_damaged(shown_as, "the file cannot be read from the archive");
}

std::size_t ZipStream::read(char* to, std::size_t bytes) {
    const auto got = VSIFReadL(to, 1, bytes, static_cast<VSILFILE*>(m_file.get()));
    m_read += got;
    if (got < bytes && m_read < m_size)
        refuse_damaged(m_shown_as, "the data of the archive are damaged");
    return got;
}

} // namespace wardmap::gdal
