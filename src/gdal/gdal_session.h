// SPDX-License-Identifier: MIT
// Opening GDAL once and catching what it says. Private to gdal/.
#pragma once

#include <string>

namespace wardmap::gdal {

/// Registers the drivers once. No network, no sidecar files written.
void open_gdal();

/// While it lives, GDAL's warnings and errors are kept instead of printed.
class GdalErrorCapture {
public:
    GdalErrorCapture();
    GdalErrorCapture(const GdalErrorCapture&) = delete;
    GdalErrorCapture& operator=(const GdalErrorCapture&) = delete;
    ~GdalErrorCapture();

    /// The last message since the start or the last `clear`, in one line; "" where nothing was.
    [[nodiscard]] const std::string& last() const { return m_last; }
    [[nodiscard]] bool failed() const { return m_failed; }
    void clear();
    void on_message(bool failure, const char* message);

private:
    std::string m_last;
    bool m_failed = false;
};

} // namespace wardmap::gdal
