// SPDX-License-Identifier: MIT
#include "join/ward_index.h"

#include <algorithm>

#include "base/text.h"
#include "join/fold_name.h"
#include "wards/ward.h"

namespace wardmap::join {
namespace {

std::string fold_code(std::string_view code) {
    std::string folded;
    for (const char c : code) {
        if (c == ' ' || c == '\'') continue;
        folded += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return folded;
}

} // namespace

WardIndex::WardIndex(const std::vector<Ward>& wards,
                     const std::map<std::string, std::string>& aliases, const Lookup* lookup)
    : m_lookup(lookup) {
    for (std::size_t i = 0; i < wards.size(); ++i) {
        m_codes[fold_code(wards[i].code)] = i;
        const auto start = wards[i].code.find_first_not_of('0');
        const bool digits = wards[i].code.find_first_not_of("0123456789") == std::string::npos;
        if (digits && start != 0 && start != std::string::npos) {
            m_short_codes[wards[i].code.substr(start)] = i;
        }
        if (!wards[i].legacy_code.empty()) m_legacy[fold_code(wards[i].legacy_code)] = i;
        for (const auto& half : bilingual_halves(wards[i].name)) {
            m_halves[fold_name(half)].push_back(i);
        }
        for (const auto& name : {wards[i].name, wards[i].plain_name, wards[i].welsh_name}) {
            auto& list = m_names[fold_name(name)];
            if (!name.empty() && (list.empty() || list.back() != i)) list.push_back(i);
        }
        auto& districts = m_districts.emplace_back();
        for (const auto& district : wards[i].district) {
            districts.push_back(fold_district(district));
        }
    }
    for (const auto& [from, to] : aliases) {
        m_aliases[fold_name(from)] = to;
    }
}

std::optional<Match> WardIndex::find_code(const std::string& key) const {
    if (const auto at = m_codes.find(fold_code(key)); at != m_codes.end()) {
        return Match{at->second, Matched::code};
    }
    if (const auto at = m_legacy.find(fold_code(key)); at != m_legacy.end()) {
        return Match{at->second, Matched::legacy_code};
    }
    if (const auto at = m_short_codes.find(key); at != m_short_codes.end()) {
        return Match{at->second, Matched::short_code};
    }
    const auto point = key.find('.');
    const bool whole = point != std::string::npos && point > 0 && point + 1 < key.size() &&
                       key.find_first_not_of('0', point + 1) == std::string::npos &&
                       key.find_first_not_of("0123456789") == point;
    if (!whole) return std::nullopt;
    const auto match = find_code(key.substr(0, point));
    if (!match) return std::nullopt;
    return Match{match->ward, Matched::decimal_code};
}

std::optional<std::size_t> WardIndex::find_name(const std::string& folded) const {
    const auto at = m_names.find(folded);
    if (at != m_names.end()) {
        if (at->second.size() == 1) return at->second.front();
        return std::nullopt;
    }
    const auto half = m_halves.find(folded);
    if (half == m_halves.end() || half->second.size() != 1) return std::nullopt;
    return half->second.front();
}

std::optional<Match> WardIndex::find(const std::string& key) const {
    if (const auto match = find_code(key)) return match;
    const auto folded = fold_name(key);
    if (const auto ward = find_name(folded)) return Match{*ward, Matched::name};
    if (const auto at = m_aliases.find(folded); at != m_aliases.end() && at->second != key) {
        if (const auto match = find(at->second)) return Match{match->ward, Matched::alias};
    }
    const auto halves = bilingual_halves(key);
    if (halves.empty()) return std::nullopt;
    const auto first = find_name(fold_name(halves[0]));
    const auto second = find_name(fold_name(halves[1]));
    if ((!first && !second) || (first && second && *first != *second)) return std::nullopt;
    return Match{first ? *first : *second, Matched::name};
}

std::optional<Match> WardIndex::find_in(const std::string& district, const std::string& key) const {
    const auto at = m_names.find(fold_name(key));
    if (at == m_names.end()) return std::nullopt;
    std::optional<Match> match;
    for (const auto ward : at->second) {
        if (!is_in_district(ward, district)) continue;
        if (match) return std::nullopt;
        match = {ward, Matched::name};
    }
    return match;
}

bool WardIndex::is_in_district(std::size_t ward, const std::string& district) const {
    const auto& names = m_districts[ward];
    return !district.empty() &&
           std::find(names.begin(), names.end(), fold_district(district)) != names.end();
}

const std::vector<Lookup::Share>* WardIndex::carried(const std::string& key) const {
    if (m_lookup == nullptr || key.empty()) return nullptr;
    const auto at = m_lookup->shares.find(fold_name(key));
    return at == m_lookup->shares.end() ? nullptr : &at->second;
}

bool WardIndex::is_ambiguous(const std::string& key) const {
    const auto at = m_names.find(fold_name(key));
    return at != m_names.end() && at->second.size() > 1;
}

bool looks_like_code(const std::string& key) {
    const auto code = fold_code(key);
    const auto digits =
        std::count_if(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool plain = std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    });
    return plain && digits >= 2 && code.size() >= 4 && code.size() <= 11;
}

} // namespace wardmap::join
