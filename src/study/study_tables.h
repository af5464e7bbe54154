// SPDX-License-Identifier: MIT
// Every table of a study, each read once. Private to study/.
#pragma once

#include <algorithm>
#include <map>
#include <string>

#include "base/error.h"
#include "project/project.h"
#include "tables/read_table.h"

namespace wardmap {

/// Runs one step and keeps its findings, so that the faults of all tables are told together.
template <typename Step>
void collecting(Findings& faults, const Step& step) {
    try {
        step();
    } catch (const InputError& error) {
        append(faults, error.findings());
    }
}

/// Every table of the study, each read once.
class StudyTables {
public:
    void want(const project::Figures& figures, const std::string& steps = {}) {
        auto& source = m_sources[figures.table.resolved];
        source.path = figures.table.resolved;
        source.shown_as = figures.table.written;
        if (!figures.encoding.empty()) source.encoding = figures.encoding;
        if (!figures.delimiter.empty()) source.delimiter = figures.delimiter;
        const auto add = [&source](const std::string& column) {
            const auto& wanted = source.wanted;
            const bool is_there = std::find(wanted.begin(), wanted.end(), column) != wanted.end();
            if (!column.empty() && !is_there) source.wanted.push_back(column);
        };
        for (const auto* const columns : {&figures.keys, &figures.values}) {
            std::for_each(columns->begin(), columns->end(), add);
        }
        for (const auto& [column, text] : figures.where) {
            add(column);
        }
        add(figures.combine.weight);
        add(steps);
    }

    void read(Findings& findings, Findings& faults) {
        for (const auto& wanted : m_sources) {
            collecting(faults, [&] {
                auto table = tables::read_table(wanted.second);
                append(findings, table.findings);
                m_tables.emplace(wanted.first, std::move(table));
            });
        }
    }

    /// Null where the table could not be read; that has been told.
    [[nodiscard]] const tables::Table* find(const project::Figures& figures) const {
        const auto found = m_tables.find(figures.table.resolved);
        return found == m_tables.end() ? nullptr : &found->second;
    }

    [[nodiscard]] const std::map<std::string, tables::TableSource>& sources() const {
        return m_sources;
    }

private:
    std::map<std::string, tables::TableSource> m_sources; // by path
    std::map<std::string, tables::Table> m_tables;
};

} // namespace wardmap
