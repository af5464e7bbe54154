// SPDX-License-Identifier: MIT
// The limitations of the figures that matter for this briefing.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "briefing/words.h"
#include "hotspots/find_hotspots.h"
#include "hotspots/reading.h"
#include "study/study.h"

namespace wardmap::briefing {
namespace {

constexpr std::size_t most_names = 6;

/// The first few, and the number of others.
std::string shortened(std::vector<std::string> names) {
    const auto n = names.size();
    if (n <= most_names + 1) return text::join(names, "; ");
    names.resize(most_names);
    return fmt::format("{} and {} more", text::join(names, "; "), n - most_names);
}

class Caveats {
public:
    Caveats(const Briefing& briefing, const std::vector<Entry>& entries, std::size_t most)
        : m_briefing(briefing), m_study(briefing.study), m_entries(entries), m_most(most) {}

    [[nodiscard]] std::vector<std::string> all() {
        withheld();
        small_numbers();
        equal();
        without_figures();
        periods();
        residents();
        return std::move(m_wording);
    }

private:
    [[nodiscard]] std::string name(std::size_t ward) const { return short_name(m_study, ward); }

    [[nodiscard]] bool is_ranked(std::size_t ward) const {
        return place_on_list(m_briefing.now, ward, m_most).has_value();
    }

    /// Adds the titles in which withheld figures could give the ward more points.
    void add_undecided(std::size_t ward, std::vector<std::string>& titles) const {
        for (const auto& subject : m_briefing.subjects.list) {
            const auto& category = *subject.now;
            const auto& title = category.spec.title;
            if (most_points(subject, ward).sum() > points_of(subject, ward).sum() &&
                std::ranges::find(titles, title) == titles.end()) {
                titles.push_back(title);
            }
        }
    }

    /// Wards that the upper ends of withheld figures would put on the list, by name: any other
    /// order would reveal something about the figures.
    void withheld() {
        std::size_t listed = 0;
        double least = 0;
        for (const auto& score : m_briefing.now) {
            if (listed == m_most || score.score <= 0) break;
            least = score.score;
            ++listed;
        }
        std::vector<std::string> others;
        std::vector<std::string> on_it;
        std::vector<std::string> titles;
        for (const auto& score : m_briefing.now) {
            const double most = most_score(m_briefing.subjects, score.ward);
            if (most <= score.score) continue;
            if (is_ranked(score.ward)) {
                on_it.push_back(name(score.ward));
            } else if (listed < m_most || most >= least) {
                others.push_back(name(score.ward));
                add_undecided(score.ward, titles);
            }
        }
        std::ranges::sort(others);
        std::ranges::sort(on_it);
        if (!others.empty()) {
            m_wording.push_back(
                fmt::format("May belong on the list: {}. That depends on withheld figures, "
                            "which are neither zero nor missing ({}).",
                            shortened(others), text::join(titles, "; ")));
        }
        if (!on_it.empty()) {
            m_wording.push_back(
                fmt::format("Withheld figures could raise the score of {}.", text::list(on_it)));
        }
    }

    void small_numbers() {
        std::vector<std::string> found;
        for (const auto& entry : m_entries) {
            std::vector<std::string> titles;
            for (const auto& reason : entry.reasons) {
                if (reason.points.is_halved) titles.push_back(reason.subject->now->spec.title);
            }
            if (!titles.empty()) {
                found.push_back(
                    fmt::format("{} ({})", name(entry.score.ward), text::join(titles, ", ")));
            }
        }
        if (found.empty()) return;
        m_wording.push_back(fmt::format("Small numbers, points halved: {}.", shortened(found)));
    }

    void equal() {
        std::vector<std::string> names;
        for (const auto ward : equal_to_last(m_briefing, m_most)) {
            names.push_back(name(ward));
        }
        if (names.empty()) return;
        m_wording.push_back(fmt::format("Tied with the last {} listed but not shown: {}.",
                                        m_study.wards.noun.singular, shortened(names)));
    }

    void without_figures() {
        std::vector<std::string> missing;
        std::vector<std::string> few;
        const auto n = m_study.wards.wards.size();
        for (const auto& subject : m_briefing.subjects.list) {
            const auto& category = *subject.now;
            const auto without = static_cast<std::size_t>(
                std::ranges::count_if(category.values, [](const Cell& cell) {
                    return !cell.is_known() && !cell.is_suppressed();
                }));
            if (without > 0) {
                missing.push_back(fmt::format("{} ({} of {} {})", category.spec.title, without, n,
                                              m_study.wards.noun.plural));
            }
            if (category.hotspots && n - without < hotspots::least_wards) {
                few.push_back(category.spec.title);
            }
        }
        if (!missing.empty()) {
            m_wording.push_back(fmt::format("No figures (not scored): {}.", shortened(missing)));
        }
        if (!few.empty()) {
            m_wording.push_back(fmt::format("Too few {} to test neighbourhoods (under {}): {}.",
                                            m_study.wards.noun.plural, hotspots::least_wards,
                                            shortened(few)));
        }
    }

    void periods() {
        std::map<std::string, std::vector<std::string>> titles;
        for (const auto& subject : m_briefing.subjects.list) {
            titles[subject.now->spec.period].push_back(subject.now->spec.title);
        }
        if (titles.size() < 2) return;
        const auto common = common_period(m_briefing);
        std::vector<std::string> others;
        for (const auto& [period, of] : titles) {
            if (period == common) continue;
            others.push_back(fmt::format("{} ({})", text::join(of, ", "),
                                         period.empty() ? "no period given" : period));
        }
        m_wording.push_back(fmt::format("Of another period: {}.", shortened(others)));
    }

    void residents() {
        const bool any = std::ranges::any_of(m_entries, [](const Entry& entry) {
            return std::ranges::any_of(entry.reasons, [](const Reason& reason) {
                return reason.subject->now->spec.is(project::MeasureKind::rate);
            });
        });
        if (any) {
            m_wording.emplace_back(
                "A rate is high where many visitors come who do not live there, as "
                "in a town centre.");
        }
    }

    const Briefing& m_briefing;
    const Study& m_study;
    const std::vector<Entry>& m_entries;
    std::size_t m_most;
    std::vector<std::string> m_wording;
};

} // namespace

std::vector<std::string> caveats(const Briefing& briefing, const std::vector<Entry>& entries,
                                 std::size_t most) {
    return Caveats(briefing, entries, most).all();
}

} // namespace wardmap::briefing
