// SPDX-License-Identifier: MIT
#include "gdal/xml_stream.h"

#include <array>
#include <charconv>
#include <exception>
#include <memory>

#include <cpl_vsi.h>
#include <expat.h>
#include <fmt/format.h>

#include "base/interrupt.h"
#include "base/limits.h"
#include "gdal/gdal_session.h"
#include "geo/handle.h"

namespace wardmap::gdal {
namespace {

constexpr std::size_t most_depth = 256;

std::string_view without_prefix(std::string_view name) {
    const auto at = name.find(':');
    return at == std::string_view::npos ? name : name.substr(at + 1);
}

/// One reading. Expat is C: what a handler throws is kept until the parser has stopped.
class Reading {
public:
    Reading(const XmlEvents& events, XML_Parser parser) : m_events(events), m_parser(parser) {
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, on_start, on_end);
        XML_SetCharacterDataHandler(parser, on_text);
        XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    }

    std::string why;
    std::exception_ptr thrown;

private:
    template <typename Work>
    void guarded(const Work& work) {
        try {
            if (why.empty() && !thrown) work();
        } catch (...) {
            thrown = std::current_exception();
        }
        if (!why.empty() || thrown) XML_StopParser(m_parser, XML_FALSE);
    }

    static Reading& self(void* data) { return *static_cast<Reading*>(data); }

    static void on_start(void* data, const char* name, const char** attributes) {
        auto& reading = self(data);
        reading.guarded([&] {
            if (++reading.m_depth > most_depth) {
                reading.why = fmt::format("its XML is nested more than {} deep", most_depth);
            } else if (reading.m_events.start) {
                reading.m_events.start(without_prefix(name), XmlAttributes(attributes));
            }
        });
    }
    static void on_end(void* data, const char* name) {
        auto& reading = self(data);
        reading.guarded([&] {
            --reading.m_depth;
            if (reading.m_events.end) reading.m_events.end(without_prefix(name));
        });
    }
    static void on_text(void* data, const char* text, int length) {
        auto& reading = self(data);
        reading.guarded([&] {
            if (reading.m_events.text) {
                reading.m_events.text({text, static_cast<std::size_t>(length)});
            }
        });
    }
    static void on_doctype(void* data, const char*, const char*, const char*, int) {
        auto& reading = self(data);
        reading.guarded([&] { reading.why = "its XML declares entities of its own"; });
    }

    const XmlEvents& m_events;
    XML_Parser m_parser;
    std::size_t m_depth = 0;
};

void close_file(VSILFILE* file) {
    VSIFCloseL(file);
}

std::string failure_of(XML_Parser parser) {
    return fmt::format("its XML is broken in line {}: {}", XML_GetCurrentLineNumber(parser),
                       XML_ErrorString(XML_GetErrorCode(parser)));
}

} // namespace

std::string_view XmlAttributes::value(std::string_view name) const {
    for (const char** at = m_all; *at != nullptr; at += 2) {
        if (without_prefix(*at) == name) return at[1];
    }
    return {};
}

bool XmlAttributes::has(std::string_view name) const {
    return value(name).data() != nullptr;
}

std::uint64_t XmlAttributes::number(std::string_view name, std::uint64_t otherwise) const {
    const auto text = value(name);
    std::uint64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec == std::errc::result_out_of_range) return UINT64_MAX;
    return read.ec == std::errc() ? number : otherwise;
}

std::string stream_xml(const std::string& path, const std::string& part, std::uintmax_t most_bytes,
                       const XmlEvents& events) {
    const GdalErrorCapture talk; // of a damaged archive
    const geo::Handle<VSILFILE, close_file> file(
        VSIFOpenL(("/vsizip/{" + path + "}/" + part).c_str(), "rb"));
    if (!file) return {};
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), &XML_ParserFree);
    Reading reading(events, parser.get());
    std::array<char, 65536> buffer{};
    for (std::uintmax_t bytes = 0;;) {
        stop_if_interrupted();
        const auto got = VSIFReadL(buffer.data(), 1, buffer.size(), file.get());
        bytes += got;
        if (bytes > most_bytes) {
            return fmt::format("it unpacks to more than {} MiB", most_bytes / limits::mebibyte);
        }
        const bool last = got < buffer.size();
        const auto status = XML_Parse(parser.get(), buffer.data(), static_cast<int>(got), last);
        if (reading.thrown) std::rethrow_exception(reading.thrown);
        if (!reading.why.empty()) return reading.why;
        if (status != XML_STATUS_OK) return failure_of(parser.get());
        if (last) return {};
    }
}

} // namespace wardmap::gdal
