// SPDX-License-Identifier: MIT
#include "paint/pdf_marks.h"

#include <string>

#include <fmt/format.h>
#include <qpdf/Pl_Buffer.hh>

#include "paint/pdf_fault.h"

namespace wardmap::paint {
namespace {

/// Reads the operators of a content stream, and writes them again with other marks.
class MarkNames : public QPDFObjectHandle::TokenFilter {
public:
    MarkNames(std::span<const Run> runs, const Structure& structure)
        : m_runs(runs), m_structure(structure) {}

    void handleToken(const QPDFTokenizer::Token& token) override {
        if (m_held.empty()) {
            if (token.getType() == QPDFTokenizer::tt_name && token.getRawValue() == m_name) {
                m_held = token.getRawValue();
            } else {
                writeToken(token);
            }
            return;
        }
        if (token.isWord("BDC")) {
            write(next_mark());
            m_held.clear();
            return;
        }
        m_held += token.getRawValue();
        if (token.isWord()) release();
    }

    void handleEOF() override { release(); }

    [[nodiscard]] std::size_t marks() const { return m_marks; }

private:
    /// What looked like the begin of a mark is none.
    void release() {
        write(m_held);
        m_held.clear();
    }

    std::string next_mark() {
        const std::size_t number = m_marks++;
        if (number >= m_runs.size() || m_runs[number].element == 0) return "/Artifact BMC";
        return fmt::format("/{} << /MCID {} >> BDC",
                           name_of(m_structure.elements[m_runs[number].element].role), number);
    }

    std::span<const Run> m_runs;
    const Structure& m_structure;
    const std::string m_name = std::string("/") + painted_mark;
    std::string m_held; // from the name of a mark on
    std::size_t m_marks = 0;
};

} // namespace

void name_marks(QPDFPageObjectHelper page, std::span<const Run> runs, const Structure& structure) {
    MarkNames names(runs, structure);
    Pl_Buffer content("content");
    page.filterContents(&names, &content);
    if (names.marks() != runs.size()) {
        fail_pdf(fmt::format("a page has {} marks and not {}", names.marks(), runs.size()));
    }
    auto object = page.getObjectHandle();
    auto stream = QPDFObjectHandle::newStream(object.getOwningQPDF());
    stream.replaceStreamData(content.getBufferSharedPointer(), QPDFObjectHandle::newNull(),
                             QPDFObjectHandle::newNull());
    object.replaceKey("/Contents", stream);
}

} // namespace wardmap::paint
