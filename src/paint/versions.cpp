// SPDX-License-Identifier: MIT
#include "paint/versions.h"

#include <cairo.h>
#include <pango/pango.h>
#include <qpdf/QPDF.hh>

namespace wardmap::paint {

std::vector<std::pair<std::string, std::string>> library_versions() {
    return {{"Cairo", cairo_version_string()},
            {"Pango", pango_version_string()},
            {"qpdf", QPDF::QPDFVersion()}};
}

} // namespace wardmap::paint
