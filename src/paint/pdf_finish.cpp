// SPDX-License-Identifier: MIT
#include "paint/pdf_finish.h"

#include <fmt/format.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/error.h"
#include "base/text.h"
#include "paint/fonts.h"
#include "paint/pdf_fault.h"
#include "paint/pdf_marks.h"
#include "paint/pdf_structure_tree.h"

namespace wardmap::paint {
namespace {

/// Title and language for software that reads XMP (ISO 16684-1) instead of the PDF's own entries.
std::string xmp_packet(const std::string& title, const std::string& language) {
    return fmt::format(
        "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\n"
        "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n"
        "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>",
        text::as_markup(drawable(title)), text::as_markup(language));
}

void set_title_and_language(QPDF& pdf, const std::string& title, const std::string& language) {
    auto catalogue = pdf.getRoot();
    catalogue.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language));
    catalogue.replaceKey("/ViewerPreferences",
                         QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    auto metadata = pdf.newStream(xmp_packet(title, language));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    catalogue.replaceKey("/Metadata",
                         metadata); // libqpdf leaves it uncompressed, so that any software finds it
}

/// Anything that libqpdf had to repair is an error.
void check_warnings(QPDF& pdf) {
    const auto warnings = pdf.getWarnings();
    if (!warnings.empty()) fail_pdf(warnings.front().what());
}

std::string written(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true); // from the content, not time and path
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

std::string finish(const std::string& painted, const Structure& structure,
                   std::span<const Scene> scenes, const std::string& title) {
    QPDF pdf;
    pdf.setSuppressWarnings(true); // on standard error; check_warnings reports them
    pdf.setAttemptRecovery(false);
    pdf.processMemoryFile("PDF", painted.data(), painted.size());
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    if (pages.size() != scenes.size()) {
        fail_pdf(fmt::format("{} pages and not {}", pages.size(), scenes.size()));
    }
    for (std::size_t p = 0; p < pages.size(); ++p) {
        set_marks(pages[p], structure.pages[p], structure);
    }
    set_structure_tree(pdf, structure, scenes, pages);
    set_title_and_language(pdf, title, scenes.front().language);
    auto bytes = written(pdf);
    check_warnings(pdf);
    return bytes;
}

} // namespace

std::string finish_pdf(const std::string& painted, const Structure& structure,
                       std::span<const Scene> scenes, const std::string& title) {
    try {
        return finish(painted, structure, scenes, title);
    } catch (const OutputError&) {
        throw;
    } catch (const std::runtime_error& error) { // QPDFExc, and exceptions from its pipelines
        fail_pdf(error.what());
    }
}

} // namespace wardmap::paint
