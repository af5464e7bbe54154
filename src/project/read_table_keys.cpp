// SPDX-License-Identifier: MIT
#include "project/read_table_keys.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/text.h"
#include "project/keys.h"
#include "project/project.h"
#include "project/read_rows.h"
#include "project/read_suppression.h"

namespace wardmap::project {
namespace {

bool is_connection(const std::string& written) {
    static const Pattern server(R"(([A-Za-z]{2,}:.*)|(.*://.*))");
    return server.fits(written) || written.starts_with("/vsi");
}

std::string without_password(const std::string& written) {
    static const Pattern password(R"((password[\s\v]*=[\s\v]*)('[^']*'|\S+))",
                                  Pattern::Case::ignored);
    static const Pattern of_url(R"((://[^:/@\s]*:)[^@\s]*@)");
    return of_url.replaced(password.replaced(written, R"(\1***)"), R"(\1***@)");
}

void read_header(TomlReader& reader, const toml::table& table, tables::TableSource& spec) {
    const auto* const node = table.get("header");
    if (node == nullptr) return;
    std::vector<double> lines;
    if (node->is_integer()) {
        lines = {reader.number(table, "header").value_or(0)};
    } else if (const auto list = reader.numbers(table, "header")) {
        lines = *list;
    } else {
        return;
    }
    const bool whole = std::all_of(lines.begin(), lines.end(), [](double line) {
        return line >= 1 && line < 1e7 && line == static_cast<double>(static_cast<long>(line));
    });
    if (!whole || lines.empty() || lines.size() > 2 || lines.front() > lines.back()) {
        reader.fault(*node, "header names no lines", "header = 4, or header = [3, 4]");
        return;
    }
    for (const auto line : lines) {
        spec.header.push_back(static_cast<std::size_t>(line));
    }
}

void read_where(TomlReader& reader, const toml::table& table, Figures& figures) {
    const auto* const where = reader.table(table, "where");
    if (where == nullptr) return;
    for (const auto& [key, node] : *where) {
        const std::string column(key.str());
        std::vector<std::string> values;
        if (node.is_integer()) {
            values = {std::to_string(node.as_integer()->get())};
        } else if (auto texts = reader.texts(*where, column, true)) {
            values = std::move(*texts);
        } else {
            continue;
        }
        figures.where.push_back({column, std::move(values)});
    }
}

void read_columns(TomlReader& reader, const toml::table& table, const std::string& in,
                  bool value_needed, Figures& figures) {
    if (auto key = reader.text(table, "key")) figures.keys = {std::move(*key)};
    if (auto keys = reader.texts(table, "keys")) {
        if (table.contains("key")) {
            reader.fault(*table.get("keys"), "both key and keys are given", "one of them");
        }
        figures.keys = std::move(*keys);
    }
    if (!table.contains("value")) {
        if (!value_needed) return;
        reader.fault(table, in + " has no value",
                     "value = \"name of the column with the figures\"");
    } else if (auto values = reader.texts(table, "value", true)) {
        if (values->empty()) {
            reader.fault(*table.get("value"), "value is empty", "value = \"a column\"");
        }
        figures.values = std::move(*values);
    }
}

} // namespace

FilePath resolve(const Project& project, const std::string& written) {
    namespace fs = std::filesystem;
    if (written.empty()) return {};
    if (is_connection(written)) return {without_password(written), written};
    if (fs::path(written).is_absolute()) return {written, written};
    const auto folder = fs::path(project.file.resolved).parent_path();
    return {written, (folder / written).lexically_normal().string()};
}

tables::TableSource read_table_spec(TomlReader& reader, const toml::table& table,
                                    const std::string& in, const Project& project) {
    tables::TableSource spec;
    spec.file =
        resolve(project, reader.required(table, "table", in, "table = \"tables/figures.csv\""));
    reader.read(table, "sheet", spec.sheet);
    reader.read(table, "query", spec.query);
    reader.read(table, "range", spec.range);
    read_header(reader, table, spec);
    if (const auto hidden = reader.value(table, "hidden", tables::hidden_names)) {
        spec.hidden = *hidden;
    }
    reader.read(table, "encoding", spec.encoding);
    reader.read(table, "delimiter", spec.delimiter);
    if (spec.delimiter.size() > 1) {
        reader.fault(*table.get("delimiter"), "the delimiter is not one character",
                     "delimiter = \";\"");
    }
    return spec;
}

Figures read_figures(TomlReader& reader, const toml::table& table, const std::string& in,
                     const Project& project, bool value_needed) {
    Figures figures;
    figures.table = read_table_spec(reader, table, in, project);
    read_columns(reader, table, in, value_needed, figures);
    read_where(reader, table, figures);
    if (const auto what = reader.value(table, "duplicates", join::duplicates_names)) {
        figures.duplicates = *what;
    }
    read_suppression(reader, table, in, figures);
    if (const auto figure = reader.value(table, "if_row_missing", join::missing_row_names)) {
        figures.if_row_missing = *figure;
    }
    if (const auto outside = reader.value(table, "outside", join::outside_names)) {
        figures.outside = *outside;
    }
    figures.combine = read_combine(reader, table);
    return figures;
}

} // namespace wardmap::project
