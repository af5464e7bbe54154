// SPDX-License-Identifier: MIT
// Lines that a message proposes, written into the text of a project file that people keep by hand.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/finding.h"

namespace wardmap::project {

/// A line of a project file.
struct Proposal {
    std::string section; // "boundaries"; empty: of every block that reads `table`
    std::string table;   // as the project file names it
    std::string key;
    std::string value; // as TOML

    bool operator==(const Proposal&) const = default;
};

/// The lines that the help of a finding proposes without an "if": each is a clause of its own that
/// starts with the line, such as `[project] require_coverage = 0.8 draws what matches` or
/// `[boundaries] crs = "EPSG:4326"`. What depends on something that only the reader knows is theirs
/// to decide.
[[nodiscard]] std::vector<Proposal> proposals_of(const Finding& finding);

/// The text with the line; everything else, comments and line ends too, stays as it is. In a
/// `where` that is there the column is added, in a `suppression` the mark; a lower require_coverage
/// replaces a higher one. Nothing if no block is to be changed.
[[nodiscard]] std::optional<std::string> with_proposal(const std::string& text,
                                                       const Proposal& proposal);

/// The text with a line in [aliases] for each name in a table and the ward that it means.
[[nodiscard]] std::string
with_aliases(const std::string& text,
             const std::vector<std::pair<std::string, std::string>>& aliases);

/// "[boundaries] crs = ..." or "t.csv: require_coverage = ...": what was written, for people.
[[nodiscard]] std::string in_words(const Proposal& proposal);

} // namespace wardmap::project
