// SPDX-License-Identifier: MIT
// Sentences about a site, shared by its text, its JSON and its pages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "site/profile.h"

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::site {

/// "under 10 m", "270 m", "1.2 km", "2 km".
[[nodiscard]] std::string distance_text(double metres);

/// The stated distance: "0 m", "750 m", "2 km".
[[nodiscard]] std::string reach_text(const Profile& profile);

/// "High Street", "High Street and Fant": the wards that contain the site.
[[nodiscard]] std::string ward_names(const Profile& profile);

/// The wards, with shares; nearby borders; the part outside; how the reference was read.
[[nodiscard]] std::vector<std::string> where_sentences(const Profile& profile);

/// Wording for a reply: for each ward, the categories in which it is high, next to high wards or
/// low, those without evidence, and those that cannot be judged. At most `most_wards` wards.
[[nodiscard]] std::vector<std::string> reading_sentences(const Profile& profile,
                                                         std::size_t most_wards);

/// Categories that measure deprivation, reported as such, for each ward.
[[nodiscard]] std::vector<std::string> deprivation_sentences(const Profile& profile,
                                                             std::size_t most_wards);

/// Periods of a series, and changes with the study's own test, for each ward.
[[nodiscard]] std::vector<std::string> trend_sentences(const Profile& profile,
                                                       std::size_t most_wards);

/// "rank 3 of 26 wards, 1 = highest"; empty if the ward has none.
[[nodiscard]] std::string place_text(const Study& study, const CategoryResult& category,
                                     std::size_t ward);

/// High wards other than the site's, nearest first.
struct HighNear {
    std::vector<Near> within;    // the stated distance
    std::optional<Near> nearest; // of all high wards
};
[[nodiscard]] HighNear high_near(const Profile& profile, const CategoryResult& category);

/// The categories, among those counted together, in which a ward is high.
[[nodiscard]] std::vector<std::string> high_in(const Study& study, std::size_t ward);

/// Limitations of the figures.
[[nodiscard]] std::vector<std::string> limit_sentences(const Profile& profile);

/// Sources, periods, denominators and methods of the categories, each once.
[[nodiscard]] std::vector<std::string> source_sentences(const Profile& profile);

} // namespace wardmap::site
