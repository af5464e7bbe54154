// SPDX-License-Identifier: MIT
#include "data/csv.h"

#include "base/interrupt.h"
#include "base/text.h"
#include "study/study.h"
#include "tables/cell.h"

namespace wardmap::data {
namespace {

/// The mark for a null cell of a category's figure or value column; "" for others.
std::string null_mark(const Study& study, const std::string& column, std::size_t ward) {
    for (const auto& category : study.categories) {
        if (column == category.spec.id + "_figure") return mark_of(category.figures[ward].state());
        if (column == category.spec.id + "_value") return mark_of(category.values[ward].state());
    }
    for (const auto& bivariate : study.bivariates) {
        if (column == bivariate.spec.id + "_class") return mark_of(bivariate.wards[ward].state);
    }
    return {};
}

std::string cell_text(const Study& study, const Column& column, std::size_t ward) {
    const auto& value = column.values[ward];
    if (const auto* const s = std::get_if<std::string>(&value)) return csv_cell(*s);
    if (const auto* const i = std::get_if<std::int64_t>(&value)) return std::to_string(*i);
    if (const auto* const d = std::get_if<double>(&value))
        return text::shortest(published_number(*d));
    return null_mark(study, column.name, ward);
}

} // namespace

std::string mark_of(Cell::State state) {
    switch (state) {
    case Cell::State::known:
        return {};
    case Cell::State::suppressed:
        return "[c]";
    case Cell::State::missing:
        return "[x]";
    case Cell::State::not_calculable:
        return "[z]";
    }
    return {};
}

std::string csv_cell(const std::string& s) {
    std::string safe = s;
    if (!safe.empty() && std::string("=+-@\t\r").find(safe.front()) != std::string::npos)
        safe.insert(0, 1, '\'');
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

std::string to_csv(const Study& study, const std::vector<Column>& columns) {
    std::string csv = "\xEF\xBB\xBF";
    const auto line = [&](const auto& cell) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            csv += (i > 0 ? "," : "") + cell(columns[i]);
        }
        csv += "\r\n";
    };
    line([](const Column& column) { return csv_cell(column.name); });
    for (std::size_t ward = 0; ward < study.wards.wards.size(); ++ward) {
        stop_if_interrupted();
        line([&](const Column& column) { return cell_text(study, column, ward); });
    }
    return csv;
}

std::string dictionary(const std::vector<Column>& columns) {
    std::string text = "Columns of wards.csv and wards.gpkg\n\n";
    for (const auto& column : columns) {
        text += column.name + ": " + column.meaning + "\n";
    }
    text += "\nMarks in wards.csv: [c] withheld, [x] not supplied, [z] not "
            "calculable.\n"
            "In wards.gpkg such cells are empty and the state column gives the reason.\n"
            "The rows are in the order of the codes.\n"
            "The same data as a workbook: wards.xlsx. As JSON: study.json, described by "
            "study.schema.json. For programs that read CSV on the Web: "
            "wards.csv-metadata.json.\n";
    return text;
}

} // namespace wardmap::data
