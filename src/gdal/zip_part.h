// SPDX-License-Identifier: MIT
// XML within the zipped files of office programs. Private to gdal/.
#pragma once

#include <string>

#include <cpl_minixml.h>
#include <cpl_string.h>

#include "geo/handle.h"

namespace wardmap::gdal {

using Xml = geo::Handle<CPLXMLNode, CPLDestroyXMLNode>;

/// A part such as "content.xml" of a zipped file; "" where there is none or it is too large.
[[nodiscard]] std::string zip_part(const std::string& path, const std::string& part);

/// The text without namespaces; null where it is no XML.
[[nodiscard]] Xml xml_of(const std::string& text);

/// The node at this path; null where there is none.
[[nodiscard]] const CPLXMLNode* found_in(const Xml& xml, const char* path);

/// Calls `use` for every child of this name below `parent`.
template <typename Use>
void each_child(const CPLXMLNode* parent, const char* name, const Use& use) {
    for (const auto* node = parent == nullptr ? nullptr : parent->psChild; node != nullptr;
         node = node->psNext) {
        if (node->eType == CXT_Element && EQUAL(node->pszValue, name)) use(node);
    }
}

} // namespace wardmap::gdal
