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
    void want(const project::Figures& figures) {
        auto& source = m_sources[figures.table.resolved];
        source.path = figures.table.resolved;
        source.shown_as = figures.table.written;
        if (!figures.encoding.empty()) source.encoding = figures.encoding;
        if (!figures.delimiter.empty()) source.delimiter = figures.delimiter;
        for (const auto* const columns : {&figures.keys, &figures.values}) {
            for (const auto& column : *columns) {
                if (std::find(source.wanted.begin(), source.wanted.end(), column) ==
                    source.wanted.end()) {
                    source.wanted.push_back(column);
                }
            }
        }
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
