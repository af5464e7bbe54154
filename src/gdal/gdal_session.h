// SPDX-License-Identifier: MIT
// Initialises GDAL once and captures its messages. Private to gdal/.
#pragma once

#include <string>

namespace wardmap::gdal {

/// Registers the drivers once. No network, no sidecar files written.
void open_gdal();

/// While it exists, GDAL's warnings and errors are captured instead of printed.
class GdalErrorCapture {
public:
    GdalErrorCapture();
    GdalErrorCapture(const GdalErrorCapture&) = delete;
    GdalErrorCapture& operator=(const GdalErrorCapture&) = delete;
    ~GdalErrorCapture();

    /// The last message since the start or the last `clear`, on one line; "" if there was none.
    [[nodiscard]] const std::string& last() const { return m_last; }
    [[nodiscard]] bool failed() const { return m_failed; }
    void clear();
    void on_message(bool failure, const char* message);

private:
    std::string m_last;
    bool m_failed = false;
};

} // namespace wardmap::gdal
