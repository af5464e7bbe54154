// SPDX-License-Identifier: MIT
#include "gdal/json_limits.h"

#include <filesystem>
#include <fstream>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/limits.h"
#include "base/text.h"

namespace wardmap::gdal {
namespace {

constexpr const char* a_layer = "GeoJSON or TopoJSON";

/// Tracks the brackets and strings of a JSON file, byte by byte.
class Scan {
public:
    explicit Scan(const std::string& shown_as) : m_shown_as(shown_as) {}

    void take(std::string_view bytes) {
        for (const char c : bytes) {
            if (c == '\n') ++m_line;
            m_in_text ? take_in_text(c) : take_outside(c);
        }
    }

private:
    void take_in_text(char c) {
        constexpr std::size_t most_bytes = 6 * limits::cell_characters; // each as \u0041
        if (m_is_escaped) {
            m_is_escaped = false;
        } else if (c == '\\') {
            m_is_escaped = true;
        } else if (c == '"') {
            m_in_text = false;
        }
        if (++m_length > most_bytes) {
            refuse(fmt::format("a text of more than {} characters",
                               text::number(limits::cell_characters, 0)),
                   "check its content");
        }
    }

    void take_outside(char c) {
        if (c == '"') {
            m_in_text = true;
            m_length = 0;
        } else if (c == '[' || c == '{') {
            if (++m_depth > limits::json_depth) {
                refuse(fmt::format("values are nested more than {} deep", limits::json_depth),
                       "fetch or export the file again");
            }
        } else if ((c == ']' || c == '}') && m_depth > 0) {
            --m_depth;
        }
    }

    [[noreturn]] void refuse(std::string found, std::string help) const {
        throw InputError(Finding{.severity = Severity::error,
                                 .place = {m_shown_as, m_line},
                                 .found = std::move(found),
                                 .expected = a_layer,
                                 .help = std::move(help)});
    }

    const std::string& m_shown_as;
    std::size_t m_line = 1;
    std::size_t m_depth = 0;
    std::size_t m_length = 0; // of the current string, in bytes
    bool m_in_text = false;
    bool m_is_escaped = false;
};

/// GDAL reads a collection feature by feature, anything else as a whole.
bool is_read_at_once(std::string_view head) {
    return head.find("\"FeatureCollection\"") == std::string_view::npos ||
           head.find("\"Topology\"") != std::string_view::npos;
}

} // namespace

bool is_json(const std::string& path) {
    const auto ending = text::fold_case(std::filesystem::path(path).extension().string());
    return ending == ".json" || ending == ".geojson" || ending == ".topojson";
}

void check_json(const std::string& path, const std::string& shown_as) {
    std::ifstream in(path, std::ios::binary);
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::vector<char> buffer(1 << 20);
    Scan scan(shown_as);
    for (bool is_start = true;
         in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0;
         is_start = false) {
        stop_if_interrupted();
        const std::string_view bytes(buffer.data(), static_cast<std::size_t>(in.gcount()));
        constexpr std::size_t head = 6000; // as much as GDAL inspects
        if (is_start && !error && size > limits::whole_json_bytes &&
            is_read_at_once(bytes.substr(0, head))) {
            throw InputError(
                Finding{.severity = Severity::error,
                        .place = {shown_as},
                        .found = fmt::format("the file has more than {} MiB and must be read at "
                                             "once",
                                             limits::whole_json_bytes / limits::mebibyte),
                        .expected = "a collection of features, or a GeoPackage",
                        .help = "convert it: ogr2ogr wards.gpkg FILE"});
        }
        scan.take(bytes);
    }
}

} // namespace wardmap::gdal
