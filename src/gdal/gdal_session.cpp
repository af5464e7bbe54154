// SPDX-License-Identifier: MIT
#include "gdal/gdal_session.h"

#include <algorithm>
#include <mutex>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

#include "base/limits.h"
#include "base/pattern.h"
#include "base/text.h"
#include "base/without_password.h"

namespace wardmap::gdal {
namespace {

void CPL_STDCALL on_gdal_message(CPLErr severity, CPLErrorNum, const char* message) {
    auto* const capture = static_cast<GdalErrorCapture*>(CPLGetErrorHandlerUserData());
    capture->on_message(severity >= CE_Failure, message);
}

} // namespace

void open_gdal() {
    static std::once_flag once;
    std::call_once(once, [] {
        GDALAllRegister();
        CPLSetConfigOption("GDAL_HTTP_PROXY", "127.0.0.1:9"); // none: see access.h
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
        CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE",
                           std::to_string(limits::feature_mebibytes).c_str());
        for (const char* const workbook : {"OGR_XLSX", "OGR_ODS", "OGR_XLS"}) {
            const std::string kind = workbook; // every cell as text, the header row like any other
            CPLSetConfigOption((kind + "_HEADERS").c_str(), "DISABLE");
            CPLSetConfigOption((kind + "_FIELD_TYPES").c_str(), "STRING");
        }
        for (const char* const closed :
             {"OGR_SQLITE_ALLOW_EXTERNAL_ACCESS", "GML_DOWNLOAD_SCHEMA"}) {
            CPLSetConfigOption(closed, "NO");
        }
        CPLSetConfigOption("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z");
    });
}

GdalErrorCapture::GdalErrorCapture() {
    open_gdal();
    CPLErrorReset();
    CPLPushErrorHandlerEx(on_gdal_message, this);
}

GdalErrorCapture::~GdalErrorCapture() {
    CPLPopErrorHandler();
}

std::string GdalErrorCapture::reason() const {
    if (m_last.empty()) return {};
    static const Pattern gaps(R"([\s\v]+)");
    return ": " + std::string(text::trimmed(without_password(gaps.replaced(m_last, " "))));
}

void GdalErrorCapture::clear() {
    m_last.clear();
    m_failed = false;
}

void GdalErrorCapture::on_message(bool failure, const char* message) {
    m_last = message;
    std::replace(m_last.begin(), m_last.end(), '\n', ' ');
    m_failed = m_failed || failure;
}

} // namespace wardmap::gdal
