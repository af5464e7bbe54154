// SPDX-License-Identifier: MIT
#include "gdal/zip_part.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include "base/limits.h"

namespace wardmap::gdal {
namespace {

constexpr vsi_l_offset most_bytes = limits::workbook_settings_bytes;

} // namespace

std::string zip_part(const std::string& path, const std::string& part) {
    const auto name = "/vsizip/{" + path + "}/" + part;
    GByte* bytes = nullptr;
    vsi_l_offset size = 0;
    if (VSIIngestFile(nullptr, name.c_str(), &bytes, &size, static_cast<GIntBig>(most_bytes)) == 0)
        return {};
    const geo::Handle<GByte, VSIFree> owned(bytes);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

Xml xml_of(const std::string& text) {
    Xml xml(text.empty() ? nullptr : CPLParseXMLString(text.c_str()));
    if (xml) CPLStripXMLNamespace(xml.get(), nullptr, TRUE);
    return xml;
}

const CPLXMLNode* found_in(const Xml& xml, const char* path) {
    return xml ? CPLGetXMLNode(xml.get(), path) : nullptr;
}

} // namespace wardmap::gdal
