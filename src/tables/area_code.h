// SPDX-License-Identifier: MIT
// Codes of areas of the United Kingdom (Government Statistical Service, nine characters): what kind
// of area a code is of, and which kinds are larger.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace wardmap::tables {

/// From the smallest to the largest. A county is everything between districts and regions: combined
/// authorities, police force areas, health boards, constituencies.
enum class AreaLevel { output_area, lsoa, msoa, ward, district, county, region, country };

/// What codes that begin alike are of. (Register of Geographic Codes, Office for National
/// Statistics.)
struct AreaKind {
    std::string_view entity;        // the first three signs of the code
    std::optional<AreaLevel> level; // nothing for kinds that nobody tabulates beside wards
    std::string_view singular;      // "ward"; empty if they are not mapped under a name
    std::string_view plural;
};

/// Whether a text is a GSS code of the United Kingdom: a letter and eight digits.
[[nodiscard]] bool is_gss_code(std::string_view text);

/// The kind of a code such as "E05004996"; null for another text and for kinds that are not known.
[[nodiscard]] const AreaKind* kind_of(std::string_view code);

/// The level of a code such as "E05004996", blanks at its ends and case folded; nothing for
/// another text and for kinds of areas that nobody tabulates beside wards. Kinds after the Register
/// of Geographic Codes (Office for National Statistics).
[[nodiscard]] std::optional<AreaLevel> level_of(std::string_view code);

/// The kind that more than half of the codes are of; nothing if there is none.
[[nodiscard]] std::optional<AreaLevel> level_of_most(const std::vector<std::string_view>& codes);

/// "England", "South East", "Kent", "England average": a country, region or county by its name.
[[nodiscard]] bool is_larger_area_name(std::string_view name);

} // namespace wardmap::tables
