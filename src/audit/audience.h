// SPDX-License-Identifier: MIT
// What the audit tells whom: the analyst has the tables, everyone else only what is published.
#pragma once

#include <string>
#include <vector>

#include "study/study.h"

namespace wardmap::audit {

enum class Audience {
    everyone, // nothing that tells a withheld figure
    analyst,  // also what the tables give away
};

/// Whether these figures hide something: a rule is on, or a table's own marks withhold some.
[[nodiscard]] bool hides_something(const std::vector<Cell>& figures, const Disclosure& disclosure);

/// The account of a denominator as these readers may have it. For everyone sums are those of the
/// published figures; totals that would narrow a withheld figure are not told
/// (Reconciliation::redacted); where a rule is on, neither is the text of titles and footnotes. An
/// account that hides nothing stays as it is.
[[nodiscard]] join::Account account_for_audience(Audience readers,
                                                 const DenominatorResult& denominator);

/// The accounts of a category's table and of those added to it, the same way. Where a rule is on
/// and there are several, no table's own sums are told.
[[nodiscard]] std::vector<join::Account> accounts_for(Audience readers,
                                                      const CategoryResult& category);

/// The findings of a study; for everyone without those that tell figures where some are withheld,
/// and with a note in their place.
[[nodiscard]] Findings findings_for(Audience readers, const Study& study);

/// A path without the folders of this machine and without what opens a database: the last part of
/// an absolute path, the kind of a connection; a relative path as it is.
[[nodiscard]] std::string public_path(const std::string& path);

} // namespace wardmap::audit
