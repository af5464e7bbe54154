// SPDX-License-Identifier: MIT
#include "gdal/attribute_table.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/limits.h"
#include "base/pattern.h"
#include "base/refuse.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "gdal/access.h"
#include "gdal/code_page.h"
#include "gdal/dataset.h"
#include "gdal/gdal_session.h"
#include "gdal/vector_writer.h"
#include "geo/handle.h"

namespace wardmap::gdal {
namespace {

struct Driver {
    const char* ending;
    const char* name; // GDAL's
    const char* description;
    bool workbook;
};
constexpr std::array<Driver, 6> drivers = {{{".xls", "XLS", "a workbook (.xls)", true},
                                            {".dbf", "ESRI Shapefile", "a dBase file", false},
                                            {".gpkg", "GPKG", "a GeoPackage", false},
                                            {".sqlite", "SQLite", "an SQLite database", false},
                                            {".sqlite3", "SQLite", "an SQLite database", false},
                                            {".db", "SQLite", "an SQLite database", false}}};

const Driver* driver_of(const std::string& path) {
    if (is_connection(path)) return nullptr;
    const auto ending = extension_of(path);
    const auto* const at = std::find_if(drivers.begin(), drivers.end(),
                                        [&](const Driver& d) { return ending == d.ending; });
    return at == drivers.end() ? nullptr : at;
}

/// GDAL's reason, without passwords.
std::string reason(const GdalErrorCapture& gdal_errors) {
    if (gdal_errors.last().empty()) return {};
    static const Pattern secret(R"((password\s*=\s*)\S+|(://[^:/@\s]*:)[^@\s]*@)",
                                Pattern::Case::ignored);
    static const Pattern gaps(R"([\s\v]+)");
    const auto safe = secret.replaced(gaps.replaced(gdal_errors.last(), " "), R"(\1\2***)");
    return fmt::format(": {}", text::trimmed(safe));
}

[[noreturn]] void refuse_unopened(const SheetRequest& request,
                                  const GdalErrorCapture& gdal_errors) {
    const auto* const driver = driver_of(request.path);
    if (driver == nullptr) {
        refuse({request.shown_as}, "the database cannot be reached" + reason(gdal_errors),
               "a database that responds and grants access",
               "try the same connection with ogrinfo, or export the table as CSV");
    }
    refuse({request.shown_as},
           fmt::format("{} that cannot be read{}", driver->description, reason(gdal_errors)),
           "a whole file", "open it in its own program and save it again, or save it as CSV");
}

bool is_postgres(const std::string& path) {
    return path.starts_with("PG:") || path.starts_with("postgresql:") ||
           path.starts_with("postgres:");
}

/// A connection that the server makes read-only.
std::string read_only(const std::string& path) {
    if (!is_postgres(path)) return path;
    if (path.starts_with("postgres")) {
        return path + (path.find('?') == std::string::npos ? "?" : "&") +
               "options=-c%20default_transaction_read_only%3Don";
    }
    return path + " options='-c default_transaction_read_only=on'";
}

Dataset open(const SheetRequest& request, const GdalErrorCapture& gdal_errors) {
    const auto* const driver = driver_of(request.path);
    const std::string_view kind = driver != nullptr ? driver->name : "";
    const std::array<const char*, 2> only = {driver != nullptr ? driver->name : nullptr, nullptr};
    const std::string encoding = "ENCODING=" + request.encoding;
    const bool dbf = kind == "ESRI Shapefile" && !request.encoding.empty();
    const bool lists = kind == "SQLite" || is_postgres(request.path);
    const char* const option = dbf     ? encoding.c_str()
                               : lists ? "LIST_ALL_TABLES=YES" // including those without geometry
                                       : nullptr;
    const std::array<const char*, 2> options = {option, nullptr};
    Dataset dataset(GDALOpenEx(read_only(request.path).c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                               driver != nullptr ? only.data() : nullptr, options.data(), nullptr));
    if (!dataset) refuse_unopened(request, gdal_errors);
    return dataset;
}

std::vector<std::string> names_of(GDALDatasetH dataset, bool filled_only) {
    std::vector<std::string> names;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
        const OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        if (GDALDatasetIsLayerPrivate(dataset, i) != 0) continue; // internal to the database
        if (OGR_L_GetName(layer) == std::string_view(style_table_name))
            continue; // internal to QGIS
        if (filled_only && OGR_L_GetFeatureCount(layer, 1) == 0) continue;
        names.emplace_back(OGR_L_GetName(layer));
    }
    return names;
}

void refuse_changes(const SheetRequest& request) {
    if (!is_database(request.path)) {
        refuse({request.shown_as}, "a query is given for a file that is not a database",
               "a table without query", "query belongs to .gpkg, .sqlite, PG: and other databases");
    }
    static const Pattern reads(R"([\s\v]*(select|with)\b[^;]*;?[\s\v]*)", Pattern::Case::ignored);
    if (!reads.fits(request.query)) {
        refuse({request.shown_as},
               fmt::format("the query {} is not a single SELECT", text::quoted(request.query)),
               "a query that only reads", "query = \"SELECT ward, count(*) AS n FROM ...\"");
    }
}

class Result {
public:
    Result(GDALDatasetH dataset, const SheetRequest& request, const GdalErrorCapture& gdal_errors)
        : m_dataset(dataset) {
        if (!request.query.empty()) {
            refuse_changes(request);
            check_query_access(request.query, request.shown_as);
            m_layer = m_result =
                GDALDatasetExecuteSQL(dataset, request.query.c_str(), nullptr, nullptr);
            if (m_layer == nullptr) {
                refuse({request.shown_as}, "the query fails" + reason(gdal_errors),
                       "a query that the database accepts", "");
            }
            return;
        }
        const auto names = names_of(dataset, false);
        const auto wanted = request.sheet.empty() && !names.empty() ? names.front() : request.sheet;
        m_layer = GDALDatasetGetLayerByName(dataset, wanted.c_str());
        if (m_layer == nullptr) {
            refuse({request.shown_as},
                   fmt::format("there is no {} {}", is_database(request.path) ? "table" : "sheet",
                               text::quoted(wanted)),
                   "one of " + text::some(names, "or"), did_you_mean(wanted, names));
        }
    }
    Result(const Result&) = delete;
    Result& operator=(const Result&) = delete;
    ~Result() {
        if (m_result != nullptr) GDALDatasetReleaseResultSet(m_dataset, m_result);
    }
    [[nodiscard]] OGRLayerH layer() const { return m_layer; }

private:
    GDALDatasetH m_dataset;
    OGRLayerH m_result = nullptr;
    OGRLayerH m_layer = nullptr;
};

std::vector<std::string> fields_of(OGRLayerH layer) {
    std::vector<std::string> names;
    const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    names.reserve(static_cast<std::size_t>(OGR_FD_GetFieldCount(definition)));
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        names.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    }
    return names;
}

SheetRow row_of(OGRFeatureH feature, std::size_t columns, std::size_t line) {
    SheetRow row{line, {}};
    row.cells.reserve(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        const int at = static_cast<int>(i);
        const bool filled = OGR_F_IsFieldSetAndNotNull(feature, at) != 0;
        row.cells.emplace_back(filled ? OGR_F_GetFieldAsString(feature, at) : "");
    }
    return row;
}

/// Checks the row just read.
void refuse_long_cells(const Sheet& sheet, const SheetRequest& request) {
    const auto& row = sheet.rows.back();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (limits::fits_cell(row.cells[i])) continue;
        throw InputError(Finding{
            .severity = Severity::error,
            .place = {request.shown_as, row.line, i + 1, sheet.is_workbook ? sheet.name : ""},
            .found = fmt::format("a cell of more than {} characters",
                                 text::number(limits::cell_characters, 0)),
            .expected = "at most as much as fits in a spreadsheet cell",
            .help = "check its content"});
    }
}

void read_rows(OGRLayerH layer, const SheetRequest& request, GdalErrorCapture& gdal_errors,
               Sheet& sheet) {
    const auto fields = fields_of(layer);
    if (!sheet.is_workbook) sheet.rows.push_back({1, fields});
    OGR_L_ResetReading(layer);
    while (true) {
        const geo::Handle<void, OGR_F_Destroy> feature(OGR_L_GetNextFeature(layer));
        if (gdal_errors.failed()) {
            refuse({request.shown_as}, "the table cannot be read" + reason(gdal_errors),
                   "a whole file", "save it again, or save it as CSV");
        }
        if (!feature) return;
        stop_if_interrupted();
        if (sheet.rows.size() > limits::rows || sheet.rows.size() * fields.size() > limits::cells) {
            refuse({request.shown_as},
                   fmt::format("there are more than {} rows, or {} cells",
                               text::number(limits::rows, 0), text::number(limits::cells, 0)),
                   "a table with a row for each area", "sum the records by area first");
        }
        const auto line = sheet.is_workbook ? static_cast<std::size_t>(OGR_F_GetFID(feature.get()))
                                            : sheet.rows.size() + 1;
        sheet.rows.push_back(row_of(feature.get(), fields.size(), line));
        refuse_long_cells(sheet, request);
    }
}

/// Removes blank rows at the end: spreadsheets may format a million of them.
void trim(Sheet& sheet) {
    const auto blank = [](const SheetRow& row) {
        return std::all_of(row.cells.begin(), row.cells.end(),
                           [](const std::string& cell) { return text::trimmed(cell).empty(); });
    };
    while (!sheet.rows.empty() && blank(sheet.rows.back())) {
        sheet.rows.pop_back();
    }
}

std::string declared_encoding(OGRLayerH layer) {
    const char* const encoding = GDALGetMetadataItem(layer, "SOURCE_ENCODING", "SHAPEFILE");
    return encoding != nullptr ? encoding : "";
}

void settle_encoding(Sheet& sheet, const SheetRequest& request, const std::string& declared) {
    sheet.encoding = request.encoding;
    if (!request.encoding.empty()) return;
    std::vector<std::string*> texts;
    for (auto& row : sheet.rows) {
        for (auto& cell : row.cells) {
            texts.push_back(&cell);
        }
    }
    sheet.encoding = repair_code_page(texts, declared);
    if (sheet.encoding == declared || sheet.encoding == "UTF-8") return;
    const auto why = declared.empty() ? "the file does not state its encoding"
                                      : "the file says " + declared + ", but its text is not";
    sheet.findings.push_back({.severity = Severity::note,
                              .place = {request.shown_as},
                              .found = fmt::format("read as {}: {}", sheet.encoding, why),
                              .help = "encoding = \"...\" if names look wrong"});
}

} // namespace

bool is_workbook(const std::string& path) {
    const auto* const driver = driver_of(path);
    return driver != nullptr && driver->workbook;
}

bool is_connection(const std::string& path) {
    static const Pattern server(R"((PG|MYSQL|MSSQL|ODBC|postgresql|postgres):.*)");
    return server.fits(path);
}

bool is_database(const std::string& path) {
    const auto* const driver = driver_of(path);
    return is_connection(path) ||
           (driver != nullptr && !driver->workbook && std::string_view(driver->ending) != ".dbf");
}

bool is_attribute_table(const std::string& path) {
    return is_connection(path) || driver_of(path) != nullptr;
}

std::vector<std::string> sheet_names(const SheetRequest& request) {
    const GdalErrorCapture gdal_errors;
    const auto dataset = open(request, gdal_errors);
    return names_of(dataset.get(), is_workbook(request.path));
}

Sheet read_sheet(const SheetRequest& request) {
    GdalErrorCapture gdal_errors;
    const auto dataset = open(request, gdal_errors);
    gdal_errors.clear();
    const Result result(dataset.get(), request, gdal_errors);
    Sheet sheet;
    sheet.name = request.query.empty() ? OGR_L_GetName(result.layer()) : "";
    sheet.is_workbook = is_workbook(request.path);
    read_rows(result.layer(), request, gdal_errors, sheet);
    trim(sheet);
    const bool dbf = extension_of(request.path) == ".dbf";
    settle_encoding(sheet, request, dbf ? declared_encoding(result.layer()) : "UTF-8");
    return sheet;
}

} // namespace wardmap::gdal
