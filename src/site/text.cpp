// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "base/text.h"
#include "site/words.h"
#include "study/study.h"
#include "wards/neighbours.h"
#include "words/captions.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"

namespace wardmap::site {
namespace {

class Text {
public:
    explicit Text(const Profile& profile) : m_profile(profile), m_study(profile.study) {}

    std::string all() {
        m_wording = profile_title(m_profile) + "\n";
        for (const auto& sentence : where_sentences(m_profile)) {
            m_wording += sentence + "\n";
        }
        const auto n = m_profile.location.wards.size();
        section("What the figures say", reading_sentences(m_profile, n));
        section("Deprivation", deprivation_sentences(m_profile, n));
        section("Change over time", trend_sentences(m_profile, n));
        around();
        for (const auto& category : m_study.categories) {
            add_category(category);
        }
        section("What these figures cannot say", limit_sentences(m_profile));
        section("Sources", source_sentences(m_profile));
        return m_wording;
    }

private:
    void section(const std::string& title, const std::vector<std::string>& sentences) {
        if (sentences.empty()) return;
        m_wording += "\n" + title + "\n";
        for (const auto& sentence : sentences) {
            m_wording += "  " + sentence + "\n";
        }
    }

    [[nodiscard]] std::string named(const Near& other) const {
        return fmt::format("{} ({})", m_study.wards.wards[other.ward].name,
                           distance_text(other.distance_m));
    }

    /// Neighbours and other wards within the distance, with the categories in which they are
    /// higher.
    void around() {
        std::vector<std::string> lines;
        for (const auto& other : m_profile.location.others) {
            if (!other.neighbour && other.distance_m > m_profile.within_m) continue;
            const auto high = high_in(m_study, other.ward);
            lines.push_back(
                fmt::format("{}{}{}", named(other), other.neighbour ? ", neighbour" : "",
                            high.empty() ? "" : ": higher than the area in " + text::list(high)));
        }
        if (lines.empty()) lines.emplace_back("none");
        section(fmt::format("{} around (neighbours {}; others within {})",
                            words::first_capital(m_study.wards.noun.plural),
                            wards::describe(m_study.project.neighbours), reach_text(m_profile)),
                lines);
    }

    void add_category(const CategoryResult& category) {
        std::vector<std::string> lines;
        for (const auto& [ward, share] : m_profile.location.wards) {
            lines.push_back(words::ward_sentence(m_study, category, ward));
            std::string line = "Band: " + words::band_text(category, ward);
            const auto limits = words::limits_text(category, ward);
            const auto place = place_text(m_study, category, ward);
            if (!limits.empty()) line += "; 95% confidence limits: " + limits;
            if (!place.empty()) line += "; " + place;
            lines.push_back(std::move(line));
        }
        const auto area = words::area_line(m_study, category);
        if (!area.empty()) lines.push_back(area);
        if (category.hotspots && category.changes.empty()) lines.push_back(high_line(category));
        const auto& period = category.spec.period;
        section(category.spec.title + (period.empty() ? "" : ", " + period), lines);
    }

    [[nodiscard]] std::string high_line(const CategoryResult& category) const {
        const auto high = high_near(m_profile, category);
        std::vector<std::string> names;
        for (const auto& other : high.within) {
            names.push_back(named(other));
        }
        std::string line =
            fmt::format("High {} within {}: {}", m_study.wards.noun.plural, reach_text(m_profile),
                        names.empty() ? "none" : text::list(names));
        if (names.empty() && high.nearest) line += "; the nearest is " + named(*high.nearest);
        return line;
    }

    const Profile& m_profile;
    const Study& m_study;
    std::string m_wording;
};

} // namespace

std::string profile_title(const Profile& profile) {
    return "Site profile: " + profile.site.name;
}

std::string profile_text(const Profile& profile) {
    return Text(profile).all();
}

} // namespace wardmap::site
