// SPDX-License-Identifier: MIT
// Every table of a study, each read once. Private to study/.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/input_watch.h"
#include "join/lookup.h"
#include "study/counted_incidents.h"
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

/// A file that a table was read from. `table` is as the figures name it: one table may be made of
/// several files.
struct TableFile {
    std::string table;
    InputFile file;
};

class StudyTables {
public:
    /// Those that categories may count; first of all.
    void offer(const std::vector<project::IncidentsSpec>& incidents);

    /// `steps`: a further column, with periods; may be empty.
    void want(const project::Figures& figures, const std::string& steps = {});
    void want(const project::LookupSpec& lookup);

    /// Reads the wanted tables. Their findings go to `findings`, errors to `faults`.
    void read(Findings& findings, Findings& faults);

    /// Throws InputError if two of the incidents are from one source: the counts of one subtracted
    /// from those of the other may be what a rule withholds.
    void refuse_shared_incidents() const;

    /// Counts the incidents that are wanted into the wards: their counts are tables like others.
    /// The wards after the first `area` are those of the ring.
    void count(const WardSet& wards, std::size_t area, Findings& findings, Findings& faults);

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
    [[nodiscard]] std::vector<TableFile> inputs(const InputWatch& watch) const;

private:
    tables::TableSource& source_of(const tables::TableSource& spec);

    std::map<std::string, project::IncidentsSpec> m_offered; // by id
    std::map<std::string, CountedIncidents> m_counted;       // by id
    std::map<std::string, tables::TableSource> m_sources;    // by file, sheet, query and range
    std::map<std::string, tables::Table> m_tables;
    mutable std::map<std::string, std::string> m_hashes; // of files, by path
};

} // namespace wardmap
