// SPDX-License-Identifier: MIT
// What the audit reports to whom: the analyst has the tables, everyone else only what is published.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "join/account.h"
#include "tables/cell.h"

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::audit {

enum class Audience {
    everyone, // nothing that reveals a withheld figure
    analyst,  // also what the tables give away
};

/// Whether these figures hide something: a rule is on, or a table's own marks withhold some.
[[nodiscard]] bool hides_something(const std::vector<Cell>& figures, const Disclosure& disclosure);

/// The only one who can look into Study::accounts.
class AccountReader {
public:
    /// Of the published figures for everyone; as the table is for the analyst.
    [[nodiscard]] static const join::Account&
    account_for_audience(Audience audience, const Study& study,
                         const DenominatorResult& denominator);

    /// Of a category's table and of those added to it, the same way; none if it is made of other
    /// categories.
    [[nodiscard]] static const std::vector<join::Account>&
    accounts_for(Audience audience, const Study& study, const CategoryResult& category);
};

/// The findings of a study; for everyone without those that reveal figures where some are withheld,
/// and with a note in their place.
[[nodiscard]] Findings findings_for(Audience readers, const Study& study);

/// A path without the folders of this machine and without what opens a database: the last part of
/// an absolute path, the kind of a connection; a relative path as it is.
[[nodiscard]] std::string public_path(const std::string& path);

} // namespace wardmap::audit
