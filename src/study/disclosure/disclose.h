// SPDX-License-Identifier: MIT
// Disclosure control: what must not be shown is withheld before anything is computed from it.
#pragma once

#include <string>

#include "disclosure/figure.h"
#include "study/accounts.h"
#include "study/joined.h"
#include "study/published.h"

namespace wardmap::project {
struct Project;
}

namespace wardmap {

struct WardSet;

/// What readers may have, and the analyst's accounts apart from it.
struct Disclosed {
    Published published;
    Accounts accounts;
};

/// Third stage: replaces the figures of counts by what their rule lets be shown, and those of
/// denominators that are the same figures; withholds more where differences or a table's own total
/// would give some away; says so in the findings.
[[nodiscard]] Disclosed disclose(Joined joined, const project::Project& project,
                                 const WardSet& wards);

/// "counts under 5 are withheld, and others that would give one away; the others are rounded to the
/// nearest 5".
[[nodiscard]] std::string in_words(const disclosure::Rule& rule);

} // namespace wardmap
