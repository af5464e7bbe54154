// SPDX-License-Identifier: MIT
// The content of a PDF, read by libqpdf however it was written.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wardmap::testing {

/// A piece of marked content: its name, and its number if it belongs to an element.
struct PdfMark {
    std::string name;
    std::optional<std::size_t> number;
};

struct PdfElement {
    std::string role;
    std::string alt;
    std::string scope;     // of a header cell
    std::string link_text; // text alternative of a link's annotation
    std::vector<PdfElement> kids;
};

struct PdfBookmark {
    std::string title;
    int level = 1;
    std::size_t page = 0; // counts from 0
};

struct PdfDocument {
    std::string version;
    std::string title;
    std::string language;
    std::string xmp;
    bool shows_title = false; // in the window of a viewer
    bool is_tagged = false;
    PdfElement tree;
    std::vector<PdfBookmark> bookmarks;
    std::vector<std::vector<PdfMark>> pages;
    std::size_t links = 0; // annotations
};

/// Throws if `pdf` is not a PDF.
[[nodiscard]] PdfDocument read_pdf(const std::string& pdf);

/// "Table(TR(TH TD))".
[[nodiscard]] std::string in_words(const PdfElement& element);

/// Number of elements with each role, including `element` and those below it.
[[nodiscard]] std::map<std::string, std::size_t> roles_in(const PdfElement& element);

/// All elements of a role, in reading order.
[[nodiscard]] std::vector<PdfElement> elements_of(const PdfElement& tree, const std::string& role);

/// The first inconsistency of tags, content and parent tree: content outside all marks, a mark that
/// the parent tree does not map to its element, an element with another parent, a link without an
/// element or text alternative. Empty: none.
[[nodiscard]] std::string fault_in_tags(const std::string& pdf);

/// The same document as a later library may write it: PDF 1.7, cross-reference and object streams,
/// contents with another layout and in two streams.
[[nodiscard]] std::string written_otherwise(const std::string& pdf);

} // namespace wardmap::testing
