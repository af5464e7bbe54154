// SPDX-License-Identifier: MIT
// Whether other data products agree with wards.csv, cell by cell.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "gdal/attribute_table.h"
#include "support/catch.h"
#include "support/csv.h"
#include "support/files.h"
#include "support/sheets.h"

namespace wardmap::testing {

/// wards.csv by column and row.
class WardTable {
public:
    explicit WardTable(const std::string& csv) : m_lines(csv_lines(csv)) {}

    [[nodiscard]] const std::vector<std::string>& columns() const { return m_lines.front(); }
    [[nodiscard]] std::size_t wards() const { return m_lines.size() - 1; }

    /// A cell without the apostrophe that protects it in a spreadsheet.
    [[nodiscard]] std::string cell(const std::string& column, std::size_t ward) const {
        const auto at = std::find(columns().begin(), columns().end(), column);
        INFO("column " << column);
        REQUIRE(at != columns().end());
        auto text = m_lines[ward + 1].at(static_cast<std::size_t>(at - columns().begin()));
        const bool kept = text.size() > 1 && text[0] == '\'' &&
                          std::string("=+-@\t\r").find(text[1]) != std::string::npos;
        return kept ? text.substr(1) : text;
    }

private:
    std::vector<std::vector<std::string>> m_lines;
};

inline bool is_null_text(const std::string& s) {
    return s.empty() || s == "[c]" || s == "[x]" || s == "[z]";
}

/// Fails if `text` of another product differs from the CSV's cell.
inline void check_same(const WardTable& csv, const std::string& column, std::size_t ward,
                       const std::string& text) {
    const auto wanted = csv.cell(column, ward);
    INFO(column << ", ward " << ward << ": " << text << ", not " << wanted);
    if (is_null_text(wanted)) {
        CHECK(is_null_text(text));
        return;
    }
    const auto a = text::parse_number(wanted);
    const auto b = text::parse_number(text);
    if (a && b) {
        CHECK(*a == *b);
    } else {
        CHECK(text == wanted);
    }
}

/// study.json.
inline void check_same_json(const WardTable& csv, const std::string& study) {
    const auto json = nlohmann::json::parse(study);
    std::size_t columns = 0;
    const auto check_rows = [&](const nlohmann::json& rows, const std::string& prefix) {
        REQUIRE(rows.size() == csv.wards());
        for (std::size_t ward = 0; ward < rows.size(); ++ward) {
            for (const auto& [member, value] : rows[ward].items()) {
                const bool own = prefix.empty() || member == "ward_code";
                if (ward == 0 && !(own && !prefix.empty())) ++columns;
                check_same(csv, own ? member : prefix + member, ward,
                           value.is_null()     ? ""
                           : value.is_string() ? value.get<std::string>()
                                               : value.dump());
            }
        }
    };
    check_rows(json["wards"], "");
    for (const char* const list : {"categories", "bivariates"}) {
        for (const auto& mapped : json[list]) {
            check_rows(mapped["wards"], mapped["id"].get<std::string>() + "_");
        }
    }
    CHECK(columns == csv.columns().size());
}

/// wards.gpkg.
inline void check_same_geopackage(const WardTable& csv, const std::string& path) {
    const auto sheet = gdal::read_sheet({path, path, "wards", "", ""});
    const auto& names = sheet.rows.front().cells;
    CHECK(names == csv.columns());
    REQUIRE(sheet.rows.size() == csv.wards() + 1);
    for (std::size_t ward = 0; ward < csv.wards(); ++ward) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            check_same(csv, names[i], ward, sheet.rows[ward + 1].cells[i]);
        }
    }
}

/// wards.xlsx, with columns identified by its own definitions.
inline void check_same_workbook(const WardTable& csv, const std::string& path) {
    const auto sheets = sheets_of(path);
    REQUIRE(sheets.size() > 4);
    std::map<std::pair<std::string, std::string>, std::string> names;
    for (const auto& row : lines_of(path, "Definitions")) {
        if (row.cells.size() >= 3) names[{row.cells[0], row.cells[1]}] = row.cells[2];
    }
    for (std::size_t i = 3; i < sheets.size(); ++i) {
        const auto lines = lines_of(path, sheets[i]);
        const auto head = std::find_if(lines.begin(), lines.end(), [](const auto& line) {
            return line.cells.size() > 1 && line.cells[1].ends_with(" name");
        });
        INFO("sheet " << sheets[i]);
        REQUIRE(head != lines.end());
        REQUIRE(lines.end() - head == static_cast<std::ptrdiff_t>(csv.wards()) + 1);
        for (std::size_t ward = 0; ward < csv.wards(); ++ward) {
            const auto& cells = head[static_cast<std::ptrdiff_t>(ward) + 1].cells;
            for (std::size_t k = 0; k < head->cells.size(); ++k) {
                if (head->cells[k].empty()) continue; // padded to the widest
                const auto own = names.find({sheets[3], head->cells[k]});
                const auto name = names.find({sheets[i], head->cells[k]});
                INFO("heading " << head->cells[k]);
                REQUIRE((name != names.end() || own != names.end()));
                CHECK_FALSE(cells[k].empty()); // a mark gives the reason
                check_same(csv, name != names.end() ? name->second : own->second, ward, cells[k]);
            }
        }
    }
}

} // namespace wardmap::testing
