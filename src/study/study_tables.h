// SPDX-License-Identifier: MIT
// Every table of a study, each read once. Private to study/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/input_watch.h"
#include "join/lookup.h"
#include "study/input_file.h"
#include "study/joined.h"
#include "tables/read_table.h"

namespace wardmap::project {
struct CategorySpec;
struct Figures;
struct LookupSpec;
struct Project;
} // namespace wardmap::project

namespace wardmap {

class StudyTables {
public:
    /// `steps`: a further column, with periods; may be empty.
    void want(const project::Figures& figures, const std::string& steps = {});
    void want(const project::LookupSpec& lookup);

    /// Reads the wanted tables. Their findings go to `findings`, errors to `faults`.
    void read(Findings& findings, Findings& faults);

    /// Call before `read`: notes the files to be read.
    void note_inputs(InputWatch& watch) const;

    /// Null if the table could not be read, which has been reported.
    [[nodiscard]] const tables::Table* find(const tables::TableSource& spec) const;

    /// Precondition: the table could be read.
    [[nodiscard]] TableIdentity identity(const tables::TableSource& spec) const;

    /// The [lookup] of the project; nothing if it has none, or it cannot be read (reported in
    /// `faults`).
    [[nodiscard]] std::optional<join::Lookup> lookup(const project::Project& project,
                                                     Findings& faults) const;

    /// Whether every table of a category could be read.
    [[nodiscard]] bool has_all(const project::CategorySpec& category) const;

    /// The files read; for a database, its response. Throws InputError if one of them has changed
    /// since it was noted.
    [[nodiscard]] std::vector<InputFile> inputs(const InputWatch& watch) const;

private:
    tables::TableSource& source_of(const tables::TableSource& spec);

    std::map<std::string, tables::TableSource> m_sources; // by file, sheet, query and range
    std::map<std::string, tables::Table> m_tables;
    mutable std::map<std::string, std::string> m_hashes; // of files, by path
};

} // namespace wardmap
