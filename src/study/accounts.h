// SPDX-License-Identifier: MIT
// The outcome for every row of every table, with the tables' true sums and totals.
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

/// For the analyst only: these figures may disclose what a rule suppresses. Only the audit has
/// access; products print the accounts of the published figures.
class Accounts {
public:
    /// By id; for a category, its table's and then those of the tables added to it.
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
