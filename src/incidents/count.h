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

/// The outcome for a row: exactly one of these.
enum class Fate : std::uint8_t {
    counted,
    other_type,       // of a type not requested
    other_period,     // before the first or after the last month requested
    unreadable_date,  // no readable date, if counted by month
    without_place,    // no coordinates, or 0, 0
    unreadable_place, // coordinates that cannot be read
    unknown_area,     // an area code that is not in any ward
    outside,          // in no ward
    repeated,         // an id that an earlier row has, if such rows are omitted
    malformed,        // fewer cells than are needed, or more than the header has
    heading,          // a repeated header
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

/// Treatment of rows with the id of an earlier row.
enum class Repeats { counted, left_out };

struct Request {
    Source source;
    std::vector<std::string> types; // only these, ignoring case; empty: all
    std::optional<Month> from;
    std::optional<Month> to;
    bool by_month = true; // a row without a date cannot be counted
    Repeats repeats = Repeats::counted;
    /// Wards by small area, if incidents have area codes instead of points.
    std::map<std::string, std::string> ward_of_area;
    int threads = 0;
    Progress progress;
};

/// Incidents of one type in one month, for each ward; one for every requested type and month with
/// rows, even if none of them is in a ward.
struct Figures {
    std::string type; // "" for rows without one
    Month month = no_month;
    std::vector<std::uint32_t> wards;
};

/// Locations of the points in a ward.
struct WardPlaces {
    std::uint32_t near_border = 0;      // within 50 m of this or another ward's border
    std::uint32_t on_busiest_place = 0; // at the most frequent coordinates
};

struct FileAccount {
    std::string file; // as named in messages; a member of an archive as "police.zip/2014-01.csv"
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

    // Rows outside, by distance to the nearest ward.
    std::uint64_t outside_within_50_m = 0;
    std::uint64_t outside_within_1_km = 0; // and over 50 m
    // Of the counted rows:
    std::uint64_t on_border = 0;   // exactly; each is counted in the ward with the lowest code
    std::uint64_t near_border = 0; // within the precision of its coordinates, so on either side
    std::uint64_t in_several =
        0; // wards overlap there; each is counted in the one with the lowest code
    std::uint64_t repeated_ids = 0; // rows with the id of an earlier row, counted or left out

    bool has_points = false; // and not area codes
    std::vector<WardPlaces> wards;
    bool places_known = false; // false if there are too many distinct ones
    std::uint64_t places = 0;  // distinct coordinates of counted rows

    bool has_dates = false;
    bool has_types = false;
    bool has_ids = false;
    bool is_police_uk = false;
    std::map<std::string, std::map<Month, std::uint64_t>> forces; // rows
    double transform_difference_m = 0;
    Findings findings; // warnings and notes

    /// Over all types and months, for each ward.
    [[nodiscard]] std::vector<std::uint64_t> ward_totals() const;
};

/// Reads all files and counts their rows into the wards. Throws InputError for files that cannot be
/// read, have no location, or have more types or rows than base/limits.h allows. The same rows give
/// the same counts on any machine and with any number of threads.
[[nodiscard]] Count count_incidents(const Request& request, const WardSet& wards);

} // namespace wardmap::incidents
