// SPDX-License-Identifier: MIT
#include "gdal/access.h"

#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include "base/pattern.h"
#include "base/refuse.h"
#include "base/text.h"
#include "gdal/gdal_session.h"

namespace wardmap::gdal {
namespace {

Access& allowed() {
    static Access access;
    return access;
}

bool leads_elsewhere(const std::string& path) {
    static const Pattern address(R"((.*/)?(https?|ftp|wfs|oapif|gmlas|es|carto):.*)",
                                 Pattern::Case::ignored);
    static const Pattern remote(R"(.*/vsi(curl|s3|gs|az|adls|oss|swift|hdfs|webhdfs|stdin)[/_].*)",
                                Pattern::Case::ignored);
    return address.fits(path) || remote.fits(path);
}

/// The start of the file, which identifies it, lower-cased without blanks.
std::string beginning_of(const std::string& path) {
    // Opening a pipe would block until someone writes to it; anything but a file is refused
    // elsewhere.
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) return {};
    constexpr std::size_t enough = 65536;
    VSILFILE* const file = VSIFOpenL(path.c_str(), "rb");
    if (file == nullptr) return {};
    std::string bytes(enough, '\0');
    bytes.resize(VSIFReadL(bytes.data(), 1, bytes.size(), file));
    VSIFCloseL(file);
    std::string plain;
    for (const char c : bytes) {
        // UTF-16 has a zero byte beside each letter.
        const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
        if (!is_blank) plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return plain;
}

/// What in the file refers to other files, as named in messages; "" if nothing does.
std::string reference_in(const std::string& start) {
    using Marks = std::vector<std::pair<std::string_view, std::string>>;
    static const Marks map_info = {
        {"createview", "a MapInfo view points to other tables"},
        {"\\isseamless\"=\"true", "a seamless MapInfo table points to other tables"}};
    static const Marks markup = {
        {"<ogrvrt", "a VRT file points to other files"},
        {"<vrtdataset", "a VRT file points to other files"},
        {"<gdaltileindex", "a tile index points to other files"},
        {"<!entity", "an XML file with entities may point to other files"},
        {"<ogrwfs", "the address of a service points elsewhere"},
        {"<networklink", "a KML file with network links points elsewhere"}};
    const auto first = start.find_first_of("<!{[");
    if (first == std::string::npos) return {};
    if (start[first] != '<' && !start.substr(first).starts_with("!table")) return {};
    for (const auto& [mark, says] : start[first] == '<' ? markup : map_info) {
        if (start.find(mark) != std::string::npos) return says;
    }
    return {};
}

bool is_text(const std::string& path) {
    static const Pattern binary(R"(.*\.(gpkg|sqlite3?|db|shp|dbf|fgb|parquet))",
                                Pattern::Case::ignored);
    return !binary.fits(path);
}

} // namespace

void set_access(const Access& access) {
    open_gdal();
    allowed() = access;
    // A proxy that does not exist, in case GDAL fetches something unasked.
    const char* const proxy = access.network ? nullptr : "127.0.0.1:9";
    CPLSetConfigOption("GDAL_HTTP_PROXY", proxy);
    CPLSetConfigOption("GDAL_HTTPS_PROXY", proxy);
}

void check_access(const std::string& path, const std::string& shown_as) {
    const auto& access = allowed();
    if (leads_elsewhere(path)) {
        if (access.network) return;
        refuse({shown_as}, "this is a network address, not a file", "a file",
               "fetch it first, or allow it: [project] network = true");
    }
    if (access.linked_files || !is_text(path)) return;
    const auto found = reference_in(beginning_of(path));
    if (found.empty()) return;
    refuse({shown_as}, found + " and is not read", "the file itself that is meant",
           "name that file, or allow it: [project] linked_files = true");
}

void check_reads_only(const std::string& query, const std::string& shown_as) {
    static const Pattern reads(R"([\s\v]*(select|with)\b[^;]*;?[\s\v]*)", Pattern::Case::ignored);
    if (reads.fits(query)) return;
    refuse({shown_as}, fmt::format("the query {} is not a single SELECT", text::quoted(query)),
           "a query that only reads", "query = \"SELECT ward, count(*) AS n FROM ...\"");
}

void check_query_access(const std::string& query, const std::string& shown_as) {
    static const Pattern outside(
        R"(\b(ogr_geocode\w*|ogr_datasource\w*|ogr_layer\w*|gdal_\w+|load_extension|readfile|)"
        R"(writefile|fts3_tokenizer|import\w+|export\w+|blob(from|to)file|xb_\w+|dblink\w*|)"
        R"(pg_read\w*|pg_ls\w*|lo_import|lo_export|virtualshape|virtualtext|virtualogr))",
        Pattern::Case::ignored);
    const auto match = outside.find(query);
    if (!match || allowed().network) return;
    refuse({shown_as},
           fmt::format("the query uses {}, which accesses other files or the network",
                       text::quoted(std::string(match->whole))),
           "a query of the tables of this database",
           "leave the function out, or allow it: [project] network = true");
}

const char* const* layer_drivers() {
    // Drivers whose files refer to no others, and those of named database servers.
    static constexpr std::array<const char*, 22> safe = {
        "ESRI Shapefile", "GPKG", "GeoJSON",      "GeoJSONSeq",  "ESRIJSON",
        "TopoJSON",       "GML",  "MapInfo File", "SQLite",      "KML",
        "FlatGeobuf",     "CSV",  "GPX",          "OpenFileGDB", "Parquet",
        "Arrow",          "DXF",  "DGN",          "PostgreSQL",  "MySQL",
        "MSSQLSpatial",   nullptr};
    const auto& access = allowed();
    return access.network || access.linked_files ? nullptr : safe.data();
}

} // namespace wardmap::gdal
