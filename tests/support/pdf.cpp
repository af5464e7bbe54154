// SPDX-License-Identifier: MIT
#include "support/pdf.h"

#include <algorithm>
#include <memory>
#include <set>

#include <fmt/format.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace wardmap::testing {
namespace {

using Object = QPDFObjectHandle;

std::unique_ptr<QPDF> opened(const std::string& bytes) {
    auto pdf = std::make_unique<QPDF>();
    pdf->setAttemptRecovery(false);
    pdf->processMemoryFile("PDF", bytes.data(), bytes.size());
    return pdf;
}

std::string name_in(Object dictionary, const std::string& key) {
    return dictionary.hasKey(key) ? dictionary.getKey(key).getName().substr(1) : std::string();
}

std::string text_in(Object dictionary, const std::string& key) {
    return dictionary.hasKey(key) ? dictionary.getKey(key).getUTF8Value() : std::string();
}

/// The marks of a page's content, and whether anything is painted outside them.
class MarkReader : public Object::ParserCallbacks {
public:
    void handleObject(Object object) override {
        static const std::set<std::string> painting = {"f", "f*", "F",  "S",  "s", "B", "B*",
                                                       "b", "b*", "Tj", "TJ", "'", "Do"};
        if (!object.isOperator()) {
            m_operands.push_back(object);
            return;
        }
        const auto word = object.getOperatorValue();
        if (word == "BMC" || word == "BDC") {
            ++m_open;
            PdfMark mark{m_operands.at(0).getName().substr(1), {}};
            if (word == "BDC") {
                mark.number =
                    static_cast<std::size_t>(m_operands.at(1).getKey("/MCID").getIntValue());
            }
            marks.push_back(mark);
        } else if (word == "EMC") {
            --m_open;
        } else if (m_open == 0 && painting.contains(word)) {
            paints_outside = true;
        }
        m_operands.clear();
    }
    void handleEOF() override {}

    std::vector<PdfMark> marks;
    bool paints_outside = false;

private:
    std::vector<Object> m_operands;
    int m_open = 0;
};

MarkReader read_marks(QPDFPageObjectHelper page) {
    MarkReader reader;
    page.parseContents(&reader);
    return reader;
}

/// A single kid may be written without an array.
std::vector<Object> kids_of(Object element) {
    auto kids = element.getKey("/K");
    return kids.isArray() ? kids.getArrayAsVector() : std::vector<Object>{kids};
}

PdfElement element_of(Object object) {
    PdfElement element{name_in(object, "/S"), text_in(object, "/Alt"), "", "", {}};
    if (object.hasKey("/A")) element.scope = name_in(object.getKey("/A"), "/Scope");
    for (auto kid : kids_of(object)) {
        if (!kid.isDictionary()) continue;
        if (kid.hasKey("/Obj")) element.link_text = text_in(kid.getKey("/Obj"), "/Contents");
        if (kid.hasKey("/S")) element.kids.push_back(element_of(kid));
    }
    return element;
}

void add_bookmarks(std::vector<QPDFOutlineObjectHelper> entries, int level,
                   const std::vector<QPDFPageObjectHelper>& pages, PdfDocument& document) {
    for (auto& entry : entries) {
        PdfBookmark bookmark{entry.getTitle(), level, pages.size()};
        for (std::size_t p = 0; p < pages.size(); ++p) {
            auto page = pages[p].getObjectHandle();
            if (entry.getDestPage().getObjGen() == page.getObjGen()) bookmark.page = p;
        }
        document.bookmarks.push_back(bookmark);
        add_bookmarks(entry.getKids(), level + 1, pages, document);
    }
}

/// Finds errors by walking down from the root of the structure.
class TagCheck {
public:
    explicit TagCheck(const std::string& bytes)
        : m_pdf(opened(bytes)), m_pages(QPDFPageDocumentHelper(*m_pdf).getAllPages()) {}

    std::string first_fault() {
        auto root = m_pdf->getRoot().getKey("/StructTreeRoot");
        if (!root.isDictionary()) return "no structure";
        for (auto kid : kids_of(root)) {
            check_element(kid, root);
        }
        QPDFNumberTreeObjectHelper parents(root.getKey("/ParentTree"), *m_pdf, false);
        for (std::size_t p = 0; p < m_pages.size(); ++p) {
            check_page(p, parents);
            check_links(p, parents);
        }
        return m_fault;
    }

private:
    void note(const std::string& fault) {
        if (m_fault.empty()) m_fault = fault;
    }

    void check_element(Object element, Object parent) {
        if (element.getKey("/P").getObjGen() != parent.getObjGen()) note("another parent");
        for (auto kid : kids_of(element)) {
            if (kid.isInteger()) {
                own(element.getKey("/Pg"), kid, element);
            } else if (kid.hasKey("/MCID")) {
                own(kid.getKey("/Pg"), kid.getKey("/MCID"), element);
            } else if (kid.hasKey("/Obj")) {
                m_owner[{kid.getKey("/Obj").getObjGen(), -1}] = element.getObjGen();
            } else {
                check_element(kid, element);
            }
        }
    }

    void own(Object page, Object number, Object element) {
        const auto added =
            m_owner.emplace(std::pair(page.getObjGen(), number.getIntValue()), element.getObjGen());
        if (!added.second) note("content of two elements");
    }

    void check_page(std::size_t p, QPDFNumberTreeObjectHelper& parents) {
        auto page = m_pages[p].getObjectHandle();
        const auto reader = read_marks(m_pages[p]);
        if (reader.paints_outside) note(fmt::format("page {} paints outside all marks", p));
        Object listed;
        const bool found = page.hasKey("/StructParents") &&
                           parents.findObject(page.getKey("/StructParents").getIntValue(), listed);
        if (!found) return note(fmt::format("page {} is not in the parent tree", p));
        std::set<std::size_t> numbers;
        for (const auto& mark : reader.marks) {
            if (!mark.number) {
                if (mark.name != "Artifact") note("a mark without a number: " + mark.name);
                continue;
            }
            auto parent = listed.getArrayItem(static_cast<int>(*mark.number));
            const auto owner = m_owner.find({page.getObjGen(), static_cast<int>(*mark.number)});
            if (!numbers.insert(*mark.number).second) note("a number twice on a page");
            if (owner == m_owner.end() || owner->second != parent.getObjGen()) {
                note(fmt::format("mark {} of page {} leads to another element", *mark.number, p));
            } else if (name_in(parent, "/S") != mark.name) {
                note("a mark has not the name of its element: " + mark.name);
            }
        }
    }

    void check_links(std::size_t p, QPDFNumberTreeObjectHelper& parents) {
        for (auto& link : m_pages[p].getAnnotations("/Link")) {
            auto object = link.getObjectHandle();
            Object element;
            const bool found =
                parents.findObject(object.getKey("/StructParent").getIntValue(), element);
            const auto owner = m_owner.find({object.getObjGen(), -1});
            if (!found || owner == m_owner.end() || owner->second != element.getObjGen() ||
                name_in(element, "/S") != "Link") {
                note("a link is of no element");
            }
            if (text_in(object, "/Contents").empty()) note("a link has no text alternative");
            const auto target = object.getKey("/Dest").getArrayItem(0).getObjGen();
            const bool leads = std::ranges::any_of(m_pages, [&](const auto& page) {
                return page.getObjectHandle().getObjGen() == target;
            });
            if (!leads) note("a link leads to no page");
        }
    }

    std::unique_ptr<QPDF> m_pdf;
    std::vector<QPDFPageObjectHelper> m_pages;
    std::map<std::pair<QPDFObjGen, long long>, QPDFObjGen> m_owner; // of content and of links (-1)
    std::string m_fault;
};

} // namespace

PdfDocument read_pdf(const std::string& bytes) {
    const auto pdf = opened(bytes);
    auto root = pdf->getRoot();
    PdfDocument document;
    document.version = pdf->getPDFVersion();
    document.title = text_in(pdf->getTrailer().getKey("/Info"), "/Title");
    document.language = text_in(root, "/Lang");
    if (root.hasKey("/Metadata")) {
        const auto xmp = root.getKey("/Metadata").getStreamData();
        document.xmp.assign(reinterpret_cast<const char*>(xmp->getBuffer()), xmp->getSize());
    }
    document.shows_title =
        root.hasKey("/ViewerPreferences") &&
        root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue();
    document.is_tagged =
        root.hasKey("/MarkInfo") && root.getKey("/MarkInfo").getKey("/Marked").getBoolValue();
    if (root.hasKey("/StructTreeRoot")) {
        document.tree = element_of(root.getKey("/StructTreeRoot").getKey("/K").getArrayItem(0));
    }
    const auto pages = QPDFPageDocumentHelper(*pdf).getAllPages();
    for (auto page : pages) {
        document.pages.push_back(read_marks(page).marks);
        document.links += page.getAnnotations("/Link").size();
    }
    add_bookmarks(QPDFOutlineDocumentHelper(*pdf).getTopLevelOutlines(), 1, pages, document);
    return document;
}

std::string in_words(const PdfElement& element) {
    std::string words = element.role;
    if (element.kids.empty()) return words;
    for (std::size_t i = 0; i < element.kids.size(); ++i) {
        words += (i == 0 ? "(" : " ") + in_words(element.kids[i]);
    }
    return words + ")";
}

std::map<std::string, std::size_t> roles_in(const PdfElement& element) {
    std::map<std::string, std::size_t> roles{{element.role, 1}};
    for (const auto& kid : element.kids) {
        for (const auto& [role, times] : roles_in(kid)) {
            roles[role] += times;
        }
    }
    return roles;
}

std::vector<PdfElement> elements_of(const PdfElement& tree, const std::string& role) {
    std::vector<PdfElement> found;
    if (tree.role == role) found.push_back(tree);
    for (const auto& kid : tree.kids) {
        for (auto& one : elements_of(kid, role)) {
            found.push_back(std::move(one));
        }
    }
    return found;
}

std::string fault_in_tags(const std::string& pdf) {
    return TagCheck(pdf).first_fault();
}

std::string written_otherwise(const std::string& bytes) {
    const auto pdf = opened(bytes);
    for (auto& page : QPDFPageDocumentHelper(*pdf).getAllPages()) {
        page.addPageContents(pdf->newStream("% nothing\n"), true);
    }
    QPDFWriter writer(*pdf);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setContentNormalization(true);
    writer.setRecompressFlate(true);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

} // namespace wardmap::testing
