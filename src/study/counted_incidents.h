// SPDX-License-Identifier: MIT
// Incidents as a long table of counts, as far as the categories use them. Private to study/.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/file_path.h"
#include "base/finding.h"
#include "incidents/count.h"
#include "incidents/periods.h"
#include "project/incidents_spec.h"
#include "tables/table.h"
#include "wards/ward.h"

namespace wardmap::project {
struct Figures;
} // namespace wardmap::project

namespace wardmap {

class CountedIncidents {
public:
    explicit CountedIncidents(project::IncidentsSpec spec) : m_spec(std::move(spec)) {}

    /// A category uses these types (all where its `where` is empty) in these steps (all together
    /// where there are none).
    void want(const project::Figures& figures, const std::string& steps);

    /// As messages name the sources.
    [[nodiscard]] const std::string& shown() const { return m_spec.shown; }

    /// Whether a database counts them, of which only the counts are known.
    [[nodiscard]] bool is_on_server() const;

    /// What is read: the files, or the server.
    [[nodiscard]] std::vector<FilePath> sources() const;

    /// The files that are read, folders and archives opened up; what cannot be found is left to
    /// `table`.
    [[nodiscard]] std::vector<FilePath> files() const;

    /// A row for each ward, type and period: columns ward_code, type, the steps, incidents. What
    /// was not counted, and what to know of the points, goes to `findings`. The wards after the
    /// first `area` are those of the ring. Throws InputError.
    [[nodiscard]] tables::Table table(const WardSet& wards, std::size_t area,
                                      Findings& findings) const;

private:
    [[nodiscard]] incidents::Count count(const WardSet& wards) const;
    void add_rows(const incidents::Count& count, const WardSet& wards, tables::Table& table) const;
    [[nodiscard]] incidents::Step longest_step() const;

    project::IncidentsSpec m_spec;
    std::set<std::string> m_types; // that categories name
    bool m_all_types = false;
    std::set<std::string> m_steps;
};

} // namespace wardmap
