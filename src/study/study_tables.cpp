// SPDX-License-Identifier: MIT
#include "study/study_tables.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/collect.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/refuse.h"
#include "gdal/attribute_table.h"
#include "project/project.h"

namespace wardmap {
namespace {

std::string key_of(const tables::TableSource& spec) {
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}", spec.file.resolved, spec.sheet, spec.query,
                       spec.range, fmt::join(spec.header, "-"),
                       spec.hidden == tables::HiddenCells::read ? "hidden" : "");
}

void add(std::vector<std::string>& columns, const std::string& column) {
    if (std::find(columns.begin(), columns.end(), column) == columns.end()) {
        columns.push_back(column);
    }
}

bool is_counted(const tables::TableSource& spec) {
    return spec.file.resolved.starts_with(project::counted_path);
}

/// The counts of [incidents.ID], as categories name their table.
tables::TableSource counted_source(const std::string& id) {
    tables::TableSource source;
    source.file.resolved = std::string(project::counted_path) + id;
    return source;
}

/// A database's response, as bytes.
std::string content_of(const tables::Table& table) {
    std::string content;
    const auto put = [&content](const std::vector<std::string>& cells) {
        for (const auto& cell : cells) {
            content += cell + '\t';
        }
        content += '\n';
    };
    put(table.columns);
    for (const auto& row : table.rows) {
        put(row.cells);
    }
    return content;
}

} // namespace

tables::TableSource& StudyTables::source_of(const tables::TableSource& spec) {
    auto& source = m_sources[key_of(spec)];
    source.file = spec.file;
    source.sheet = spec.sheet;
    source.query = spec.query;
    source.range = spec.range;
    source.header = spec.header;
    source.hidden = spec.hidden;
    if (!spec.encoding.empty()) source.encoding = spec.encoding;
    if (!spec.delimiter.empty()) source.delimiter = spec.delimiter;
    return source;
}

void StudyTables::offer(const std::vector<project::IncidentsSpec>& incidents) {
    for (const auto& spec : incidents) {
        m_offered.emplace(spec.id, spec);
    }
}

void StudyTables::want(const project::Figures& figures, const std::string& steps) {
    if (!figures.incidents.empty()) {
        m_counted.try_emplace(figures.incidents, m_offered.at(figures.incidents))
            .first->second.want(figures, steps);
        return;
    }
    auto& wanted = source_of(figures.table).wanted;
    for (const auto* const columns : {&figures.keys, &figures.values}) {
        for (const auto& column : *columns) {
            add(wanted, column);
        }
    }
    for (const auto& filter : figures.where) {
        add(wanted, filter.column);
    }
    for (const auto* const column : {&figures.combine.weight, &steps}) {
        if (!column->empty()) add(wanted, *column);
    }
}

void StudyTables::want(const project::LookupSpec& lookup) {
    auto& wanted = source_of(lookup.table).wanted;
    for (const auto* const column : {&lookup.from, &lookup.to, &lookup.weight}) {
        if (!column->empty()) add(wanted, *column);
    }
}

void StudyTables::read(Findings& findings, Findings& faults) {
    for (const auto& [key, source] : m_sources) {
        try {
            auto table = tables::read_table(source);
            append(findings, table.findings);
            m_tables.emplace(key, std::move(table));
        } catch (const InputError& error) {
            append(faults, error.findings());
        }
    }
}

void StudyTables::refuse_shared_incidents() const {
    std::map<std::string, std::string> readers; // ids, by path
    for (const auto& [id, incidents] : m_counted) {
        for (const auto& source : incidents.sources()) {
            const auto [reader, is_new] = readers.try_emplace(source.resolved, id);
            if (is_new || reader->second == id) continue;
            refuse({source.written},
                   fmt::format("[incidents.{}] and [incidents.{}] both count these incidents, and "
                               "small counts are withheld",
                               reader->second, id),
                   "one [incidents.ID] for them: else the counts of one less those of the other "
                   "could be a withheld one",
                   "choose types by where, and periods by steps");
        }
    }
}

void StudyTables::count(const WardSet& wards, std::size_t area, Findings& findings,
                        Findings& faults) {
    for (const auto& [id, incidents] : m_counted) {
        const auto key = key_of(counted_source(id));
        const auto& counted = incidents;
        collecting(faults, [&] { m_tables.emplace(key, counted.table(wards, area, findings)); });
    }
}

const tables::Table* StudyTables::find(const tables::TableSource& spec) const {
    const auto found = m_tables.find(key_of(spec));
    return found == m_tables.end() ? nullptr : &found->second;
}

TableIdentity StudyTables::identity(const tables::TableSource& spec) const {
    const auto& path = spec.file.resolved;
    const auto& table = *find(spec);
    const bool is_query = !spec.query.empty();
    if (is_counted(spec)) return {path, "", false};
    if (gdal::is_connection(path)) {
        // For a server only its response is known.
        return {path, is_query ? spec.query : table.sheet, is_query};
    }
    auto& hash = m_hashes[path];
    if (hash.empty()) hash = sha256_of_file(path);
    return {hash, is_query ? spec.query : table.sheet, is_query};
}

std::optional<join::Lookup> StudyTables::lookup(const project::Project& project,
                                                Findings& faults) const {
    const auto* const table = project.lookup ? find(project.lookup->table) : nullptr;
    if (table == nullptr) return std::nullopt;
    try {
        return join::make_lookup(*table, project.lookup->from, project.lookup->to,
                                 project.lookup->weight);
    } catch (const InputError& error) {
        append(faults, error.findings());
        return std::nullopt;
    }
}

bool StudyTables::has_all(const project::CategorySpec& category) const {
    return std::ranges::all_of(category.figures, [&](const project::Figures& figures) {
        return find(figures.table) != nullptr;
    });
}

void StudyTables::note_inputs(InputWatch& watch) const {
    for (const auto& [key, source] : m_sources) {
        watch.note(source.file.written, source.file.resolved);
    }
    for (const auto& [id, incidents] : m_counted) {
        for (const auto& file : incidents.files()) {
            watch.note(file.written, file.resolved);
        }
    }
}

std::vector<TableFile> StudyTables::inputs(const InputWatch& watch) const {
    std::vector<TableFile> files;
    const auto add = [&](const std::string& table, const FilePath& path) {
        for (auto& file : watch.check_again(path.written, path.resolved)) {
            files.push_back({table, {std::move(file.written), std::move(file.sha256)}});
        }
    };
    for (const auto& [key, source] : m_sources) {
        const auto& file = source.file;
        if (gdal::is_connection(file.resolved)) {
            files.push_back({file.written, {file.written, sha256(content_of(m_tables.at(key)))}});
        } else {
            add(file.written, file);
        }
    }
    for (const auto& [id, incidents] : m_counted) {
        const auto& shown = incidents.shown();
        for (const auto& file : incidents.files()) {
            add(shown, file);
        }
        if (!incidents.is_on_server()) continue;
        const auto& counts = m_tables.at(key_of(counted_source(id)));
        files.push_back({shown, {shown, sha256(content_of(counts))}});
    }
    return files;
}

} // namespace wardmap
