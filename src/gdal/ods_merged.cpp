// SPDX-License-Identifier: MIT
#include "gdal/ods_merged.h"

#include <algorithm>

#include <cpl_minixml.h>
#include <cpl_string.h>

#include "gdal/zip_part.h"

namespace wardmap::gdal {
namespace {

std::size_t repeats(const CPLXMLNode* node, const char* attribute) {
    return static_cast<std::size_t>(std::max(1, std::atoi(CPLGetXMLValue(node, attribute, "1"))));
}

bool has_text(const CPLXMLNode* node) {
    for (const auto* child = node->psChild; child != nullptr; child = child->psNext) {
        if (child->eType == CXT_Text && child->pszValue[0] != '\0') return true;
        if (child->eType == CXT_Element && !EQUAL(child->pszValue, "annotation") && has_text(child))
            return true;
    }
    return false;
}

/// Whether GDAL reads something from a cell.
bool is_filled(const CPLXMLNode* cell) {
    for (const char* const value : {"value", "date-value", "time-value", "boolean-value"}) {
        if (CPLGetXMLValue(cell, value, nullptr) != nullptr) return true;
    }
    return has_text(cell);
}

class Rows {
public:
    /// The rows below a table, also those of groups and of the repeated header.
    void walk(const CPLXMLNode* parent) {
        for (const auto* node = parent->psChild; node != nullptr; node = node->psNext) {
            if (node->eType != CXT_Element) continue;
            const std::string_view name = node->pszValue;
            if (name == "table-row") {
                take(node);
            } else if (name == "table-rows" || name == "table-header-rows" ||
                       name == "table-row-group") {
                walk(node);
            }
        }
    }

    std::vector<MergedRow> found;

private:
    void take(const CPLXMLNode* node) {
        MergedRow row;
        bool covered = false;
        std::size_t column = 1;
        for (const auto* cell = node->psChild; cell != nullptr; cell = cell->psNext) {
            if (cell->eType != CXT_Element) continue;
            const auto times = repeats(cell, "number-columns-repeated");
            covered = covered || (times > 1 && EQUAL(cell->pszValue, "covered-table-cell"));
            for (std::size_t i = 0; is_filled(cell) && i < times; ++i) {
                row.columns.push_back(column + i);
            }
            column += times;
        }
        const auto times = repeats(node, "number-rows-repeated");
        for (std::size_t i = 0; covered && !row.columns.empty() && i < times; ++i) {
            row.row = m_row + i;
            found.push_back(row);
        }
        m_row += times;
    }

    std::size_t m_row = 1;
};

} // namespace

std::vector<MergedRow> merged_rows(const std::string& path, const std::string& sheet) {
    const auto xml = xml_of(zip_part(path, "content.xml"));
    Rows rows;
    each_child(found_in(xml, "=document-content.body.spreadsheet"), "table",
               [&](const CPLXMLNode* table) {
                   if (sheet == CPLGetXMLValue(table, "name", "")) rows.walk(table);
               });
    return rows.found;
}

} // namespace wardmap::gdal
