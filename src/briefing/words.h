// SPDX-License-Identifier: MIT
// Sentences of both formats of the briefing, all computed from the study. Private to briefing/.
#pragma once

#include <string>
#include <vector>

#include "briefing/entries.h"

namespace wardmap {
struct Study;
}

namespace wardmap::briefing {

/// A ward's name, cut after 60 characters.
[[nodiscard]] std::string short_name(const Study& study, std::size_t ward);

/// The most frequent period of the categories; for ties, that of the first category.
[[nodiscard]] std::string common_period(const Briefing& briefing);

/// "1st", "2nd", "11th".
[[nodiscard]] std::string ordinal(std::size_t n);

/// "Maidstone, January to November 2014", audience and date, as far as given.
[[nodiscard]] std::vector<std::string> subtitle_lines(const Briefing& briefing);

/// The leading ward, why, and those that follow; or that none scores.
[[nodiscard]] std::string headline(const Briefing& briefing, const std::vector<Entry>& entries);

/// "Higher than Maidstone in 4 of 6 categories, with most events or a rise in 1 more."
[[nodiscard]] std::string why(const Briefing& briefing, const Entry& entry);

/// "Also: Burglary (higher, most events); Shoplifting (risen).": the reasons from the n-th on;
/// empty if there are none.
[[nodiscard]] std::string also_words(const Entry& entry, std::size_t from);

/// "Theft: 1st of 26 (1 to 2), 853 offences, 84.1 per 1,000 residents, 2.3 times the Maidstone
/// rate; Much higher, by itself. Up 18% since October 2014, more than chance. Top fifth in 3 of 3
/// periods."
[[nodiscard]] std::string detail(const Briefing& briefing, const Subject& subject,
                                 std::size_t ward);

/// The details of all reasons; for a ward without any, of the category in which it ranks highest.
[[nodiscard]] std::vector<std::string> details_of(const Briefing& briefing, const Entry& entry);

/// "Up 18% since October 2014, more than chance"; empty if there is nothing to compare.
[[nodiscard]] std::string change_words(const Subject& subject, std::size_t ward);

/// "Top fifth in 3 of 3 periods"; empty with fewer than two periods or five wards.
[[nodiscard]] std::string persistence_words(const Subject& subject, std::size_t ward);

/// Wards that entered or left a list of `most` wards, or moved on it, and the periods compared. If
/// there is only one period, a single sentence saying so.
[[nodiscard]] std::vector<std::string> since_last_time(const Briefing& briefing, std::size_t most);

/// How the score is computed, in one line.
[[nodiscard]] std::string score_words(const Briefing& briefing);

/// "17th by score" for a priority that is not on the list; "priority" for one that is; else empty.
[[nodiscard]] std::string priority_words(const Briefing& briefing, const Entry& entry);

/// "14 points"; "14 points, equal 2nd".
[[nodiscard]] std::string points_words(const Entry& entry);

/// Sources, denominators, boundaries.
[[nodiscard]] std::vector<std::string> source_words(const Briefing& briefing);

/// Caveats about the figures behind this list.
[[nodiscard]] std::vector<std::string> caveats(const Briefing& briefing,
                                               const std::vector<Entry>& entries, std::size_t most);

} // namespace wardmap::briefing
