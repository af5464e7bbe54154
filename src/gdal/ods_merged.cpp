// SPDX-License-Identifier: MIT
#include "gdal/ods_merged.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/limits.h"
#include "base/text.h"
#include "gdal/xml_stream.h"
#include "gdal/zip_part.h"
#include <cpl_minixml.h>
#include <cpl_string.h>

namespace wardmap::gdal {
namespace {

std::size_t repeats(const XmlAttributes& attributes, std::string_view name) {
    const auto times = attributes.number(name, 1);
    return static_cast<std::size_t>(std::clamp<std::uint64_t>(times, 1, limits::rows));
}

/// Whether GDAL reads something from a cell of these attributes.
bool has_value(const XmlAttributes& attributes) {
    return attributes.has("value") || attributes.has("date-value") ||
           attributes.has("time-value") || attributes.has("boolean-value");
}

/// The rows of one table, as they come.
class Rows {
public:
    explicit Rows(const std::string& sheet) : m_sheet(sheet) {}

    void start(std::string_view name, const XmlAttributes& attributes) {
        if (name == "table") m_is_wanted = attributes.value("name") == m_sheet;
        if (!m_is_wanted) return;
        if (name == "table-row") {
            m_times = repeats(attributes, "number-rows-repeated");
            m_merged = {};
            m_column = 1;
            m_is_covered = false;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            m_cell_times = repeats(attributes, "number-columns-repeated");
            m_is_covered = m_is_covered || (m_cell_times > 1 && name == "covered-table-cell");
            m_is_filled = has_value(attributes);
        } else if (name == "annotation") {
            m_is_remark = true;
        }
    }

    void text(std::string_view text) {
        if (!m_is_remark && !text::trimmed(text).empty()) m_is_filled = true;
    }

    void end(std::string_view name) {
        if (!m_is_wanted) return;
        if (name == "annotation") m_is_remark = false;
        if (name == "table") m_is_wanted = false;
        if (name == "table-cell" || name == "covered-table-cell") end_cell();
        if (name == "table-row") end_row();
    }

    std::vector<MergedRow> found;

private:
    void end_cell() {
        for (std::size_t i = 0; m_is_filled && i < m_cell_times; ++i) {
            m_merged.columns.push_back(m_column + i);
        }
        m_column += m_cell_times;
        m_is_filled = false;
    }

    void end_row() {
        for (std::size_t i = 0; m_is_covered && !m_merged.columns.empty() && i < m_times; ++i) {
            m_merged.row = m_row + i;
            found.push_back(m_merged);
        }
        m_row += m_times;
    }

    const std::string& m_sheet;
    MergedRow m_merged;
    std::size_t m_row = 1;
    std::size_t m_times = 1; // of this row
    std::size_t m_column = 1;
    std::size_t m_cell_times = 1;
    bool m_is_wanted = false;
    bool m_is_covered = false;
    bool m_is_filled = false;
    bool m_is_remark = false;
};

} // namespace

std::vector<MergedRow> merged_rows(const std::string& path, const std::string& sheet) {
    Rows rows(sheet);
    XmlEvents events;
    events.start = [&](std::string_view name, const XmlAttributes& a) { rows.start(name, a); };
    events.text = [&](std::string_view text) { rows.text(text); };
    events.end = [&](std::string_view name) { rows.end(name); };
    const auto why = stream_xml(path, "content.xml", limits::workbook_part_bytes, events);
    if (!why.empty()) return {}; // check_ods has said so
    return rows.found;
}

} // namespace wardmap::gdal
