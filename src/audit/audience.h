// SPDX-License-Identifier: MIT
// Audiences of the audit: the analyst has the tables, everyone else only what is published.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "join/account.h"
#include "tables/cell.h"

namespace wardmap {
struct CategoryResult;
struct DenominatorResult;
struct Disclosure;
struct Study;
} // namespace wardmap

namespace wardmap::audit {

enum class Audience {
    everyone, // nothing that reveals a withheld figure
    analyst,  // also what the tables disclose
};

/// Whether any figures are suppressed: by a rule, or by a table's own marks.
[[nodiscard]] bool hides_something(const std::vector<Cell>& figures, const Disclosure& disclosure);

/// The only class with access to Study::accounts.
class AccountReader {
public:
    /// The account of the published figures for everyone; of the table itself for the analyst.
    [[nodiscard]] static const join::Account&
    account_for_audience(Audience audience, const Study& study,
                         const DenominatorResult& denominator);

    /// The same for a category's table and those added to it; none for a derived category.
    [[nodiscard]] static const std::vector<join::Account>&
    accounts_for(Audience audience, const Study& study, const CategoryResult& category);
};

/// The findings of a study; for everyone, if figures are suppressed, without those that reveal
/// figures, but with a note instead.
[[nodiscard]] Findings findings_for(Audience readers, const Study& study);

/// A path without local folders or database credentials: the last part of an absolute path, the
/// kind of a connection; a relative path is unchanged.
[[nodiscard]] std::string public_path(const std::string& path);

} // namespace wardmap::audit
