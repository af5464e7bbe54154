// SPDX-License-Identifier: MIT
// Two pages to attach to a consultation reply.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "maps/category_sets.h"
#include "maps/sentences.h"
#include "maps/ward_words.h"
#include "maps/words.h"
#include "pages/flow.h"
#include "site/location_map.h"
#include "site/words.h"
#include "wards/neighbours.h"

namespace wardmap::site {
namespace {

/// How much is put on the pages, and how large: the first that takes two pages is used.
struct Fit {
    double body_pt = 9.5;
    double table_pt = 8;
    double map_mm = 84;
    std::size_t wards = 4;   // of those the site lies in
    std::size_t around = 12; // rows of wards around
    std::size_t rows = 400;  // of figures
    std::size_t sources = 100;
};

constexpr std::array fits = {Fit{},
                             Fit{9, 7.5, 76, 4, 10, 400, 100},
                             Fit{8.5, 7, 68, 3, 8, 400, 100},
                             Fit{8, 6.5, 62, 3, 6, 400, 100},
                             Fit{7.5, 6.5, 60, 2, 5, 40, 30},
                             Fit{7.5, 6.5, 60, 2, 5, 28, 20},
                             Fit{7.5, 6.5, 55, 1, 4, 18, 12},
                             Fit{7, 6, 50, 1, 3, 10, 8},
                             Fit{6.5, 6, 40, 1, 2, 4, 4},
                             Fit{6, 6, 30, 1, 1, 1, 2}};

/// One row of the figures.
struct Row {
    const CategoryResult* category = nullptr;
    std::size_t ward = 0;
};

class Pages {
public:
    Pages(const MapInputs& inputs, const Fit& fit, bool draft)
        : m_in(inputs), m_profile(inputs.profile), m_study(inputs.profile.study), m_fit(fit),
          m_draft(draft), m_flow(setup(), inputs.metrics) {}

    std::vector<paint::Scene> all() {
        first_page();
        if (m_flow.page() == 1) m_flow.new_page();
        m_flow.heading(2, "Every category");
        figures();
        m_flow.heading(2, "Change over time");
        const auto trend = trend_sentences(m_profile, m_fit.wards);
        if (trend.empty()) {
            m_flow.paragraph("The project holds no periods to compare: nothing is said of change.");
        } else {
            listed(trend, m_fit.rows);
        }
        m_flow.heading(2, "What these figures cannot say");
        m_flow.list(limit_sentences(m_profile));
        auto sources = source_sentences(m_profile);
        const auto all = sources.size();
        if (all > m_fit.sources) {
            sources.resize(m_fit.sources);
            sources.push_back(fmt::format("{} more lines of sources stand in the profile's data.",
                                          all - m_fit.sources));
        }
        m_flow.heading(2, "Sources", {"", "", false});
        m_flow.paragraph(text::join(sources, " "), pages::Kind::note);
        return std::move(m_flow).finish();
    }

private:
    [[nodiscard]] pages::PageSetup setup() const {
        pages::PageSetup setup;
        setup.margin_mm = 15;
        setup.title = profile_title(m_profile);
        setup.body_pt = m_fit.body_pt;
        setup.table_pt = m_fit.table_pt;
        setup.small_pt = std::max(6.0, m_fit.table_pt - 0.5);
        setup.heading_pt = {17, m_fit.body_pt + 2, m_fit.body_pt + 1};
        return setup;
    }

    void first_page() {
        m_flow.heading(1, profile_title(m_profile));
        auto where = where_sentences(m_profile);
        m_flow.paragraph(where.front(), pages::Kind::lead);
        where.erase(where.begin());
        if (!where.empty()) m_flow.paragraph(text::join(where, " "));
        m_flow.figure(
            {m_fit.map_mm, map_alt(m_profile), map_caption(m_profile), [&](const geo::Box& box) {
                 return m_draft ? std::vector<paint::Item>() : location_map(m_in, box);
             }});
        m_flow.heading(2, "What the figures say");
        auto said = reading_sentences(m_profile, m_fit.wards);
        if (said.empty()) said.emplace_back("No category of the project was tested.");
        for (auto& sentence : deprivation_sentences(m_profile, m_fit.wards)) {
            said.push_back("Deprivation. " + sentence);
        }
        const auto n = m_profile.location.wards.size();
        if (n > m_fit.wards) {
            said.push_back(fmt::format("For want of room nothing is said here of {} more {}.",
                                       n - m_fit.wards, maps::called(m_study, n - m_fit.wards)));
        }
        listed(said, m_fit.rows);
        m_flow.heading(2,
                       fmt::format("{} around the site", maps::first_capital(m_study.wards.many)));
        around();
    }

    /// As many sentences as there is room for.
    void listed(std::vector<std::string> sentences, std::size_t most) {
        const auto all = sentences.size();
        if (all > most) {
            sentences.resize(most);
            sentences.push_back(fmt::format(
                "{} more sentences of this kind stand in the profile's data.", all - most));
        }
        m_flow.list(sentences);
    }

    /// Neighbours, and other wards within the distance that read as high.
    void around() {
        std::vector<Near> wards;
        for (const auto& other : m_profile.location.others) {
            const bool high =
                other.distance_m <= m_profile.within_m && !high_in(m_study, other.ward).empty();
            if (other.neighbour || high) wards.push_back(other);
        }
        const auto all = wards.size();
        const auto reach = distance_text(m_profile.within_m);
        if (wards.empty()) {
            m_flow.paragraph(fmt::format("There are no neighbours, and within {} no {} reads as "
                                         "high.",
                                         reach, m_study.wards.one));
        } else {
            if (all > m_fit.around) wards.resize(m_fit.around);
            m_flow.table(around_table(wards, all));
        }
        const auto beyond = beyond_words();
        auto note = fmt::format("Neighbours {}. Distances run from the edge of the site to the "
                                "nearest edge of the {}.",
                                wards::describe(m_study.project.neighbours), m_study.wards.one);
        if (!beyond.empty()) note += " " + beyond;
        m_flow.paragraph(note, pages::Kind::note);
    }

    [[nodiscard]] pages::Table around_table(const std::vector<Near>& wards, std::size_t all) const {
        pages::Table table;
        table.caption = fmt::format(
            "Neighbours, and {} within {} that read as high{}", m_study.wards.many,
            distance_text(m_profile.within_m),
            all > wards.size() ? fmt::format(": the nearest {} of {}", wards.size(), all) : "");
        table.columns = {{maps::first_capital(m_study.wards.one)},
                         {"Distance", true},
                         {"Neighbour"},
                         {"Reads as high in"}};
        for (const auto& other : wards) {
            const auto high = high_in(m_study, other.ward);
            table.rows.push_back({{m_study.wards.wards[other.ward].name},
                                  {distance_text(other.distance_m)},
                                  {other.neighbour ? "yes" : "no"},
                                  {high.empty() ? "none" : text::join(high, "; ")}});
        }
        return table;
    }

    /// Where no ward within the distance reads as high: which is the nearest that does.
    [[nodiscard]] std::string beyond_words() const {
        std::vector<std::string> nearest;
        std::vector<std::string> none;
        for (const auto* const category : maps::overlapping(m_study)) {
            const auto high = high_near(m_profile, *category);
            if (!high.within.empty()) continue;
            if (!high.nearest) {
                none.push_back(category->spec.title);
                continue;
            }
            nearest.push_back(fmt::format("{}: {} ({})", category->spec.title,
                                          m_study.wards.wards[high.nearest->ward].name,
                                          distance_text(high.nearest->distance_m)));
        }
        std::string said;
        if (!nearest.empty()) {
            said = fmt::format("Farther off, the nearest {} that read as high: {}.",
                               m_study.wards.many, text::join(nearest, "; "));
        }
        if (!none.empty()) {
            said += fmt::format("{}No other {} reads as high in: {}.", said.empty() ? "" : " ",
                                m_study.wards.one, text::join(none, "; "));
        }
        return said;
    }

    [[nodiscard]] std::vector<Row> rows() const {
        std::vector<Row> rows;
        const auto& wards = m_profile.location.wards;
        for (const auto& category : m_study.categories) {
            for (std::size_t i = 0; i < std::min(m_fit.wards, wards.size()); ++i) {
                rows.push_back({&category, wards[i].ward});
            }
        }
        return rows;
    }

    void figures() {
        auto shown = rows();
        std::vector<std::string> left_out;
        if (shown.size() > m_fit.rows) {
            for (auto i = m_fit.rows; i < shown.size(); ++i) {
                const auto& title = shown[i].category->spec.title;
                if (left_out.empty() || left_out.back() != title) left_out.push_back(title);
            }
            shown.resize(m_fit.rows);
        }
        m_flow.table(figure_table(shown));
        if (!left_out.empty()) {
            constexpr std::size_t most = 12;
            const auto n = left_out.size();
            if (n > most) left_out.resize(most);
            m_flow.paragraph(
                fmt::format("For want of room not shown here, but in the profile's data: {}{}.",
                            text::join(left_out, "; "),
                            n > most ? fmt::format(" and {} more", n - most) : ""),
                pages::Kind::note);
        }
        m_flow.paragraph(
            "95 % limits: how far chance alone moves a figure of this size. Rank: 1 is the "
            "highest figure, of a national rank the number nearest to 1; = where several share it.",
            pages::Kind::note);
    }

    [[nodiscard]] pages::Table figure_table(const std::vector<Row>& rows) const {
        const bool several = m_profile.location.wards.size() > 1;
        const auto& area = m_study.project.area;
        pages::Table table;
        table.columns = {{"Category"}};
        if (several) table.columns.push_back({maps::first_capital(m_study.wards.one)});
        for (const auto& column :
             {pages::Column{"Figure", true}, pages::Column{"95 % limits", true},
              pages::Column{area.empty() ? "Whole area" : area, true}, pages::Column{"Rank", true},
              pages::Column{"Band"}, pages::Column{"Reading"}}) {
            table.columns.push_back(column);
        }
        for (const auto& [category, ward] : rows) {
            std::vector<pages::TableCell> cells = {{title_of(*category)}};
            if (several) cells.push_back({m_study.wards.wards[ward].name});
            cells.push_back({maps::printed(*category, ward), {}, true});
            cells.push_back({maps::limits_text(*category, ward)});
            cells.push_back({area_text(*category)});
            cells.push_back({rank_of(*category, ward)});
            cells.push_back({maps::band_text(*category, ward)});
            cells.push_back(
                {category->hotspots ? maps::reading_text(m_study, *category, ward) : "not tested"});
            table.rows.push_back(std::move(cells));
        }
        return table;
    }

    [[nodiscard]] static std::string title_of(const CategoryResult& category) {
        std::string said = category.spec.title + ": " + category.unit;
        if (!category.spec.period.empty()) said += ", " + category.spec.period;
        return said;
    }

    [[nodiscard]] static std::string area_text(const CategoryResult& category) {
        const auto& value = category.area_value;
        const auto number = [&](double x) { return text::number(x, category.banding.decimals); };
        if (value.is_known()) return number(value.value());
        if (!value.is_suppressed()) return "none";
        return number(value.low()) + " to " + number(value.high());
    }

    [[nodiscard]] static std::string rank_of(const CategoryResult& category, std::size_t ward) {
        const auto& standing = category.standings[ward];
        if (!standing) return "none";
        return fmt::format("{} of {}", maps::rank_text(category, ward), standing->of);
    }

    const MapInputs& m_in;
    const Profile& m_profile;
    const Study& m_study;
    Fit m_fit;
    bool m_draft; // nothing is drawn yet: how much room is needed?
    pages::Flow m_flow;
};

} // namespace

std::vector<paint::Scene> lay_out_profile(const Profile& profile, const project::Style& style,
                                          const paint::TextMetrics& metrics,
                                          const maps::Ground& ground) {
    constexpr std::size_t pages = 2;
    const MapInputs inputs{profile, style, metrics, ground};
    for (const auto& fit : fits) {
        if (Pages(inputs, fit, true).all().size() <= pages) return Pages(inputs, fit, false).all();
    }
    throw InputError(Finding{Severity::error,
                             {profile.site.name},
                             "the profile does not fit on two pages: its names are too long",
                             "names and notes of a few lines",
                             "leave categories out with --category, or take the profile as text",
                             ""});
}

} // namespace wardmap::site
