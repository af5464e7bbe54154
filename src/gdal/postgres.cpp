// SPDX-License-Identifier: MIT
#include "gdal/postgres.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include <gdal.h>
#include <ogr_api.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/refuse.h"
#include "gdal/dataset.h"
#include "gdal/gdal_session.h"
#include "geo/handle.h"

namespace wardmap::gdal {
namespace {

std::string between(char quote, std::string_view text) {
    std::string quoted(1, quote);
    for (const char c : text) {
        quoted += c;
        if (c == quote) quoted += c;
    }
    return quoted + quote;
}

/// What a statement gives; null for nothing.
class Answer {
public:
    Answer(GDALDatasetH dataset, const std::string& statement, const std::string& shown_as,
           const GdalErrorCapture& gdal_errors)
        : m_dataset(dataset),
          m_layer(GDALDatasetExecuteSQL(dataset, statement.c_str(), nullptr, nullptr)) {
        if (!gdal_errors.failed()) return;
        release();
        refuse({shown_as}, "the server refuses the statement" + gdal_errors.reason(),
               "a table that can be counted, and the right to read it", "");
    }
    Answer(const Answer&) = delete;
    Answer& operator=(const Answer&) = delete;
    ~Answer() { release(); }

    [[nodiscard]] OGRLayerH layer() const { return m_layer; }

private:
    void release() {
        if (m_layer != nullptr) GDALDatasetReleaseResultSet(m_dataset, m_layer);
        m_layer = nullptr;
    }

    GDALDatasetH m_dataset;
    OGRLayerH m_layer;
};

std::vector<std::string> cells_of(OGRFeatureH feature, int columns) {
    std::vector<std::string> cells;
    cells.reserve(static_cast<std::size_t>(columns));
    for (int i = 0; i < columns; ++i) {
        const bool filled = OGR_F_IsFieldSetAndNotNull(feature, i) != 0;
        cells.emplace_back(filled ? OGR_F_GetFieldAsString(feature, i) : "");
    }
    return cells;
}

} // namespace

bool is_postgres(const std::string& path) {
    return path.starts_with("PG:") || path.starts_with("postgresql:") ||
           path.starts_with("postgres:");
}

std::string read_only(const std::string& path) {
    if (!is_postgres(path)) return path;
    if (path.starts_with("postgres")) {
        return path + (path.find('?') == std::string::npos ? "?" : "&") +
               "options=-c%20default_transaction_read_only%3Don";
    }
    return path + " options='-c default_transaction_read_only=on'";
}

std::string quoted_name(const std::string& name) {
    const auto dot = name.find('.');
    if (dot == std::string::npos) return between('"', name);
    return between('"', name.substr(0, dot)) + "." + between('"', name.substr(dot + 1));
}

std::string quoted_text(const std::string& text) {
    return between('\'', text);
}

PostgresSession::PostgresSession(const std::string& path, std::string shown_as)
    : m_shown_as(std::move(shown_as)) {
    const GdalErrorCapture gdal_errors;
    m_dataset.reset(GDALOpenEx(read_only(path).c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr,
                               nullptr, nullptr));
    if (m_dataset) return;
    refuse({m_shown_as}, "the database cannot be reached" + gdal_errors.reason(),
           "a database that responds and grants access",
           "try the same connection with ogrinfo, or export the table as CSV");
}

std::vector<std::string> PostgresSession::columns(const std::string& select) const {
    const GdalErrorCapture gdal_errors;
    const Answer answer(m_dataset.get(), select, m_shown_as, gdal_errors);
    std::vector<std::string> names;
    if (answer.layer() == nullptr) return names;
    const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(answer.layer());
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        names.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    }
    for (int i = 0; i < OGR_FD_GetGeomFieldCount(definition); ++i) {
        names.emplace_back(OGR_GFld_GetNameRef(OGR_FD_GetGeomFieldDefn(definition, i)));
    }
    return names;
}

std::vector<std::vector<std::string>> PostgresSession::rows(const std::string& select) const {
    const GdalErrorCapture gdal_errors;
    const Answer answer(m_dataset.get(), select, m_shown_as, gdal_errors);
    std::vector<std::vector<std::string>> rows;
    if (answer.layer() == nullptr) return rows;
    const int columns = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(answer.layer()));
    while (true) {
        const geo::Handle<void, OGR_F_Destroy> feature(OGR_L_GetNextFeature(answer.layer()));
        if (gdal_errors.failed()) {
            refuse({m_shown_as}, "the server stops with an error" + gdal_errors.reason(),
                   "a table that can be counted", "");
        }
        if (!feature) return rows;
        stop_if_interrupted();
        rows.push_back(cells_of(feature.get(), columns));
    }
}

void PostgresSession::run(const std::string& statement) const {
    const GdalErrorCapture gdal_errors;
    const Answer answer(m_dataset.get(), statement, m_shown_as, gdal_errors);
}

void PostgresSession::Closer::operator()(void* dataset) const {
    GDALClose(dataset);
}

} // namespace wardmap::gdal
