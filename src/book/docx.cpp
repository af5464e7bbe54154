// SPDX-License-Identifier: MIT
#include "book/docx.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "gdal/zip_file.h"

namespace wardmap::book {
namespace {

constexpr const char* xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* office = "http://schemas.openxmlformats.org/officeDocument/2006";
constexpr const char* package = "http://schemas.openxmlformats.org/package/2006";
constexpr const char* drawing = "http://schemas.openxmlformats.org/drawingml/2006";

std::string content_types() {
    const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    return fmt::format(
        "{}<Types xmlns=\"{}/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"png\" ContentType=\"image/png\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"{}document.main+xml\"/>"
        "<Override PartName=\"/word/styles.xml\" ContentType=\"{}styles+xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" "
        "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>\n",
        xml_head, package, word, word);
}

std::string relationship(const std::string& id, const std::string& type,
                         const std::string& target) {
    return fmt::format("<Relationship Id=\"{}\" Type=\"{}\" Target=\"{}\"/>", id, type, target);
}

std::string relationships(const std::string& inside) {
    return fmt::format("{}<Relationships xmlns=\"{}/relationships\">{}</Relationships>\n", xml_head,
                       package, inside);
}

std::string package_relationships() {
    return relationships(
        relationship("r1", std::string(office) + "/relationships/officeDocument",
                     "word/document.xml") +
        relationship("r2", std::string(package) + "/relationships/metadata/core-properties",
                     "docProps/core.xml"));
}

std::string document_relationships() {
    return relationships(
        relationship("r1", std::string(office) + "/relationships/styles", "styles.xml") +
        relationship("r2", std::string(office) + "/relationships/image", "media/map.png"));
}

std::string core_properties(const PictureDocument& document) {
    return fmt::format("{}<cp:coreProperties xmlns:cp=\"{}/metadata/core-properties\" "
                       "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>"
                       "<dc:language>en-GB</dc:language></cp:coreProperties>\n",
                       xml_head, package, text::as_markup(document.title));
}

std::string style(const std::string& id, const std::string& name, int half_points,
                  const std::string& more) {
    return fmt::format("<w:style w:type=\"paragraph\" w:styleId=\"{0}\"{1}><w:name w:val=\"{2}\"/>"
                       "{3}<w:pPr><w:spacing w:after=\"80\"/></w:pPr><w:rPr>{4}<w:sz "
                       "w:val=\"{5}\"/></w:rPr></w:style>",
                       id, id == "Normal" ? " w:default=\"1\"" : "", name,
                       id == "Normal" ? "" : "<w:basedOn w:val=\"Normal\"/>", more, half_points);
}

std::string styles() {
    return fmt::format(
        "{}<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" "
        "w:cs=\"Arial\"/><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault></w:docDefaults>{}{}{}"
        "</w:styles>\n",
        xml_head, style("Normal", "Normal", 20, ""), style("Caption", "caption", 20, "<w:b/>"),
        style("Source", "Source", 16, ""));
}

std::string paragraph(const std::string& style, const std::string& text, bool with_next = false) {
    return fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>{}</w:pPr><w:r><w:t "
                       "xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                       style, with_next ? "<w:keepNext/>" : "", text::as_markup(text));
}

/// In English Metric Units.
long emu(double mm) {
    return std::lround(mm * 36000);
}

std::string picture(const PictureDocument& document) {
    const auto size =
        fmt::format("cx=\"{}\" cy=\"{}\"", emu(document.width_mm), emu(document.height_mm));
    const auto alt = text::as_markup(document.alt);
    return fmt::format(
        "<w:p><w:pPr><w:pStyle w:val=\"Normal\"/><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline "
        "distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
        "<wp:extent {0}/><wp:docPr id=\"1\" name=\"Map\" descr=\"{1}\"/>"
        "<a:graphic xmlns:a=\"{2}/main\"><a:graphicData uri=\"{2}/picture\">"
        "<pic:pic xmlns:pic=\"{2}/picture\"><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"map.png\" "
        "descr=\"{1}\"/><pic:cNvPicPr/></pic:nvPicPr>"
        "<pic:blipFill><a:blip r:embed=\"r2\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {0}/></a:xfrm>"
        "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>",
        size, alt, drawing);
}

std::string body(const PictureDocument& document) {
    std::string all = picture(document) + paragraph("Caption", document.caption);
    for (const auto& line : document.text) {
        all += paragraph("Normal", line);
    }
    for (const auto& line : document.source) {
        all += paragraph("Source", line);
    }
    // A4, margins of 25 and 20 mm, in twentieths of a point.
    return fmt::format("{}<w:document "
                       "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                       "xmlns:r=\"{}/relationships\" xmlns:wp=\"{}/wordprocessingDrawing\">"
                       "<w:body>{}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar "
                       "w:top=\"1134\" w:right=\"1417\" w:bottom=\"1134\" w:left=\"1417\" "
                       "w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr></w:body>"
                       "</w:document>\n",
                       xml_head, office, drawing, all);
}

} // namespace

std::string docx_of(const PictureDocument& document) {
    return gdal::zip_of({{"[Content_Types].xml", content_types()},
                         {"_rels/.rels", package_relationships()},
                         {"docProps/core.xml", core_properties(document)},
                         {"word/document.xml", body(document)},
                         {"word/_rels/document.xml.rels", document_relationships()},
                         {"word/styles.xml", styles()},
                         {"word/media/map.png", document.png}});
}

} // namespace wardmap::book
