// SPDX-License-Identifier: MIT
#include "wards/guess_fields.h"

#include <array>

#include <fmt/format.h>

#include "base/error.h"
#include "base/pattern.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "wards/field_contents.h"

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

/// The layer, for messages.
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

std::vector<std::size_t> district_fields(const gdal::Layer& layer, const Fields& found) {
    static const Pattern name(
        R"((lad?(\d\d)?|lagss|district|borough|local_?authority|council)_?(cd|nm|code|name)?)",
        Pattern::Case::ignored);
    std::vector<std::size_t> districts;
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        if (i == found.code || i == found.name || i == found.welsh) continue;
        if (name.fits(layer.fields[i]) || holds_other_districts(layer, i, found.code)) {
            districts.push_back(i);
        }
    }
    return districts;
}

/// Code and name by the field names of the Office for National Statistics, or by plain words.
void find_by_names(const std::vector<std::string>& fields, std::optional<std::size_t>& code_at,
                   std::optional<std::size_t>& name_at, Fields& found) {
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
}

} // namespace

Fields find_fields(const gdal::Layer& layer, const BoundarySource& source, Findings& findings) {
    const auto& fields = layer.fields;
    const auto& shown_as = source.file.written;
    Fields found;
    std::optional<std::size_t> code_at;
    std::optional<std::size_t> name_at;
    if (!source.code.empty()) code_at = demand(fields, source.code, "code", {shown_as});
    if (!source.name.empty()) name_at = demand(fields, source.name, "name", {shown_as});
    if (!source.legacy.empty()) found.legacy = demand(fields, source.legacy, "legacy", {shown_as});
    find_by_names(fields, code_at, name_at, found);
    if (!code_at) code_at = field_of_codes(layer, name_at);
    if (!name_at) name_at = field_of_names(layer, code_at);
    if (!code_at && !name_at) {
        throw InputError(Finding{
            .severity = Severity::error,
            .place = {shown_as},
            .found = fields.empty() ? "the boundaries have no fields: nothing names their areas"
                                    : "no field holds a code or a name of each area: there are " +
                                          text::some(fields),
            .expected = "a field such as WD13CD or WD13NM",
            .help = fmt::format("[boundaries] code = \"{}\"",
                                fields.empty() ? "..." : fields.front())});
    }
    found.code = code_at.value_or(*(name_at ? name_at : code_at));
    found.name = name_at.value_or(found.code);
    found.district = district_fields(layer, found);
    if (!source.district.empty()) {
        found.district = {demand(fields, source.district, "district", {shown_as})};
    }
    if (source.code.empty() || source.name.empty()) {
        const auto* const alone = found.code != found.name ? "" : "; there is no field of ";
        const auto* const lacking = found.code != found.name ? "" : code_at ? "names" : "codes";
        findings.push_back(
            {.severity = Severity::note,
             .place = {shown_as},
             .found = fmt::format("codes are read from {} and names from {}{}{}",
                                  fields[found.code], fields[found.name], alone, lacking)});
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
