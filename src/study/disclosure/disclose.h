// SPDX-License-Identifier: MIT
// Disclosure control: figures are suppressed before anything is computed from them.
#pragma once

#include <string>

#include "disclosure/figure.h"
#include "study/accounts.h"
#include "study/published.h"

namespace wardmap::project {
struct Project;
}

namespace wardmap {

struct Joined;
struct WardSet;

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

/// "counts under 5 are withheld, and others that would reveal one; the others are rounded to the
/// nearest 5".
[[nodiscard]] std::string in_words(const disclosure::Rule& rule);

} // namespace wardmap
