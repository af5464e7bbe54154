// SPDX-License-Identifier: MIT
// UK area codes (Government Statistical Service, nine characters): the kind of area a code denotes,
// and which kinds are larger.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace wardmap::tables {

/// From the smallest to the largest. A county is everything between districts and regions: combined
/// authorities, police force areas, health boards, constituencies.
enum class AreaLevel { output_area, lsoa, msoa, ward, district, county, region, country };

/// The kind of area denoted by a code prefix. (Register of Geographic Codes, Office for National
/// Statistics.)
struct AreaKind {
    std::string_view entity;        // the first three characters of the code
    std::optional<AreaLevel> level; // nothing for kinds not tabulated beside wards
    std::string_view singular;      // "ward"; empty if they are not mapped under a name
    std::string_view plural;
};

/// Whether a text is a GSS code of the United Kingdom: a letter and eight digits.
[[nodiscard]] bool is_gss_code(std::string_view text);

/// The kind of a code such as "E05004996"; null for any other text and for unknown kinds.
[[nodiscard]] const AreaKind* kind_of(std::string_view code);

/// The level of a code such as "E05004996", ignoring case and blanks at the ends; nothing for any
/// other text and for kinds of area not tabulated beside wards. Kinds from the Register of
/// Geographic Codes (Office for National Statistics).
[[nodiscard]] std::optional<AreaLevel> level_of(std::string_view code);

/// The kind of more than half of the codes; nothing if there is none.
[[nodiscard]] std::optional<AreaLevel> level_of_most(const std::vector<std::string_view>& codes);

/// "England", "South East", "Kent", "England average": a country, region or county by its name.
[[nodiscard]] bool is_larger_area_name(std::string_view name);

} // namespace wardmap::tables
