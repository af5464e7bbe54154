// SPDX-License-Identifier: MIT
// Wards by the codes and names used in tables.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "join/lookup.h"

namespace wardmap {
struct Ward;
}

namespace wardmap::join {

/// How a key matched its ward.
enum class Matched {
    code,
    legacy_code,
    short_code,   // a code of digits that lost its leading zeros
    decimal_code, // "1.00000" for "1"
    name,
    alias
};

[[nodiscard]] constexpr bool is_code(Matched by) {
    return by == Matched::code || by == Matched::legacy_code || by == Matched::short_code ||
           by == Matched::decimal_code;
}

struct Match {
    std::size_t ward = 0;
    Matched by = Matched::name;
};

class WardIndex {
public:
    WardIndex(const std::vector<Ward>& wards, const std::map<std::string, std::string>& aliases,
              const Lookup* lookup);

    /// By code or legacy code (case and blanks folded, leading zeros restored, zero decimals
    /// removed), by name (folded; for a bilingual name also by either half), or by alias. Nothing
    /// if no ward, or more than one, has that name.
    [[nodiscard]] std::optional<Match> find(const std::string& key) const;
    /// Among wards with the same name, the one in this district (code or name).
    [[nodiscard]] std::optional<Match> find_in(const std::string& district,
                                               const std::string& key) const;
    /// Whether a ward is in the district named by a text.
    [[nodiscard]] bool is_in_district(std::size_t ward, const std::string& district) const;
    /// The lookup's shares of an old ward; null if it has none of that code or name.
    [[nodiscard]] const std::vector<Lookup::Share>* carried(const std::string& key) const;
    [[nodiscard]] bool is_ambiguous(const std::string& key) const;

private:
    [[nodiscard]] std::optional<Match> find_code(const std::string& key) const;
    /// The ward of a name, else the one with a bilingual name of which it is a half.
    [[nodiscard]] std::optional<std::size_t> find_name(const std::string& folded) const;

    std::map<std::string, std::size_t> m_codes;
    std::map<std::string, std::size_t> m_legacy;
    std::map<std::string, std::vector<std::size_t>> m_names;
    std::map<std::string, std::vector<std::size_t>> m_halves; // of bilingual names
    std::map<std::string, std::string> m_aliases;             // folded
    std::vector<std::vector<std::string>> m_districts;        // of each ward, folded
    std::map<std::string, std::size_t> m_short_codes;         // without leading zeros
    const Lookup* m_lookup;
};

/// "E05004996" or "29UHGW": a letter-and-digit code, not a name.
[[nodiscard]] bool looks_like_code(const std::string& key);

} // namespace wardmap::join
