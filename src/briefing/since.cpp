// SPDX-License-Identifier: MIT
// Wards that entered or left the list, or moved on it.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "briefing/words.h"
#include "study/study.h"

namespace wardmap::briefing {
namespace {

class Moves {
public:
    Moves(const Briefing& briefing, std::size_t most) : m_briefing(briefing), m_most(most) {
        for (std::size_t i = 0; i < std::min(most, briefing.now.size()); ++i) {
            see(briefing.now[i].ward, true);
        }
        for (std::size_t i = 0; i < std::min(most, briefing.before.size()); ++i) {
            see(briefing.before[i].ward, false);
        }
    }

    [[nodiscard]] std::vector<std::string> sentences() const {
        std::vector<std::string> lines;
        const auto add = [&](const char* what, const std::vector<std::string>& wards) {
            if (!wards.empty())
                lines.push_back(fmt::format("{}: {}.", what, text::join(wards, "; ")));
        };
        add("Entered", m_entered);
        add("Left", m_left);
        add("Moved up", m_up);
        add("Moved down", m_down);
        if (lines.empty() && m_same == 0)
            lines.emplace_back("The list was empty then and is empty now.");
        if (lines.empty()) lines.emplace_back("The same list in the same order.");
        return lines;
    }

private:
    /// "8th then", "no points then": the rank of a ward that was not on the list.
    [[nodiscard]] static std::string elsewhere(const std::vector<WardScore>& ranking,
                                               std::size_t ward) {
        const auto found = std::ranges::find(ranking, ward, &WardScore::ward);
        return found->score > 0 ? ordinal(found->rank) : "without points";
    }

    void see(std::size_t ward, bool from_now) {
        const auto now = place_on_list(m_briefing.now, ward, m_most);
        const auto then = place_on_list(m_briefing.before, ward, m_most);
        const auto name = short_name(m_briefing.study, ward);
        if (from_now && now && !then) {
            m_entered.push_back(fmt::format("{} ({}; last time {})", name, ordinal(*now),
                                            elsewhere(m_briefing.before, ward)));
        } else if (from_now && now && *now != *then) {
            (*now < *then ? m_up : m_down)
                .push_back(fmt::format("{} ({} to {})", name, ordinal(*then), ordinal(*now)));
        } else if (from_now && now) {
            ++m_same;
        } else if (!from_now && then && !now) {
            m_left.push_back(fmt::format("{} ({} last time; now {})", name, ordinal(*then),
                                         elsewhere(m_briefing.now, ward)));
        }
    }

    const Briefing& m_briefing;
    std::size_t m_most;
    std::vector<std::string> m_entered;
    std::vector<std::string> m_left;
    std::vector<std::string> m_up;
    std::vector<std::string> m_down;
    std::size_t m_same = 0;
};

/// "Compared with October 2014, scored the same way, in 3 of 6 categories; ...".
std::string compared_words(const Briefing& briefing) {
    std::vector<std::string> periods;
    std::size_t with = 0;
    for (const auto& subject : briefing.subjects.list) {
        if (subject.before == nullptr) continue;
        ++with;
        const auto& period = subject.before->spec.period;
        if (!period.empty() && std::ranges::find(periods, period) == periods.end()) {
            periods.push_back(period);
        }
    }
    const auto all = briefing.subjects.list.size();
    const auto what = periods.empty() ? std::string("the period before") : text::list(periods);
    if (with == all) return fmt::format("Compared with {}, scored the same way.", what);
    return fmt::format("Compared with {}, scored the same way, in {} of {}; the others have one "
                       "period and score the same in both.",
                       what, with, text::with_count(all, "category", "categories"));
}

} // namespace

std::vector<std::string> since_last_time(const Briefing& briefing, std::size_t most) {
    if (briefing.before.empty()) {
        return {"No category has an earlier period here: changes are not known."};
    }
    auto lines = Moves(briefing, most).sentences();
    lines.push_back(compared_words(briefing));
    return lines;
}

} // namespace wardmap::briefing
