// SPDX-License-Identifier: MIT
// Incidents counted into wards, with an account of every row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "base/progress.h"
#include "incidents/source.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::incidents {

/// A month as a number: 12 * year + month - 1.
using Month = std::int32_t;
inline constexpr Month no_month = -1;

/// What became of a row: exactly one of these.
enum class Fate : std::uint8_t {
    counted,
    other_type,       // of a type that was not asked for
    other_period,     // before the first month that was asked for, or after the last
    unreadable_date,  // no date, or none that can be read, where months are asked for
    without_place,    // no coordinates, or 0, 0
    unreadable_place, // coordinates that are none
    unknown_area,     // an area code that belongs to none of the wards
    outside,          // in none of the wards
    repeated,         // an id that an earlier row has, where such rows are left out
    malformed,        // fewer cells than are needed, or more than the header has
    heading,          // the header once more
};

inline constexpr std::array<std::pair<std::string_view, Fate>, 11> fate_names = {
    {{"counted", Fate::counted},
     {"other_type", Fate::other_type},
     {"other_period", Fate::other_period},
     {"unreadable_date", Fate::unreadable_date},
     {"without_place", Fate::without_place},
     {"unreadable_place", Fate::unreadable_place},
     {"unknown_area", Fate::unknown_area},
     {"outside", Fate::outside},
     {"repeated", Fate::repeated},
     {"malformed", Fate::malformed},
     {"heading", Fate::heading}}};
inline constexpr std::size_t fates = fate_names.size();

/// Rows by their fate.
using Fates = std::array<std::uint64_t, fates>;
[[nodiscard]] std::uint64_t sum(const Fates& rows);
[[nodiscard]] inline std::uint64_t& at(Fates& rows, Fate fate) {
    return rows[static_cast<std::size_t>(fate)];
}
[[nodiscard]] inline std::uint64_t at(const Fates& rows, Fate fate) {
    return rows[static_cast<std::size_t>(fate)];
}

/// Rows that have the id of an earlier row.
enum class Repeats { counted, left_out };

struct Request {
    Source source;
    std::vector<std::string> types; // only these, whatever the case; empty: all
    std::optional<Month> from;
    std::optional<Month> to;
    bool by_month = true; // a row without a date cannot be counted
    Repeats repeats = Repeats::counted;
    /// Wards by small areas, where incidents have codes of those and no points.
    std::map<std::string, std::string> ward_of_area;
    int threads = 0;
    Progress progress;
};

/// Incidents of one type in one month, for each ward; there is one for every type and month that
/// was asked for and has rows, also where none of them is in a ward.
struct Figures {
    std::string type; // "" of rows that state none
    Month month = no_month;
    std::vector<std::uint32_t> wards;
};

/// Where points of a ward lie.
struct WardPlaces {
    std::uint32_t near_border = 0;      // within 50 m of a border of the ward or of another
    std::uint32_t on_busiest_place = 0; // with the same coordinates as most
};

struct FileAccount {
    std::string file; // as messages name it; a member of an archive as "police.zip/2014-01.csv"
    Fates rows{};
    std::uint64_t blank_lines = 0;
    std::string place;      // "longitude and latitude (EPSG:4326 (WGS 84))"
    double precision_m = 0; // half a unit of the last decimal of its coordinates
    /// Lines of the first rows that were not counted, by fate.
    std::map<Fate, std::vector<std::size_t>> examples;
};

struct Count {
    std::vector<Figures> figures; // by type, then by month
    std::vector<std::pair<std::string, Fates>> types;
    std::vector<FileAccount> files;
    Fates rows{}; // of all files

    // Of the rows outside, by their distance to the nearest ward.
    std::uint64_t outside_within_50_m = 0;
    std::uint64_t outside_within_1_km = 0; // and over 50 m
    // Of the rows that are counted.
    std::uint64_t on_border = 0;   // exactly; each counts to the ward with the lowest code
    std::uint64_t near_border = 0; // within the precision of its coordinates, which could be either
    std::uint64_t in_several =
        0; // wards overlap there; each counts to the one with the lowest code
    std::uint64_t repeated_ids = 0; // rows with the id of an earlier row, counted or left out

    bool has_points = false; // and not area codes
    std::vector<WardPlaces> wards;
    bool places_known = false; // false if there are too many different ones to look at
    std::uint64_t places = 0;  // different coordinates of counted rows

    bool has_dates = false;
    bool has_types = false;
    bool has_ids = false;
    bool is_police_uk = false;
    std::map<std::string, std::map<Month, std::uint64_t>> forces; // rows
    double transform_difference_m = 0;
    Findings findings; // warnings and notes

    /// Of all types and months, for each ward.
    [[nodiscard]] std::vector<std::uint64_t> ward_totals() const;
};

/// Reads all files and counts their rows into the wards. Throws InputError for files that cannot be
/// read, in which no place can be found, or whose types or rows are more than base/limits.h allows.
/// The same rows give the same counts on any machine and with any number of threads.
[[nodiscard]] Count count_incidents(const Request& request, const WardSet& wards);

} // namespace wardmap::incidents
