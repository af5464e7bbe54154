// SPDX-License-Identifier: MIT
// What became of every row of every table, with the sums and totals of the tables as they are.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "join/account.h"

namespace wardmap::audit {
class AccountReader;
}

namespace wardmap {

/// For the analyst alone: these figures may give away what a rule withholds. Nothing but the audit
/// can look inside; the accounts that products may print are those of the published figures.
class Accounts {
public:
    /// By id; of a category its table's and then those of the tables that are added to it.
    using ById = std::map<std::string, std::vector<join::Account>>;

    Accounts() = default;
    Accounts(ById denominators, ById categories)
        : m_denominators(std::move(denominators)), m_categories(std::move(categories)) {}

private:
    friend class audit::AccountReader;

    ById m_denominators;
    ById m_categories;
};

} // namespace wardmap
