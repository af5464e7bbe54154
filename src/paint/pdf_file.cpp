// SPDX-License-Identifier: MIT
#include "paint/pdf_file.h"

#include <charconv>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <zlib.h>

#include "base/error.h"

namespace wardmap::paint {
namespace {

constexpr std::string_view stream_word = "stream\n";
constexpr std::size_t objects_in_stream = 200;

std::size_t number_at(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r')) {
        ++at;
    }
    std::size_t value = 0;
    if (at > text.size()) at = text.size();
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    if (error != std::errc()) unexpected_pdf("a number is missing at byte " + std::to_string(at));
    return value;
}

/// Where each object begins, by its number, from the one cross-reference table.
std::map<std::size_t, std::size_t> offsets_of(const std::string& pdf, std::size_t xref) {
    if (pdf.compare(xref, 4, "xref") != 0) unexpected_pdf("no cross-reference table");
    const std::size_t count = number_at(pdf, pdf.find(' ', xref + 5) + 1);
    std::size_t line = pdf.find('\n', xref + 5) + 1;
    std::map<std::size_t, std::size_t> offsets;
    for (std::size_t i = 0; i < count; ++i, line += 20) {
        if (line + 20 > pdf.size()) unexpected_pdf("a short cross-reference table");
        if (pdf[line + 17] == 'n') offsets[i] = number_at(pdf, line);
    }
    return offsets;
}

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(" \r\n");
    return from == std::string::npos ? std::string()
                                     : text.substr(from, text.find_last_not_of(" \r\n") + 1 - from);
}

/// What stands between "obj" and the "endobj" before the next object.
std::string body_of(const std::string& pdf, std::size_t from, std::size_t to) {
    const auto begin = pdf.find("obj", from);
    const auto end = pdf.rfind("endobj", to);
    if (begin == std::string::npos || end == std::string::npos || end < begin + 3) {
        unexpected_pdf("an object without its end");
    }
    return trimmed(pdf.substr(begin + 3, end - begin - 3));
}

/// Puts the lengths of streams into their dictionaries, and drops the objects that held them.
void place_lengths(PdfFile& file) {
    std::vector<std::size_t> lengths;
    for (auto& [number, object] : file.objects) {
        if (!is_stream(object)) continue;
        const std::string key = "/Length ";
        const auto at = object.find(key) + key.size();
        const auto end = object.find(" 0 R", at);
        if (end == std::string::npos || end > object.find(stream_word)) continue;
        const auto holder = number_at(object, at);
        const auto length = number_at(file.objects.at(holder), 0);
        lengths.push_back(holder);
        const auto content = object.find(stream_word) + stream_word.size();
        object = object.substr(0, at) + std::to_string(length) +
                 object.substr(end + 4, content - end - 4) + object.substr(content, length) +
                 "\nendstream";
    }
    for (const auto number : lengths) {
        file.objects.erase(number);
    }
}

std::string deflated(const std::string& content) {
    auto length = compressBound(content.size());
    std::string packed(length, '\0');
    if (compress2(reinterpret_cast<Bytef*>(packed.data()), &length,
                  reinterpret_cast<const Bytef*>(content.data()), content.size(),
                  Z_BEST_COMPRESSION) != Z_OK) {
        unexpected_pdf("a stream could not be packed");
    }
    packed.resize(length);
    return packed;
}

std::string stream_of(const std::string& entries, const std::string& content) {
    const auto packed = deflated(content);
    return fmt::format("<< {} /Length {} /Filter /FlateDecode >>\nstream\n{}\nendstream", entries,
                       packed.size(), packed);
}

/// One line of a cross-reference stream.
struct Place {
    unsigned kind = 0; // 0 free, 1 at an offset, 2 within an object stream
    std::size_t where = 0;
    std::size_t index = 0;
};

std::string bytes_of(const Place& place) {
    std::string bytes(1, static_cast<char>(place.kind));
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes += static_cast<char>((place.where >> shift) & 0xFF);
    }
    bytes += static_cast<char>((place.index >> 8) & 0xFF);
    return bytes + static_cast<char>(place.index & 0xFF);
}

class Writer {
public:
    explicit Writer(const PdfFile& file) : m_file(file), m_next(file.next()) {
        m_places.resize(m_next);
    }

    std::string write() {
        for (const auto& [number, object] : m_file.objects) {
            if (is_stream(object)) {
                put(number, object);
            } else {
                m_packed.push_back(number);
            }
            if (m_packed.size() == objects_in_stream) pack();
        }
        pack();
        add_cross_references();
        return std::move(m_pdf);
    }

private:
    void put(std::size_t number, const std::string& object) {
        if (m_places.size() <= number) m_places.resize(number + 1);
        m_places[number] = {1, m_pdf.size(), 0};
        m_pdf += fmt::format("{} 0 obj\n", number) + object + "\nendobj\n";
    }

    void pack() {
        if (m_packed.empty()) return;
        const std::size_t stream = m_next++;
        std::string index;
        std::string bodies;
        for (std::size_t i = 0; i < m_packed.size(); ++i) {
            m_places[m_packed[i]] = {2, stream, i};
            index += fmt::format("{} {} ", m_packed[i], bodies.size());
            bodies += m_file.objects.at(m_packed[i]) + "\n";
        }
        put(stream,
            stream_of(fmt::format("/Type /ObjStm /N {} /First {}", m_packed.size(), index.size()),
                      index + bodies));
        m_packed.clear();
    }

    void add_cross_references() {
        const std::size_t start = m_pdf.size();
        m_places.resize(m_next + 1);
        m_places[m_next] = {1, start, 0};
        m_places[0] = {0, 0, 0xFFFF};
        std::string table;
        for (const auto& place : m_places) {
            table += bytes_of(place);
        }
        m_pdf += fmt::format("{} 0 obj\n", m_next) +
                 stream_of(fmt::format("/Type /XRef /Size {} /W [1 4 2] /Root {} 0 R /Info {} 0 R",
                                       m_places.size(), m_file.root, m_file.info),
                           table) +
                 fmt::format("\nendobj\nstartxref\n{}\n%%EOF\n", start);
    }

    const PdfFile& m_file;
    std::string m_pdf = "%PDF-1.5\n%\xB5\xED\xAE\xFB\n";
    std::size_t m_next;
    std::vector<Place> m_places;
    std::vector<std::size_t> m_packed; // numbers that wait for their stream
};

} // namespace

void unexpected_pdf(const std::string& what) {
    throw OutputError("error: the PDF could not be finished: " + what +
                      " (this is a fault of Wardmap or of the Cairo library; please report it)");
}

std::size_t number_after(const std::string& object, const std::string& key) {
    const auto at = object.find(key);
    if (at == std::string::npos) unexpected_pdf("no " + key);
    return number_at(object, at + key.size());
}

bool is_stream(const std::string& object) {
    return object.starts_with("<<") && object.ends_with("endstream");
}

std::string content_of(const std::string& stream) {
    const auto from = stream.find(stream_word) + stream_word.size();
    const auto length = number_after(stream, "/Length");
    z_stream z{};
    if (inflateInit(&z) != Z_OK) unexpected_pdf("a stream could not be unpacked");
    std::string packed = stream.substr(from, length);
    z.next_in = reinterpret_cast<Bytef*>(packed.data());
    z.avail_in = static_cast<uInt>(packed.size());
    std::string content;
    std::string part(1 << 16, '\0');
    int status = Z_OK;
    while (status == Z_OK) {
        z.next_out = reinterpret_cast<Bytef*>(part.data());
        z.avail_out = static_cast<uInt>(part.size());
        status = inflate(&z, Z_NO_FLUSH);
        content.append(part, 0, part.size() - z.avail_out);
    }
    inflateEnd(&z);
    if (status != Z_STREAM_END) unexpected_pdf("a broken stream");
    return content;
}

std::string with_content(const std::string& stream, const std::string& content) {
    const auto packed = deflated(content);
    const auto at = stream.find("/Length") + 7;
    const auto end = stream.find_first_not_of("0123456789", at + 1);
    const auto from = stream.find(stream_word) + stream_word.size();
    return stream.substr(0, at + 1) + std::to_string(packed.size()) +
           stream.substr(end, from - end) + packed + "\nendstream";
}

std::string with_entry(const std::string& dictionary, const std::string& entry) {
    const auto end = dictionary.rfind(">>");
    if (end == std::string::npos) unexpected_pdf("a dictionary without its end");
    return dictionary.substr(0, end) + " " + entry + "\n>>";
}

PdfFile read_pdf(const std::string& pdf) {
    const auto start = pdf.rfind("startxref");
    if (start == std::string::npos) unexpected_pdf("no startxref");
    const std::size_t xref = number_at(pdf, start + 9);
    std::map<std::size_t, std::size_t> in_file_order; // offset -> number
    for (const auto& [number, offset] : offsets_of(pdf, xref)) {
        in_file_order[offset] = number;
    }
    PdfFile file;
    for (auto it = in_file_order.begin(); it != in_file_order.end(); ++it) {
        const auto next = std::next(it);
        file.objects[it->second] =
            body_of(pdf, it->first, next == in_file_order.end() ? xref : next->first);
    }
    const auto trailer = pdf.substr(pdf.find("trailer", xref));
    file.root = number_after(trailer, "/Root");
    file.info = number_after(trailer, "/Info");
    place_lengths(file);
    return file;
}

std::string write_pdf(const PdfFile& file) {
    return Writer(file).write();
}

} // namespace wardmap::paint
