// SPDX-License-Identifier: MIT
// Disclosure control: figures are suppressed before anything is computed from them.
#pragma once

#include <set>
#include <string>

#include "disclosure/figure.h"
#include "project/project.h"
#include "study/accounts.h"
#include "study/joined.h"
#include "study/published.h"
#include "wards/ward.h"

namespace wardmap {

/// What may be published and, separately, the analyst's accounts.
struct Disclosed {
    Published published;
    Accounts accounts;
};

/// Third stage: replaces counts, and denominators with the same figures, by what their rule allows;
/// suppresses more if differences or a table's own total would disclose something; reports this in
/// the findings.
[[nodiscard]] Disclosed disclose(Joined joined, const project::Project& project,
                                 const WardSet& wards);

/// The tables, as written in the project, in which a rule suppresses or rounds figures.
[[nodiscard]] std::set<std::string> secret_tables(const Published& published);

/// "counts under 5 are withheld, and others that would reveal one; the others are rounded to the
/// nearest 5".
[[nodiscard]] std::string in_words(const disclosure::Rule& rule);

} // namespace wardmap
