// SPDX-License-Identifier: MIT
#include "paint/pdf_tags.h"

#include <charconv>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <glib.h>

#include "base/error.h"

namespace wardmap::paint {
namespace {

[[noreturn]] void unexpected(const std::string& what) {
    throw OutputError("error: the PDF could not be tagged: " + what +
                      " (this is a fault of Wardmap or of the Cairo library; please report it)");
}

/// UTF-16BE with byte-order mark as a hexadecimal PDF string.
std::string pdf_text(const std::string& utf8) {
    glong length = 0;
    const std::unique_ptr<gunichar2, decltype(&g_free)> units(
        g_utf8_to_utf16(utf8.data(), static_cast<glong>(utf8.size()), nullptr, &length, nullptr),
        &g_free);
    std::string text = "<FEFF";
    for (glong i = 0; units && i < length; ++i) {
        text += fmt::format("{:04X}", units.get()[i]);
    }
    return text + ">";
}

std::size_t number_at(const std::string& pdf, std::size_t at) {
    while (at < pdf.size() && (pdf[at] == ' ' || pdf[at] == '\n' || pdf[at] == '\r')) {
        ++at;
    }
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(pdf.data() + at, pdf.data() + pdf.size(), value);
    if (error != std::errc()) unexpected("a number is missing at byte " + std::to_string(at));
    return value;
}

std::size_t number_after(const std::string& pdf, const std::string& key, std::size_t from) {
    const auto at = pdf.find(key, from);
    if (at == std::string::npos) unexpected("no " + key);
    return number_at(pdf, at + key.size());
}

/// Where each object begins, by its number, from the one cross-reference table.
std::map<std::size_t, std::size_t> offsets_of(const std::string& pdf, std::size_t xref) {
    if (pdf.compare(xref, 4, "xref") != 0) unexpected("no cross-reference table");
    const std::size_t count = number_at(pdf, pdf.find(' ', xref + 5) + 1);
    std::size_t line = pdf.find('\n', xref + 5) + 1;
    std::map<std::size_t, std::size_t> offsets;
    for (std::size_t i = 0; i < count; ++i, line += 20) {
        if (line + 20 > pdf.size()) unexpected("a short cross-reference table");
        if (pdf[line + 17] == 'n') offsets[i] = number_at(pdf, line);
    }
    return offsets;
}

/// The text of an object from its dictionary's "<<" to its ">>" before endobj.
std::string dictionary_of(const std::string& pdf, std::size_t offset) {
    const auto end = pdf.find("endobj", offset);
    const auto from = pdf.find("<<", offset);
    if (end == std::string::npos || from == std::string::npos || from > end) return {};
    const auto to = pdf.rfind(">>", end);
    return pdf.substr(from, to + 2 - from);
}

std::string with_entry(const std::string& dictionary, const std::string& entry) {
    return dictionary.substr(0, dictionary.size() - 2) + " " + entry + "\n>>";
}

std::string xref_and_trailer(const std::map<std::size_t, std::size_t>& changed, std::size_t at,
                             const std::string& trailer) {
    std::string table = "xref\n";
    for (const auto& [number, offset] : changed) {
        table += fmt::format("{} 1\n{:010} 00000 n \n", number, offset);
    }
    return table + "trailer\n" + trailer + fmt::format("\nstartxref\n{}\n%%EOF\n", at);
}

} // namespace

std::string with_alternatives(const std::string& pdf, const std::vector<std::string>& alternatives,
                              const std::string& language) {
    const auto start = pdf.rfind("startxref");
    if (start == std::string::npos) unexpected("no startxref");
    const std::size_t xref = number_at(pdf, start + 9);
    const auto offsets = offsets_of(pdf, xref);
    const auto trailer_at = pdf.find("trailer", xref);
    const auto trailer = pdf.substr(pdf.find("<<", trailer_at),
                                    pdf.rfind(">>", start) + 2 - pdf.find("<<", trailer_at));
    const std::size_t root = number_after(pdf, "/Root", trailer_at);

    std::string update = pdf;
    std::map<std::size_t, std::size_t> changed;
    const auto rewrite = [&](std::size_t number, const std::string& entry) {
        const auto dictionary = dictionary_of(pdf, offsets.at(number));
        changed[number] = update.size();
        update += fmt::format("{} 0 obj\n{}\nendobj\n", number, with_entry(dictionary, entry));
    };
    std::size_t figures = 0;
    std::map<std::size_t, std::size_t> in_file_order; // offset -> number
    for (const auto& [number, offset] : offsets) {
        in_file_order[offset] = number;
    }
    for (const auto& [offset, number] : in_file_order) {
        const auto dictionary = dictionary_of(pdf, offset);
        if (dictionary.size() > 4000 || dictionary.find("/StructElem") == std::string::npos ||
            dictionary.find("/S /Figure") == std::string::npos) {
            continue;
        }
        if (figures == alternatives.size()) unexpected("more figures than alternatives");
        rewrite(number, "/Alt " + pdf_text(alternatives[figures++]));
    }
    if (figures != alternatives.size()) unexpected("a figure without its structure element");
    rewrite(root,
            fmt::format("/Lang ({}) /ViewerPreferences << /DisplayDocTitle true >>", language));
    return update + xref_and_trailer(changed, update.size(),
                                     with_entry(trailer, fmt::format("/Prev {}", xref)));
}

} // namespace wardmap::paint
