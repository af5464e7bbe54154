// SPDX-License-Identifier: MIT
#include "paint/pdf_marks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include <fmt/format.h>
#include <qpdf/Pl_Buffer.hh>

#include "paint/pdf_fault.h"

namespace wardmap::paint {
namespace {

/// Copies the operators of a content stream, adding marks.
class MarkFilter : public QPDFObjectHandle::TokenFilter {
public:
    MarkFilter(std::span<const Run> runs, const Structure& structure)
        : m_runs(runs), m_structure(structure) {}

    void handleToken(const QPDFTokenizer::Token& token) override {
        if (!token.isWord()) {
            m_operands += token.getRawValue();
            if (is_number(token)) m_sizes = {m_sizes[1], token.getRawValue()};
            return;
        }
        if (m_fills_boundary) {
            write(next_mark());
            m_fills_boundary = false;
        } else if (token.getRawValue() == "re" && is_boundary()) {
            m_fills_boundary = true; // by the next operator
        } else {
            write(m_operands);
            writeToken(token);
        }
        m_operands.clear();
    }

    void handleEOF() override { write(m_operands); }

    [[nodiscard]] std::size_t marks() const { return m_marks; }
    [[nodiscard]] bool is_open() const { return m_open; }

private:
    static bool is_number(const QPDFTokenizer::Token& token) {
        return token.getType() == QPDFTokenizer::tt_real ||
               token.getType() == QPDFTokenizer::tt_integer;
    }

    [[nodiscard]] bool is_boundary() const {
        return std::ranges::all_of(m_sizes, [](const std::string& size) {
            double value = 1;
            std::from_chars(size.data(), size.data() + size.size(), value);
            return std::abs(value) < 1.5 * boundary_pt; // Cairo writes three decimals
        });
    }

    std::string next_mark() {
        m_open = !m_open;
        if (!m_open) return "\nEMC";
        const std::size_t number = m_marks++;
        if (number >= m_runs.size() || m_runs[number].element == 0) return "\n/Artifact BMC";
        return fmt::format("\n/{} << /MCID {} >> BDC",
                           name_of(m_structure.elements[m_runs[number].element].role), number);
    }

    std::span<const Run> m_runs;
    const Structure& m_structure;
    std::string m_operands;             // of the next operator, as they are written
    std::array<std::string, 2> m_sizes; // the last two numbers
    bool m_fills_boundary = false;
    bool m_open = false;
    std::size_t m_marks = 0;
};

} // namespace

void set_marks(QPDFPageObjectHelper page, std::span<const Run> runs, const Structure& structure) {
    MarkFilter filter(runs, structure);
    Pl_Buffer content("content");
    page.filterContents(&filter, &content);
    if (filter.marks() != runs.size() || filter.is_open()) {
        fail_pdf(fmt::format("a page has {} marks and not {}", filter.marks(), runs.size()));
    }
    auto object = page.getObjectHandle();
    auto stream = QPDFObjectHandle::newStream(object.getOwningQPDF());
    stream.replaceStreamData(content.getBufferSharedPointer(), QPDFObjectHandle::newNull(),
                             QPDFObjectHandle::newNull());
    object.replaceKey("/Contents", stream);
}

} // namespace wardmap::paint
