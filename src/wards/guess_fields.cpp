// SPDX-License-Identifier: MIT
#include "wards/guess_fields.h"

#include <array>

#include <fmt/format.h>

#include "base/error.h"
#include "base/pattern.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"

namespace wardmap::wards {
namespace {

// Smaller areas first: a ward layer often carries its district's code too.
constexpr std::array<const char*, 5> kinds = {"wd", "cmwd", "lsoa", "msoa", "lad"};
constexpr const char* plain_code = "(ward_?|area_?|gss_?)?code";

std::optional<std::size_t> find(const std::vector<std::string>& fields,
                                const std::string& pattern) {
    const Pattern expression(pattern, Pattern::Case::ignored);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (expression.fits(fields[i])) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> exactly(const std::vector<std::string>& fields,
                                   const std::string& name) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i] == name) return i;
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (text::fold_case(fields[i]) == text::fold_case(name)) return i;
    }
    return std::nullopt;
}

/// Which layer is asked, for messages.
struct Asked {
    std::string shown_as;
    std::string what = "boundaries"; // [boundaries] of the project
};

std::size_t demand(const std::vector<std::string>& fields, const std::string& wanted,
                   const std::string& key, const Asked& asked) {
    const auto at = exactly(fields, wanted);
    if (at) return *at;
    const auto near = did_you_mean(wanted, fields);
    throw InputError(
        Finding{.severity = Severity::error,
                .place = {asked.shown_as},
                .found = fmt::format("the {} have no field {}", asked.what, text::quoted(wanted)),
                .expected = "one of " + text::some(fields, "or"),
                .help = near.empty() ? fmt::format("[{}] {} = \"...\"", asked.what, key) : near});
}

std::vector<std::size_t> district_fields(const std::vector<std::string>& fields,
                                         const Fields& found) {
    static const Pattern name("(lad(\\d\\d)?|district)_?(cd|nm|code|name)?",
                              Pattern::Case::ignored);
    std::vector<std::size_t> districts;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i != found.code && i != found.name && name.fits(fields[i])) {
            districts.push_back(i);
        }
    }
    return districts;
}

} // namespace

Fields find_fields(const std::vector<std::string>& fields, const std::string& code,
                   const std::string& name, const std::string& legacy, const std::string& district,
                   const std::string& shown_as, Findings& findings) {
    Fields found;
    std::optional<std::size_t> code_at;
    std::optional<std::size_t> name_at;
    if (!code.empty()) code_at = demand(fields, code, "code", {shown_as});
    if (!name.empty()) name_at = demand(fields, name, "name", {shown_as});
    if (!legacy.empty()) found.legacy = demand(fields, legacy, "legacy", {shown_as});
    for (const std::string kind : kinds) {
        const auto c = find(fields, kind + "\\d\\d(cd)");
        const auto n = find(fields, kind + "\\d\\d(nm)");
        const bool fits = (code_at ? code_at == c : c.has_value()) && (name_at || n);
        if (!fits) continue;
        if (!code_at) code_at = c;
        if (!name_at) name_at = n;
        if (!found.legacy) found.legacy = find(fields, kind + "\\d\\d(cdo)");
        found.welsh = find(fields, kind + "\\d\\d(nmw)");
        break;
    }
    if (!code_at) code_at = find(fields, plain_code);
    if (!name_at) name_at = find(fields, "(ward_?|area_?)?name");
    if (!found.legacy) found.legacy = find(fields, "legacy_?code");
    if (!code_at || !name_at) {
        throw InputError(Finding{
            .severity = Severity::error,
            .place = {shown_as},
            .found = fmt::format("the field with the {} cannot be detected from the names {}",
                                 !code_at ? "codes" : "names", text::some(fields)),
            .expected = "a field such as WD13CD and WD13NM",
            .help = fmt::format("[boundaries] {} = \"{}\"", !code_at ? "code" : "name",
                                fields.empty() ? "..." : fields.front())});
    }
    found.code = *code_at;
    found.name = *name_at;
    found.district = district_fields(fields, found);
    if (!district.empty()) found.district = {demand(fields, district, "district", {shown_as})};
    if (code.empty() || name.empty()) {
        findings.push_back({.severity = Severity::note,
                            .place = {shown_as},
                            .found = fmt::format("codes are read from {} and names from {}",
                                                 fields[found.code], fields[found.name])});
    }
    return found;
}

std::size_t find_tile_code(const std::vector<std::string>& fields, const std::string& code,
                           const std::string& shown_as, Findings& findings) {
    if (!code.empty()) return demand(fields, code, "code", {shown_as, "tiles"});
    std::optional<std::size_t> found;
    for (const std::string kind : kinds) {
        if (!found) found = find(fields, kind + "\\d\\dcd");
    }
    if (!found) found = find(fields, plain_code);
    if (!found) {
        throw InputError(Finding{
            .severity = Severity::error,
            .place = {shown_as},
            .found = "the field with the codes of the tiles cannot be detected" +
                     (fields.empty() ? ": there is none" : " from the names " + text::some(fields)),
            .expected = "a field such as WD13CD",
            .help = fmt::format("[tiles] code = \"{}\"", fields.empty() ? "..." : fields.front())});
    }
    findings.push_back({.severity = Severity::note,
                        .place = {shown_as},
                        .found = "codes of the tiles are read from " + fields[*found]});
    return *found;
}

} // namespace wardmap::wards
