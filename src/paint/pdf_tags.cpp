// SPDX-License-Identifier: MIT
#include "paint/pdf_tags.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>

#include <fmt/format.h>
#include <glib.h>

#include "base/text.h"
#include "paint/fonts.h"
#include "paint/pdf_file.h"

namespace wardmap::paint {
namespace {

constexpr double pt_per_mm = 1 / mm_per_pt;

/// UTF-16BE with byte-order mark as a hexadecimal PDF string.
std::string pdf_text(const std::string& text) {
    const auto utf8 = drawable(text);
    glong length = 0;
    const std::unique_ptr<gunichar2, decltype(&g_free)> units(
        g_utf8_to_utf16(utf8.data(), static_cast<glong>(utf8.size()), nullptr, &length, nullptr),
        &g_free);
    std::string hex = "<FEFF";
    for (glong i = 0; units && i < length; ++i) {
        hex += fmt::format("{:04X}", units.get()[i]);
    }
    return hex + ">";
}

std::string rectangle(const geo::Box& box, const Scene& page) {
    return fmt::format("[{:.2f} {:.2f} {:.2f} {:.2f}]", box.min_x * pt_per_mm,
                       (page.height_mm - box.max_y) * pt_per_mm, box.max_x * pt_per_mm,
                       (page.height_mm - box.min_y) * pt_per_mm);
}

/// Where the links lead, by anchor.
std::map<std::string, Mark> anchors_of(std::span<const Scene> pages,
                                       std::map<std::string, double>& heights) {
    std::map<std::string, Mark> anchors;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        for (const auto& item : pages[p].items) {
            const auto* const bookmark = std::get_if<Bookmark>(&item);
            if (bookmark == nullptr || bookmark->anchor.empty()) continue;
            anchors[bookmark->anchor] = {p, 0};
            heights[bookmark->anchor] = bookmark->y_mm;
        }
    }
    return anchors;
}

/// Title and language for software that reads XMP (ISO 16684-1) and not the PDF's own entries.
/// Not packed, so that it can be found without reading PDF.
std::string xmp_stream(const std::string& title, const std::string& language) {
    const auto packet = fmt::format(
        "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\n"
        "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n"
        "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>",
        text::as_markup(drawable(title)), text::as_markup(language));
    return fmt::format("<< /Type /Metadata /Subtype /XML /Length {} >>\nstream\n{}\nendstream",
                       packet.size(), packet);
}

class Tagger {
public:
    Tagger(PdfFile file, const Structure& structure, std::span<const Scene> pages)
        : m_file(std::move(file)), m_structure(structure), m_pages(pages) {}

    std::string tagged(const std::string& title) {
        find_pages();
        drop_cairos();
        m_first = m_file.next();
        m_annotation = m_first + m_structure.elements.size();
        for (std::size_t p = 0; p < m_pages.size(); ++p) {
            name_marks(p);
        }
        for (std::size_t i = 0; i < m_structure.elements.size(); ++i) {
            add_element(i);
        }
        add_links_to_pages();
        add_root();
        add_metadata(title);
        return write_pdf(m_file);
    }

private:
    [[nodiscard]] std::string reference(std::size_t element) const {
        return fmt::format("{} 0 R", m_first + element);
    }

    [[nodiscard]] std::string& object(std::size_t number) {
        const auto at = m_file.objects.find(number);
        if (at == m_file.objects.end()) unexpected_pdf("no object " + std::to_string(number));
        return at->second;
    }

    void find_pages() {
        const auto& kids = object(number_after(object(m_file.root), "/Pages"));
        auto at = kids.find("/Kids");
        const auto end = kids.find(']', at);
        for (at = kids.find('[', at); at != std::string::npos;) {
            at = kids.find_first_of("0123456789", at);
            if (at >= end) break;
            m_page_objects.push_back(number_after(kids.substr(at, 20), ""));
            at = kids.find('R', at);
        }
        if (m_page_objects.size() != m_pages.size()) unexpected_pdf("another number of pages");
    }

    /// Cairo's own structure goes, but for its root, which the catalogue names.
    void drop_cairos() {
        m_root = number_after(object(m_file.root), "/StructTreeRoot");
        m_tree = number_after(object(m_root), "/ParentTree");
        std::erase_if(m_file.objects, [](const auto& entry) {
            return !is_stream(entry.second) &&
                   entry.second.find("/Type /StructElem") != std::string::npos;
        });
    }

    /// The marks get the names of their elements, or that of an artifact. They are as many as the
    /// structure says.
    void name_marks(std::size_t page) {
        auto& stream = object(number_after(object(m_page_objects[page]), "/Contents"));
        const auto content = content_of(stream);
        const std::string mark = std::string("/") + mark_name + " << /MCID ";
        const auto& runs = m_structure.pages[page];
        std::string changed;
        std::size_t marks = 0;
        std::size_t done = 0;
        for (auto at = content.find(mark); at != std::string::npos;
             at = content.find(mark, at + 1), ++marks) {
            if (marks == runs.size()) unexpected_pdf(fmt::format("more than {} marks", marks));
            if (number_after(content.substr(at, mark.size() + 20), mark) != marks) {
                unexpected_pdf("marks out of order");
            }
            const auto element = runs[marks].element;
            changed += content.substr(done, at - done);
            if (element == 0) {
                changed += "/Artifact BMC";
                done = content.find("BDC", at) + 3;
            } else {
                changed += "/" + m_structure.elements[element].tag;
                done = at + 1 + std::string_view(mark_name).size();
            }
        }
        if (marks != runs.size()) {
            unexpected_pdf(
                fmt::format("{} marks on page {} and not {}", marks, page + 1, runs.size()));
        }
        stream = with_content(stream, changed + content.substr(done));
    }

    void add_element(std::size_t index) {
        const auto& element = m_structure.elements[index];
        std::string kids;
        for (const auto& kid : element.kids) {
            if (const auto* const child = std::get_if<std::size_t>(&kid)) {
                kids += reference(*child) + " ";
                continue;
            }
            const auto& mark = std::get<Mark>(kid);
            kids += mark.page == element.page ? fmt::format("{} ", mark.number)
                                              : fmt::format("<< /Type /MCR /Pg {} 0 R /MCID {} >> ",
                                                            m_page_objects[mark.page], mark.number);
        }
        if (element.tag == "Link") kids += add_link(index);
        const std::string parent =
            index == 0 ? fmt::format("{} 0 R", m_root) : reference(element.parent);
        std::string entries =
            fmt::format("<< /Type /StructElem /S /{} /P {} /K [{}]", element.tag, parent, kids);
        if (index != 0) entries += fmt::format(" /Pg {} 0 R", m_page_objects[element.page]);
        if (element.tag == "Figure") {
            entries += " /Alt " + pdf_text(element.alt);
            if (!element.area.empty()) {
                entries += " /A << /O /Layout /Placement /Block /BBox " +
                           rectangle(element.area, m_pages[element.page]) + " >>";
            }
        }
        if (!element.scope.empty()) {
            entries += fmt::format(" /A << /O /Table /Scope /{} >>", element.scope);
        }
        m_file.objects[m_first + index] = entries + " >>";
    }

    /// The annotation that makes a link of an element; what the element says of it.
    std::string add_link(std::size_t index) {
        const auto& element = m_structure.elements[index];
        if (m_anchors.empty()) m_anchors = anchors_of(m_pages, m_heights);
        const auto anchor = m_anchors.find(element.target);
        if (anchor == m_anchors.end()) unexpected_pdf("no anchor " + element.target);
        const auto& scene = m_pages[anchor->second.page];
        const std::size_t number = m_annotation++;
        m_file.objects[number] = fmt::format(
            "<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect {} /Dest [{} 0 "
            "R /XYZ 0 {:.2f} null] /Contents {} /StructParent {} >>",
            rectangle(element.area, m_pages[element.page]), m_page_objects[anchor->second.page],
            (scene.height_mm - m_heights.at(element.target)) * pt_per_mm,
            pdf_text("Page " + std::to_string(anchor->second.page + 1)),
            m_pages.size() + m_link_elements.size());
        m_links[element.page].push_back(number);
        m_link_elements.push_back(index);
        return fmt::format("<< /Type /OBJR /Pg {} 0 R /Obj {} 0 R >>", m_page_objects[element.page],
                           number);
    }

    void add_links_to_pages() {
        for (const auto& [page, links] : m_links) {
            std::string annotations = "/Tabs /S /Annots [";
            for (const auto link : links) {
                annotations += fmt::format("{} 0 R ", link);
            }
            auto& dictionary = object(m_page_objects[page]);
            dictionary = with_entry(dictionary, annotations + "]");
        }
    }

    /// From the marks of each page, and from each link, to their elements.
    [[nodiscard]] std::string parent_tree() {
        std::map<std::size_t, std::string> numbers;
        for (std::size_t p = 0; p < m_pages.size(); ++p) {
            const auto& runs = m_structure.pages[p];
            if (runs.empty()) continue;
            auto& parents = numbers[number_after(object(m_page_objects[p]), "/StructParents")];
            for (const auto& run : runs) {
                parents += run.element == 0 ? "null " : reference(run.element) + " ";
            }
            parents = "[" + parents + "]";
        }
        for (std::size_t i = 0; i < m_link_elements.size(); ++i) {
            numbers[m_pages.size() + i] = reference(m_link_elements[i]);
        }
        std::string nums;
        for (const auto& [key, value] : numbers) {
            nums += fmt::format("{} {} ", key, value);
        }
        return "<< /Nums [" + nums + "] >>";
    }

    void add_root() {
        m_file.objects[m_tree] = parent_tree();
        m_file.objects[m_root] = fmt::format(
            "<< /Type /StructTreeRoot /K [{}] /ParentTree {} 0 R /ParentTreeNextKey {} >>",
            reference(0), m_tree, m_pages.size() + m_link_elements.size());
        auto& catalogue = object(m_file.root);
        if (catalogue.find("/MarkInfo") == std::string::npos) {
            catalogue = with_entry(catalogue, "/MarkInfo << /Marked true >>");
        }
        catalogue = with_entry(
            catalogue, fmt::format("/Lang ({}) /ViewerPreferences << /DisplayDocTitle true >>",
                                   m_pages.front().language));
    }

    void add_metadata(const std::string& title) {
        const auto number = m_file.next();
        m_file.objects[number] = xmp_stream(title, m_pages.front().language);
        auto& catalogue = object(m_file.root);
        catalogue = with_entry(catalogue, fmt::format("/Metadata {} 0 R", number));
    }

    PdfFile m_file;
    const Structure& m_structure;
    std::span<const Scene> m_pages;
    std::vector<std::size_t> m_page_objects;
    std::size_t m_root = 0;       // of the structure
    std::size_t m_tree = 0;       // its parent tree
    std::size_t m_first = 0;      // object of element 0
    std::size_t m_annotation = 0; // of the next link
    std::map<std::string, Mark> m_anchors;
    std::map<std::string, double> m_heights;
    std::map<std::size_t, std::vector<std::size_t>> m_links; // of each page
    std::vector<std::size_t> m_link_elements;
};

} // namespace

std::string with_structure(const std::string& pdf, const Structure& structure,
                           std::span<const Scene> pages, const std::string& title) {
    const bool blank = std::all_of(structure.pages.begin(), structure.pages.end(),
                                   [](const auto& runs) { return runs.empty(); });
    if (blank) return pdf; // nothing to tag
    return Tagger(read_pdf(pdf), structure, pages).tagged(title);
}

} // namespace wardmap::paint
