// SPDX-License-Identifier: MIT
#include "paint/structure.h"

#include <map>

namespace wardmap::paint {
namespace {

class Builder {
public:
    Builder() { m_structure.elements.push_back({PdfRole::document}); }

    void add_page(const Scene& scene) {
        m_structure.pages.emplace_back();
        m_open = {0};
        m_loose = 0;
        m_in_figure = false;
        for (std::size_t i = 0; i < scene.items.size(); ++i) {
            add(scene.items[i], i);
        }
        ++m_page;
    }

    Structure take() { return std::move(m_structure); }

private:
    std::size_t open(PdfRole role) {
        const std::size_t index = m_structure.elements.size();
        Element element{role};
        element.page = m_page;
        element.parent = m_open.back();
        m_structure.elements.push_back(std::move(element));
        m_structure.elements[m_open.back()].kids.emplace_back(index);
        return index;
    }

    void begin(const TagBegin& tag) {
        const auto known = tag.id == 0 ? m_by_id.end() : m_by_id.find(tag.id);
        if (known != m_by_id.end()) {
            m_open.push_back(known->second);
            return;
        }
        const auto index = open(tag.role);
        auto& element = m_structure.elements[index];
        element.scope = tag.scope;
        element.target = tag.target;
        if (tag.area) element.area = *tag.area;
        if (tag.id != 0) m_by_id[tag.id] = index;
        m_open.push_back(index);
    }

    /// Assigns an item to an element: to its last content if that directly precedes it.
    void draw(std::size_t item, std::size_t element, bool apart = false) {
        auto& runs = m_structure.pages.back();
        if (!runs.empty() && runs.back().to == item && runs.back().element == element && !apart) {
            ++runs.back().to;
            return;
        }
        runs.push_back({item, item + 1, element});
        if (element != 0) {
            m_structure.elements[element].kids.emplace_back(Mark{m_page, runs.size() - 1});
        }
    }

    /// Skips an item that does not appear in a PDF: what follows continues the content before it.
    void pass(std::size_t item) {
        auto& runs = m_structure.pages.back();
        if (!runs.empty() && runs.back().to == item) ++runs.back().to;
    }

    void add(const Text& text, std::size_t item) {
        if (m_in_figure) {
            m_structure.elements[m_open.back()].area.add(text.at);
            draw(item, m_open.back());
        } else if (text.role == PdfRole::artifact) {
            draw(item, 0);
        } else if (text.role != PdfRole::none) {
            m_loose = 0;
            draw(item, open(text.role), true);
        } else if (!entry_of(m_structure.elements[m_open.back()].role).holds_elements) {
            draw(item, m_open.back());
        } else {
            if (m_loose == 0) m_loose = open(PdfRole::paragraph);
            draw(item, m_loose);
        }
    }

    void add(const Shape& shape, std::size_t item) {
        if (m_in_figure) {
            for (const auto& ring : shape.rings) {
                m_structure.elements[m_open.back()].area.add(geo::extent(ring));
            }
        }
        draw(item, m_in_figure ? m_open.back() : 0);
    }

    void add(const Item& item, std::size_t i) {
        if (const auto* const text = std::get_if<Text>(&item)) return add(*text, i);
        if (const auto* const shape = std::get_if<Shape>(&item)) return add(*shape, i);
        if (std::holds_alternative<Bookmark>(item)) return;
        if (std::holds_alternative<LayerBegin>(item) || std::holds_alternative<LayerEnd>(item)) {
            return pass(i);
        }
        m_loose = 0;
        if (const auto* const figure = std::get_if<FigureBegin>(&item)) {
            m_open.push_back(open(PdfRole::figure));
            m_structure.elements[m_open.back()].alt = figure->alt;
            m_in_figure = true;
        } else if (const auto* const tag = std::get_if<TagBegin>(&item)) {
            begin(*tag);
        } else {
            if (m_open.size() > 1) m_open.pop_back();
            m_in_figure = false;
        }
    }

    Structure m_structure;
    std::vector<std::size_t> m_open; // from the document inwards
    std::map<std::size_t, std::size_t> m_by_id;
    std::size_t m_page = 0;
    std::size_t m_loose = 0; // paragraph of texts outside all elements
    bool m_in_figure = false;
};

} // namespace

Structure structure_of(std::span<const Scene> pages) {
    Builder builder;
    for (const auto& page : pages) {
        builder.add_page(page);
    }
    return builder.take();
}

} // namespace wardmap::paint
