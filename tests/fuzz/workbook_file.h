// SPDX-License-Identifier: MIT
// A workbook of given parts in GDAL's memory.
#pragma once

#include <string>
#include <vector>

#include <cpl_vsi.h>

#include "gdal/zip_file.h"

namespace wardmap::testing {

class WorkbookFile {
public:
    /// Each has a path of its own, for GDAL remembers what an archive held.
    explicit WorkbookFile(const std::vector<gdal::ZipEntry>& parts) : m_bytes(gdal::zip_of(parts)) {
        static unsigned number = 0;
        m_path = "/vsimem/fuzz-" + std::to_string(number++) + ".zip";
        VSIFCloseL(VSIFileFromMemBuffer(m_path.c_str(), reinterpret_cast<GByte*>(m_bytes.data()),
                                        m_bytes.size(), FALSE));
    }
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;
    ~WorkbookFile() { VSIUnlink(m_path.c_str()); }

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_bytes;
    std::string m_path;
};

} // namespace wardmap::testing
