// SPDX-License-Identifier: MIT
#include "workbook/finish.h"

#include <string_view>

#include "base/text.h"
#include "gdal/zip_file.h"

namespace wardmap::workbook {
namespace {

/// Replaces the first `from`; false if there is none.
bool replace(std::string& text, std::string_view from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos) return false;
    text.replace(at, from.size(), to);
    return true;
}

/// Adds a second named style beside Normal, with the title's font, and assigns it to the title
/// cells.
std::string with_heading(const std::string& styles) {
    constexpr std::string_view named = "<cellStyles count=\"1\">";
    constexpr std::string_view bases = "<cellStyleXfs count=\"1\">";
    constexpr std::string_view title = "fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\"";
    auto changed = styles;
    const bool all =
        replace(changed, title, "fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"1\"") &&
        replace(changed, bases, "<cellStyleXfs count=\"2\">") &&
        replace(changed, "</cellStyleXfs>",
                "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>") &&
        replace(changed, named, "<cellStyles count=\"2\">") &&
        replace(changed, "</cellStyles>",
                "<cellStyle name=\"Heading 1\" xfId=\"1\" builtinId=\"16\"/></cellStyles>");
    return all ? changed : styles; // other versions of the library may write differently
}

} // namespace

std::string finished(const std::string& path, const std::string& language) {
    auto entries = gdal::entries_of(path);
    for (auto& entry : entries) {
        if (entry.name == "docProps/core.xml") {
            const std::string_view end = "</cp:coreProperties>";
            replace(entry.content, end,
                    "<dc:language>" + text::as_markup(language) + "</dc:language>" +
                        std::string(end));
        }
        if (entry.name == "xl/styles.xml") entry.content = with_heading(entry.content);
    }
    return gdal::zip_of(entries);
}

} // namespace wardmap::workbook
