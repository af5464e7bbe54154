// SPDX-License-Identifier: MIT
#include "spreadsheet/xml_part.h"

#include <charconv>
#include <exception>
#include <memory>
#include <type_traits>

#include <expat.h>
#include <fmt/format.h>

#include "base/text.h"

namespace wardmap::spreadsheet {
namespace {

constexpr char between = '\x01'; // not an XML character

XmlName name_of(const char* full) {
    const std::string_view name = full;
    const auto at = name.find(between);
    if (at == std::string_view::npos) return {{}, name};
    return {name.substr(0, at), name.substr(at + 1)};
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// Expat calls back from C: exceptions from the handler are held until Expat has returned.
class Parser {
public:
    Parser(Archive& archive, std::string_view part, XmlHandler& handler)
        : m_archive(archive), m_part(part), m_handler(handler),
          m_parser(XML_ParserCreateNS(nullptr, between)) {
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(m_parser.get(), on_start, on_end);
        XML_SetCharacterDataHandler(m_parser.get(), on_text);
        XML_SetStartDoctypeDeclHandler(m_parser.get(), on_doctype);
    }

    void parse(std::string_view piece, bool last) {
        const auto status = XML_Parse(m_parser.get(), piece.data(), static_cast<int>(piece.size()),
                                      last ? XML_TRUE : XML_FALSE);
        if (m_thrown) std::rethrow_exception(m_thrown);
        if (status == XML_STATUS_ERROR) {
            damaged(XML_ErrorString(XML_GetErrorCode(m_parser.get())));
        }
        m_size += piece.size();
        const auto at = XML_GetCurrentByteIndex(m_parser.get());
        if (at >= 0 && m_size - static_cast<std::uint64_t>(at) > m_archive.limits().token_bytes) {
            refuse_size(m_archive.place(),
                        fmt::format("a tag of several megabytes in {}", text::quoted(m_part)));
        }
    }

private:
    [[noreturn]] void damaged(const std::string& why) const {
        refuse_damage(m_archive.place(),
                      fmt::format("part {} of the workbook, line {}, is not XML: {}",
                                  text::quoted(m_part), XML_GetCurrentLineNumber(m_parser.get()),
                                  why));
    }

    template <typename Work>
    static void guarded(void* data, const Work& work) {
        auto& self = *static_cast<Parser*>(data);
        if (self.m_thrown) return;
        try {
            work(self);
        } catch (...) {
            self.m_thrown = std::current_exception();
            XML_StopParser(self.m_parser.get(), XML_FALSE);
        }
    }

    static void on_start(void* data, const char* name, const char** attributes) {
        guarded(data, [&](Parser& self) {
            if (++self.m_depth > self.m_archive.limits().depth) {
                refuse_size(self.m_archive.place(),
                            fmt::format("more than {} elements within one another",
                                        self.m_archive.limits().depth));
            }
            self.m_handler.start(name_of(name), XmlAttributes(attributes));
        });
    }
    static void on_end(void* data, const char* name) {
        guarded(data, [&](Parser& self) {
            --self.m_depth;
            self.m_handler.end(name_of(name));
        });
    }
    static void on_text(void* data, const char* piece, int size) {
        guarded(data, [&](Parser& self) {
            self.m_handler.text({piece, static_cast<std::size_t>(size)});
        });
    }
    static void on_doctype(void* data, const char*, const char*, const char*, int) {
        guarded(data, [](Parser& self) { self.damaged("a document type, which no workbook has"); });
    }

    Archive& m_archive;
    std::string m_part;
    XmlHandler& m_handler;
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> m_parser;
    std::exception_ptr m_thrown;
    std::size_t m_depth = 0;
    std::uint64_t m_size = 0;
};

} // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view local) const {
    return find(local, "");
}

std::optional<std::string_view> XmlAttributes::find(std::string_view local,
                                                    std::string_view space) const {
    for (const auto* pair = m_pairs; *pair != nullptr; pair += 2) {
        const auto name = name_of(pair[0]);
        if (name.local == local && name.space.find(space) != std::string_view::npos) return pair[1];
    }
    return std::nullopt;
}

std::string_view XmlAttributes::get(std::string_view local) const {
    return find(local).value_or("");
}

std::uint64_t XmlAttributes::number(std::string_view local, std::uint64_t otherwise) const {
    const auto text = get(local);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && !text.empty() ? value : otherwise;
}

bool XmlAttributes::is_true(std::string_view local) const {
    const auto value = get(local);
    return value == "1" || value == "true" || value == "on";
}

void read_xml(Archive& archive, std::string_view part, XmlHandler& handler) {
    Parser parser(archive, part, handler);
    archive.read(part, [&](std::string_view piece) { parser.parse(piece, false); });
    parser.parse({}, true);
}

} // namespace wardmap::spreadsheet
