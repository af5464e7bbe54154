// SPDX-License-Identifier: MIT
#include "incidents/caveats.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/shown.h"
#include "base/text.h"
#include "wards/ward.h"

namespace wardmap::incidents {
namespace {

std::string whole(std::uint64_t n) {
    return text::number(static_cast<double>(n), 0);
}

std::string share_of(std::uint64_t part, std::uint64_t all) {
    const double percent =
        all == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(all);
    return text::number(percent, percent < 1 ? 2 : percent < 10 ? 1 : 0) + "%";
}

class Caveats {
public:
    Caveats(const Count& count, const WardSet& wards, Step step)
        : m_count(count), m_wards(wards), m_step(step), m_totals(count.ward_totals()) {}

    Findings run() {
        left_out();
        if (m_count.has_points) {
            snapped();
            near_borders();
            ambiguous_wards();
        }
        repeated();
        missing_months();
        incomplete_periods();
        changed_types();
        return std::move(m_findings);
    }

private:
    void add(Severity severity, std::string found, std::string help = "") {
        m_findings.push_back(Finding{.severity = severity,
                                     .found = std::move(found),
                                     .help = std::move(help),
                                     .reveals_figures = true});
    }

    [[nodiscard]] std::uint64_t counted() const { return at(m_count.rows, Fate::counted); }

    void left_out() {
        const auto rows = sum(m_count.rows);
        const auto without = at(m_count.rows, Fate::without_place);
        if (without > 0) {
            add(Severity::warning,
                fmt::format("{} of {} rows ({}) have no location and belong to no ward",
                            whole(without), whole(rows), share_of(without, rows)));
        }
        for (const auto& [fate, words] :
             {std::pair(Fate::unreadable_place, "have coordinates that cannot be read"),
              std::pair(Fate::unreadable_date, "have no date, or none that can be read"),
              std::pair(Fate::unknown_area, "have the code of an area that is not in any ward"),
              std::pair(Fate::malformed, "have too few cells, or more than the header")}) {
            const auto n = at(m_count.rows, fate);
            if (n > 0) add(Severity::warning, fmt::format("{} rows {}", whole(n), words));
        }
        const auto outside = at(m_count.rows, Fate::outside);
        if (outside == 0) return;
        const auto farther = outside - m_count.outside_within_50_m - m_count.outside_within_1_km;
        add(Severity::note,
            fmt::format(
                "{} rows ({}) are outside all wards: {} within 50 m of one, {} within 1 km, "
                "{} farther away",
                whole(outside), share_of(outside, rows), whole(m_count.outside_within_50_m),
                whole(m_count.outside_within_1_km), whole(farther)));
    }

    /// The wards with the largest shares, at least `least`: "High Street (23%)".
    [[nodiscard]] std::vector<std::string> largest(std::uint32_t WardPlaces::*part,
                                                   double least) const {
        constexpr std::uint64_t fewest = 20; // a share of fewer is meaningless
        std::vector<std::pair<double, std::size_t>> shares;
        for (std::size_t i = 0; i < m_totals.size(); ++i) {
            if (m_totals[i] < fewest) continue;
            const double share =
                static_cast<double>(m_count.wards[i].*part) / static_cast<double>(m_totals[i]);
            if (share >= least) shares.emplace_back(-share, i);
        }
        std::sort(shares.begin(), shares.end());
        std::vector<std::string> names;
        for (const auto& [share, i] : shares) {
            names.push_back(
                fmt::format("{} ({}%)", m_wards.wards[i].name, text::number(-100 * share, 0)));
        }
        return names;
    }

    void snapped() {
        if (m_count.is_police_uk) {
            add(Severity::note, "police.uk moves each incident to the nearest of a list of places: "
                                "a few are moved into a neighbouring ward");
        }
        if (!m_count.places_known) {
            add(Severity::note,
                "there are too many different coordinates to find the busiest place "
                "of each ward");
            return;
        }
        constexpr double least = 0.2;
        const auto names = largest(&WardPlaces::on_busiest_place, least);
        if (names.empty()) return;
        add(Severity::warning,
            fmt::format("in {} at least a fifth of the incidents have the same coordinates: {}",
                        text::with_count(names.size(), "ward"), first_of(names)),
            "check what is there (a town centre, a station, a default location) before the ward "
            "is compared with others");
    }

    [[nodiscard]] static std::string first_of(std::vector<std::string> names) {
        constexpr std::size_t most = 5;
        const auto more = names.size() > most ? names.size() - most : 0;
        names.resize(names.size() - more);
        return text::join(names, ", ") + (more > 0 ? fmt::format(" and {} more", more) : "");
    }

    void near_borders() {
        std::uint64_t near = 0;
        for (const auto& ward : m_count.wards) {
            near += ward.near_border;
        }
        if (counted() == 0) return;
        constexpr double least = 0.25;
        const auto names = largest(&WardPlaces::near_border, least);
        add(Severity::note,
            fmt::format("{} of the incidents are within 50 m of a border{}",
                        share_of(near, counted()),
                        names.empty() ? ""
                                      : fmt::format("; a quarter or more in {}: {}",
                                                    text::with_count(names.size(), "ward"),
                                                    first_of(names))));
    }

    void ambiguous_wards() {
        if (m_count.near_border > 0) {
            double precision = 0;
            for (const auto& file : m_count.files) {
                precision = std::max(precision, file.precision_m);
            }
            add(Severity::note,
                fmt::format(
                    "{} incidents are so near a border that the precision of their "
                    "coordinates ({} m) does not show on which side; {} of them are exactly "
                    "on it and are counted in the ward with the lowest code",
                    whole(m_count.near_border), text::number(precision, precision < 1 ? 2 : 0),
                    whole(m_count.on_border)));
        }
        if (m_count.in_several > 0) {
            add(Severity::warning,
                fmt::format(
                    "{} incidents are in two wards that overlap there; each is counted in the "
                    "one with the lowest code",
                    whole(m_count.in_several)),
                "correct the boundaries");
        }
    }

    void repeated() {
        if (m_count.repeated_ids == 0) return;
        const auto left_out = at(m_count.rows, Fate::repeated);
        add(left_out > 0 ? Severity::note : Severity::warning,
            fmt::format("{} rows have the id of an earlier row and are {}",
                        whole(m_count.repeated_ids), left_out > 0 ? "left out" : "still counted"),
            left_out > 0 ? "" : "--repeats left-out counts each id once");
    }

    [[nodiscard]] std::set<Month> months() const {
        std::set<Month> all;
        for (const auto& figure : m_count.figures) {
            if (figure.month != no_month) all.insert(figure.month);
        }
        return all;
    }

    /// Months in which a force has no rows, or hardly any, although it has some before and after,
    /// or other forces have some.
    void missing_months() {
        const auto all = months();
        if (all.empty()) return;
        std::vector<std::string> absent;
        for (Month month = *all.begin(); month <= *all.rbegin(); ++month) {
            if (!all.contains(month)) absent.push_back(month_label(month));
        }
        if (!absent.empty()) {
            add(Severity::warning, "there are no incidents at all in " + text::some(absent) +
                                       ": treated as missing, not as zero");
        }
        constexpr std::uint64_t fewest = 100; // for a force that covers these wards
        for (const auto& [force, rows] : m_count.forces) {
            std::vector<std::uint64_t> counts;
            for (const auto& [month, n] : rows) {
                counts.push_back(n);
            }
            std::sort(counts.begin(), counts.end());
            const auto usual = counts[counts.size() / 2];
            if (usual < fewest) continue;
            std::vector<std::string> lacking;
            std::vector<std::string> thin;
            for (const auto month : all) {
                const auto own = rows.find(month);
                if (own == rows.end()) {
                    lacking.push_back(month_label(month));
                } else if (own->second * 10 < usual) {
                    thin.push_back(month_label(month));
                }
            }
            const auto name = force.empty() ? "rows without a force" : force;
            if (!lacking.empty()) {
                add(Severity::warning, fmt::format("{}: no rows in {}", name, text::some(lacking)));
            }
            if (!thin.empty()) {
                add(Severity::warning, fmt::format("{}: hardly any rows in {}, under a tenth of "
                                                   "the usual number",
                                                   name, text::some(thin)));
            }
        }
    }

    void incomplete_periods() {
        const int needed = months_in(m_step);
        if (needed < 2) return;
        std::map<Month, int> found;
        for (const auto month : months()) {
            ++found[period_start(month, m_step)];
        }
        std::vector<std::string> incomplete;
        for (const auto& [start, n] : found) {
            if (n < needed) {
                incomplete.push_back(
                    fmt::format("{} ({} of {} months)", period_label(start, m_step), n, needed));
            }
        }
        if (!incomplete.empty()) {
            add(Severity::warning, "incomplete periods: " + text::some(incomplete),
                "compare only periods of the same length");
        }
    }

    void changed_types() {
        const auto all = months();
        if (!m_count.is_police_uk || all.empty()) return;
        constexpr Month september_2011 = 2011 * 12 + 8;
        constexpr Month may_2013 = 2013 * 12 + 4;
        const auto spans = [&](Month change) {
            return *all.begin() < change && *all.rbegin() >= change;
        };
        if (spans(september_2011)) {
            add(Severity::warning,
                "police.uk changed its types in September 2011: \"Other crime\" and \"Violent "
                "crime\" before it include types that are counted separately after it (criminal "
                "damage and "
                "arson, drugs, other theft, public disorder and weapons, shoplifting)");
        }
        if (spans(may_2013)) {
            add(Severity::warning,
                "police.uk changed its types in May 2013: \"Violent crime\" became \"Violence "
                "and sexual offences\", \"Public disorder and weapons\" became \"Public order\" "
                "and "
                "\"Possession of weapons\", and \"Bicycle theft\" and \"Theft from the person\" "
                "were taken out of \"Other theft\": do not compare them over this month");
        }
    }

    const Count& m_count;
    const WardSet& m_wards;
    Step m_step;
    std::vector<std::uint64_t> m_totals;
    Findings m_findings;
};

} // namespace

Findings caveats(const Count& count, const WardSet& wards, Step step) {
    return Caveats(count, wards, step).run();
}

} // namespace wardmap::incidents
