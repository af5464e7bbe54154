// SPDX-License-Identifier: MIT
#include "paint/pdf_links.h"

#include <qpdf/QPDF.hh>

#include "paint/pdf_fault.h"

namespace wardmap::paint {
namespace {

QPDFObjectHandle points(double mm) {
    return QPDFObjectHandle::newReal(mm / mm_per_pt, 2);
}

} // namespace

QPDFObjectHandle pdf_rectangle(const geo::Box& box_mm, const Scene& page) {
    return QPDFObjectHandle::newArray({points(box_mm.min_x), points(page.height_mm - box_mm.max_y),
                                       points(box_mm.max_x),
                                       points(page.height_mm - box_mm.min_y)});
}

LinkAnnotations::LinkAnnotations(QPDF& pdf, std::span<const Scene> scenes,
                                 std::span<const QPDFPageObjectHelper> pages)
    : m_pdf(pdf), m_scenes(scenes), m_pages(pages) {
    for (std::size_t p = 0; p < scenes.size(); ++p) {
        for (const auto& item : scenes[p].items) {
            const auto* const bookmark = std::get_if<Bookmark>(&item);
            if (bookmark == nullptr || bookmark->anchor.empty()) continue;
            m_destinations[bookmark->anchor] = {p, bookmark->y_mm};
        }
    }
}

QPDFObjectHandle LinkAnnotations::add(const Element& link, std::size_t key) {
    const auto found = m_destinations.find(link.target);
    if (found == m_destinations.end()) fail_pdf("no anchor " + link.target);
    const auto [page, y_mm] = found->second;
    auto annotation = m_pdf.makeIndirectObject(
        QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] >>"));
    annotation.replaceKey("/Rect", pdf_rectangle(link.area, m_scenes[link.page]));
    annotation.replaceKey(
        "/Dest", QPDFObjectHandle::newArray(
                     {m_pages[page].getObjectHandle(), QPDFObjectHandle::newName("/XYZ"),
                      QPDFObjectHandle::newInteger(0), points(m_scenes[page].height_mm - y_mm),
                      QPDFObjectHandle::newNull()}));
    annotation.replaceKey("/Contents",
                          QPDFObjectHandle::newUnicodeString("Page " + std::to_string(page + 1)));
    annotation.replaceKey("/StructParent",
                          QPDFObjectHandle::newInteger(static_cast<long long>(key)));
    auto on_page = m_pages[link.page].getObjectHandle();
    if (!on_page.hasKey("/Annots")) on_page.replaceKey("/Annots", QPDFObjectHandle::newArray());
    on_page.getKey("/Annots").appendItem(annotation);
    on_page.replaceKey("/Tabs", QPDFObjectHandle::newName("/S")); // in the order of the structure
    return annotation;
}

} // namespace wardmap::paint
