// SPDX-License-Identifier: MIT
// A PDF as its objects: read as Cairo writes it, written small.
#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace wardmap::paint {

/// Objects by number, each without its "1 0 obj" and "endobj". Streams know their length
/// themselves.
struct PdfFile {
    std::map<std::size_t, std::string> objects;
    std::size_t root = 0; // the catalogue
    std::size_t info = 0;

    /// A number that no object has.
    [[nodiscard]] std::size_t next() const {
        return objects.empty() ? 1 : objects.rbegin()->first + 1;
    }
};

/// Throws OutputError where `pdf` is not built as Cairo builds it: one plain cross-reference table,
/// lengths as objects of their own.
[[nodiscard]] PdfFile read_pdf(const std::string& pdf);

/// PDF 1.5: all objects but streams packed into object streams (ISO 32000-1, 7.5.7), a
/// cross-reference stream.
[[nodiscard]] std::string write_pdf(const PdfFile& file);

/// The number after `key` in an object. Throws OutputError where there is none.
[[nodiscard]] std::size_t number_after(const std::string& object, const std::string& key);

/// Whether it is a stream; what a Flate stream holds; the same stream object with other content.
[[nodiscard]] bool is_stream(const std::string& object);
[[nodiscard]] std::string content_of(const std::string& stream);
[[nodiscard]] std::string with_content(const std::string& stream, const std::string& content);

/// A dictionary with one more entry before its end.
[[nodiscard]] std::string with_entry(const std::string& dictionary, const std::string& entry);

/// Says that a PDF is not as expected: a fault of ours or of Cairo.
[[noreturn]] void unexpected_pdf(const std::string& what);

} // namespace wardmap::paint
