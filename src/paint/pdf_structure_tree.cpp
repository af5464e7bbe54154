// SPDX-License-Identifier: MIT
#include "paint/pdf_structure_tree.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>

#include "paint/fonts.h"
#include "paint/pdf_links.h"

namespace wardmap::paint {
namespace {

using Object = QPDFObjectHandle;

Object name(std::string_view text) {
    return Object::newName("/" + std::string(text));
}

Object integer(std::size_t value) {
    return Object::newInteger(static_cast<long long>(value));
}

/// An element's layout or table attributes; null: none.
Object attributes_of(const Element& element, std::span<const Scene> scenes) {
    if (element.scope != HeaderScope::none) {
        return Object::parse(element.scope == HeaderScope::row ? "<< /O /Table /Scope /Row >>"
                                                               : "<< /O /Table /Scope /Column >>");
    }
    if (element.role != PdfRole::figure || element.area.empty()) return Object::newNull();
    auto layout = Object::parse("<< /O /Layout /Placement /Block >>");
    layout.replaceKey("/BBox", pdf_rectangle(element.area, scenes[element.page]));
    return layout;
}

class StructureTree {
public:
    StructureTree(QPDF& pdf, const Structure& structure, std::span<const Scene> scenes,
                  std::span<const QPDFPageObjectHelper> pages)
        : m_structure(structure), m_scenes(scenes), m_pages(pages), m_links(pdf, scenes, pages),
          m_root(pdf.makeIndirectObject(Object::parse("<< /Type /StructTreeRoot >>"))),
          m_parents(QPDFNumberTreeObjectHelper::newEmpty(pdf)), m_next_key(pages.size()) {
        for (std::size_t i = 0; i < structure.elements.size(); ++i) {
            m_elements.push_back(pdf.makeIndirectObject(Object::newDictionary()));
        }
    }

    Object build() {
        for (std::size_t p = 0; p < m_pages.size(); ++p) {
            add_parents_of(p);
        }
        for (std::size_t i = 0; i < m_elements.size(); ++i) {
            fill(i);
        }
        m_root.replaceKey("/K", Object::newArray({m_elements.front()}));
        m_root.replaceKey("/ParentTree", m_parents.getObjectHandle());
        m_root.replaceKey("/ParentTreeNextKey", integer(m_next_key));
        return m_root;
    }

private:
    /// Maps the marks of a page to their elements.
    void add_parents_of(std::size_t page) {
        auto parents = Object::newArray();
        for (const auto& run : m_structure.pages[page]) {
            parents.appendItem(run.element == 0 ? Object::newNull() : m_elements[run.element]);
        }
        m_parents.insert(static_cast<long long>(page), parents);
        page_of(page).replaceKey("/StructParents", integer(page));
    }

    void fill(std::size_t index) {
        const auto& element = m_structure.elements[index];
        auto object = m_elements[index];
        object.replaceKey("/Type", name("StructElem"));
        object.replaceKey("/S", name(name_of(element.role)));
        object.replaceKey("/P", index == 0 ? m_root : m_elements[element.parent]);
        if (index != 0) object.replaceKey("/Pg", page_of(element.page));
        auto kids = Object::newArray();
        for (const auto& kid : element.kids) {
            kids.appendItem(kid_of(element, kid));
        }
        if (element.role == PdfRole::link) kids.appendItem(add_link(index));
        object.replaceKey("/K", kids);
        if (element.role == PdfRole::figure) {
            object.replaceKey("/Alt", Object::newUnicodeString(drawable(element.alt)));
        }
        auto attributes = attributes_of(element, m_scenes);
        if (!attributes.isNull()) object.replaceKey("/A", attributes);
    }

    [[nodiscard]] Object page_of(std::size_t page) const { return m_pages[page].getObjectHandle(); }

    [[nodiscard]] Object kid_of(const Element& element,
                                const std::variant<std::size_t, Mark>& kid) const {
        if (const auto* const child = std::get_if<std::size_t>(&kid)) return m_elements[*child];
        const auto& mark = std::get<Mark>(kid);
        if (mark.page == element.page) return integer(mark.number);
        auto reference = Object::parse("<< /Type /MCR >>"); // on another page than the element's
        reference.replaceKey("/Pg", page_of(mark.page));
        reference.replaceKey("/MCID", integer(mark.number));
        return reference;
    }

    /// Adds the annotation of a link element; returns the element's reference to it.
    Object add_link(std::size_t index) {
        const auto& element = m_structure.elements[index];
        const std::size_t key = m_next_key++;
        auto reference = Object::parse("<< /Type /OBJR >>");
        reference.replaceKey("/Pg", page_of(element.page));
        reference.replaceKey("/Obj", m_links.add(element, key));
        m_parents.insert(static_cast<long long>(key), m_elements[index]);
        return reference;
    }

    const Structure& m_structure;
    std::span<const Scene> m_scenes;
    std::span<const QPDFPageObjectHelper> m_pages;
    LinkAnnotations m_links;
    Object m_root;
    QPDFNumberTreeObjectHelper m_parents;
    std::size_t m_next_key; // of the parent tree: pages first, then links
    std::vector<Object> m_elements;
};

} // namespace

void set_structure_tree(QPDF& pdf, const Structure& structure, std::span<const Scene> scenes,
                        std::span<const QPDFPageObjectHelper> pages) {
    auto catalogue = pdf.getRoot();
    catalogue.replaceKey("/StructTreeRoot", StructureTree(pdf, structure, scenes, pages).build());
    catalogue.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
}

} // namespace wardmap::paint
