// SPDX-License-Identifier: MIT
// Link annotations (ISO 32000-1, 12.5.6.5). Private to paint/: names types of libqpdf.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include <qpdf/QPDFPageObjectHelper.hh>

#include "paint/structure.h"

namespace wardmap::paint {

/// A box in points from the bottom left of its page.
[[nodiscard]] QPDFObjectHandle pdf_rectangle(const geo::Box& box_mm, const Scene& page);

class LinkAnnotations {
public:
    /// `scenes` and `pages` are the same pages, and outlive this.
    LinkAnnotations(QPDF& pdf, std::span<const Scene> scenes,
                    std::span<const QPDFPageObjectHelper> pages);

    /// Adds the annotation of a link to its page and returns it. `key` is its key in the parent
    /// tree. Its text alternative is the page it leads to. Throws OutputError if no bookmark has
    /// the link's anchor.
    [[nodiscard]] QPDFObjectHandle add(const Element& link, std::size_t key);

private:
    struct Destination {
        std::size_t page = 0;
        double y_mm = 0;
    };

    QPDF& m_pdf;
    std::span<const Scene> m_scenes;
    std::span<const QPDFPageObjectHelper> m_pages;
    std::map<std::string, Destination> m_destinations; // by anchor
};

} // namespace wardmap::paint
