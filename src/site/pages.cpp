// SPDX-License-Identifier: MIT
// Two pages to attach to a consultation reply.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "layout/flow.h"
#include "site/location_map.h"
#include "site/words.h"
#include "study/category_sets.h"
#include "study/study.h"
#include "style/style.h"
#include "wards/neighbours.h"
#include "words/alt_text.h"
#include "words/captions.h"
#include "words/ward_figures.h"

namespace wardmap::site {
namespace {

/// The amount and size of content: the first setting that takes two pages is used.
struct Fit {
    double body_pt = 9.5;
    double map_mm = 84;
    std::size_t wards = 4;        // wards that contain the site
    std::size_t around = 12;      // rows of surrounding wards
    std::size_t categories = 400; // rows of figures, or sentences of one kind
    std::size_t sources = 100;
};

/// For this many wards: largest type and longest tables first.
std::vector<Fit> fits_for(std::size_t wards) {
    std::vector<Fit> all;
    for (const double smaller : {0.0, 0.5, 1.0, 1.5, 2.0}) {
        for (const std::size_t around : {12U, 8U, 6U}) {
            all.push_back({9.5 - smaller, 84 - 10 * smaller, wards, around, 400, 100});
        }
    }
    return all;
}

/// For one ward, with fewer and fewer categories.
std::vector<Fit> last_fits() {
    std::vector<Fit> all;
    for (const std::size_t categories : {40U, 28U, 18U, 10U, 4U, 1U}) {
        all.push_back({7.5, 55, 1, std::min<std::size_t>(6, categories), categories,
                       std::min<std::size_t>(30, 2 * categories)});
    }
    return all;
}

class Pages {
public:
    Pages(const MapInputs& inputs, const Fit& fit, bool draft)
        : m_in(inputs), m_profile(inputs.profile), m_study(inputs.profile.study), m_fit(fit),
          m_draft(draft), m_flow(setup(), inputs.metrics) {}

    std::vector<paint::Scene> all() {
        first_page();
        m_first_fits = m_flow.page() == 1;
        if (m_first_fits) m_flow.new_page();
        m_flow.heading(2, "Every category");
        figures();
        m_flow.heading(2, "Change over time");
        const auto trend = trend_sentences(m_profile, m_fit.wards);
        if (trend.empty()) {
            m_flow.paragraph("The project has no periods to compare, so no change is reported.");
        } else {
            listed(trend, m_fit.categories);
        }
        m_flow.heading(2, "What these figures cannot say");
        m_flow.list(limit_sentences(m_profile));
        auto sources = source_sentences(m_profile);
        const auto all = sources.size();
        if (all > m_fit.sources) {
            sources.resize(m_fit.sources);
            sources.push_back(fmt::format("{} more lines of sources are in the profile's data.",
                                          all - m_fit.sources));
        }
        m_flow.heading(2, "Sources", {"", "", false});
        m_flow.paragraph(text::join(sources, " "), layout::Kind::note);
        return std::move(m_flow).finish();
    }

    /// Whether the content of the first page fits on it. Precondition: all() was called.
    [[nodiscard]] bool first_fits() const { return m_first_fits; }

private:
    [[nodiscard]] layout::PageSetup setup() const {
        layout::PageSetup setup;
        setup.margin_mm = 15;
        setup.title = profile_title(m_profile);
        setup.body_pt = m_fit.body_pt;
        setup.table_pt = std::max(6.5, m_fit.body_pt - 1.5);
        setup.small_pt = setup.table_pt - 0.5;
        setup.heading_pt = {17, m_fit.body_pt + 2, m_fit.body_pt + 1};
        return setup;
    }

    void first_page() {
        m_flow.heading(1, profile_title(m_profile));
        auto where = where_sentences(m_profile);
        m_flow.paragraph(where.front(), layout::Kind::lead);
        where.erase(where.begin());
        if (!where.empty()) m_flow.paragraph(text::join(where, " "));
        m_flow.figure(
            {m_fit.map_mm, map_alt(m_profile), map_caption(m_profile), [&](const geo::Box& box) {
                 return m_draft ? std::vector<paint::Item>() : location_map(m_in, box);
             }});
        m_flow.heading(2, "Wording for a reply");
        auto wording = reading_sentences(m_profile, m_fit.wards);
        if (wording.empty()) wording.emplace_back("No category of the project was tested.");
        for (auto& sentence : deprivation_sentences(m_profile, m_fit.wards)) {
            wording.push_back("Deprivation. " + sentence);
        }
        std::vector<std::string> unsaid;
        for (auto i = m_fit.wards; i < m_profile.location.wards.size(); ++i) {
            unsaid.push_back(m_study.wards.wards[m_profile.location.wards[i].ward].name);
        }
        if (!unsaid.empty()) {
            wording.push_back(fmt::format("There is no space here for {}: see the profile's "
                                          "data.",
                                          shortened(unsaid)));
        }
        wording.push_back(closing_words());
        listed(wording, m_fit.categories);
        m_flow.heading(
            2, fmt::format("{} around the site", words::first_capital(m_study.wards.noun.plural)));
        around();
    }

    /// The first dozen of a list, and the number of others.
    [[nodiscard]] static std::string shortened(std::vector<std::string> names) {
        constexpr std::size_t most = 12;
        const auto n = names.size();
        if (n <= most) return text::join(names, "; ");
        names.resize(most);
        return fmt::format("{} and {} more", text::join(names, "; "), n - most);
    }

    /// Stated here so that it is quoted with the text above.
    [[nodiscard]] std::string closing_words() const {
        const auto n = m_profile.location.wards.size();
        return fmt::format("These are figures of {} as a whole. They do not describe the site, nor "
                           "say what a development there would add or take away.",
                           n == 1 ? "the " + m_study.wards.noun.singular
                                  : "each " + m_study.wards.noun.singular);
    }

    /// As many sentences as fit.
    void listed(std::vector<std::string> sentences, std::size_t most) {
        const auto all = sentences.size();
        if (all > most) {
            sentences.resize(most);
            sentences.push_back(fmt::format(
                "{} more sentences of this kind are in the profile's data.", all - most));
        }
        m_flow.list(sentences);
    }

    /// Neighbours, and other high wards within the distance.
    void around() {
        std::vector<Near> wards;
        for (const auto& other : m_profile.location.others) {
            const bool high =
                other.distance_m <= m_profile.within_m && !high_in(m_study, other.ward).empty();
            if (other.neighbour || high) wards.push_back(other);
        }
        const auto all = wards.size();
        const auto reach = reach_text(m_profile);
        if (wards.empty()) {
            m_flow.paragraph(fmt::format("There are no neighbours, and within {} no {} is "
                                         "high.",
                                         reach, m_study.wards.noun.singular));
        } else {
            if (all > m_fit.around) wards.resize(m_fit.around);
            m_flow.table(around_table(wards, all));
        }
        const auto beyond = beyond_words();
        auto note = fmt::format("Neighbours {}. Distances run from the {}site to the nearest "
                                "edge of the {}.",
                                wards::describe(m_study.project.neighbours),
                                m_profile.site.is_point() ? "" : "edge of the ",
                                m_study.wards.noun.singular);
        if (!beyond.empty()) note += " " + beyond;
        m_flow.paragraph(note, layout::Kind::note);
    }

    [[nodiscard]] layout::Table around_table(const std::vector<Near>& wards,
                                             std::size_t all) const {
        layout::Table table;
        table.caption = fmt::format(
            "Neighbours, and {} within {} that are high{}", m_study.wards.noun.plural,
            reach_text(m_profile),
            all > wards.size() ? fmt::format(": the nearest {} of {}", wards.size(), all) : "");
        table.columns = {{words::first_capital(m_study.wards.noun.singular)},
                         {"Distance", true},
                         {"Neighbour"},
                         {"Higher than the area in"}};
        for (const auto& other : wards) {
            const auto high = high_in(m_study, other.ward);
            table.rows.push_back({{m_study.wards.wards[other.ward].name},
                                  {distance_text(other.distance_m)},
                                  {other.neighbour ? "yes" : "no"},
                                  {high.empty() ? "none" : text::join(high, "; ")}});
        }
        return table;
    }

    /// If no ward within the distance is higher than the area: the nearest that is.
    [[nodiscard]] std::string beyond_words() const {
        std::vector<std::string> nearest;
        std::vector<std::string> none;
        for (const auto* const category : overlapping(m_study)) {
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
        std::string wording;
        if (!nearest.empty()) {
            wording = fmt::format("Farther off, the nearest {} that are higher than the area: {}.",
                                  m_study.wards.noun.plural, text::join(nearest, "; "));
        }
        if (!none.empty()) {
            wording += fmt::format("{}No other {} is higher than the area in: {}.",
                                   wording.empty() ? "" : " ", m_study.wards.noun.singular,
                                   text::join(none, "; "));
        }
        return wording;
    }

    void figures() {
        std::vector<const CategoryResult*> shown;
        std::vector<std::string> left_out;
        for (const auto& category : m_study.categories) {
            if (shown.size() < m_fit.categories) {
                shown.push_back(&category);
            } else {
                left_out.push_back(category.spec.title);
            }
        }
        const bool several = std::min(m_fit.wards, m_profile.location.wards.size()) > 1;
        m_flow.table(several ? table_of_wards(shown) : table_of_one(shown));
        std::string note = fmt::format(
            "{}95% confidence limits: how far chance alone moves a figure of this size. Rank: 1 is "
            "the "
            "highest figure, of a national rank the number nearest to 1; = if several share it.",
            several ? "In brackets, " : "");
        if (!left_out.empty()) {
            note +=
                fmt::format(" Not shown because there is no space, but in the profile's data: {}.",
                            shortened(left_out));
        }
        m_flow.paragraph(note, layout::Kind::note);
    }

    [[nodiscard]] std::string area_name() const {
        const auto& area = m_study.project.area;
        return area.empty() ? "Whole area" : area;
    }

    [[nodiscard]] static std::string area_figure(const CategoryResult& category) {
        const auto figure = words::area_printed(category);
        return figure.empty() ? "not given" : figure;
    }

    [[nodiscard]] std::string reading_of(const CategoryResult& category, std::size_t ward) const {
        return category.hotspots ? words::reading_text(m_study, category, ward) : "not tested";
    }

    /// A column for each figure of the ward.
    [[nodiscard]] layout::Table
    table_of_one(const std::vector<const CategoryResult*>& categories) const {
        const auto ward = m_profile.location.wards.front().ward;
        layout::Table table;
        table.caption = m_study.wards.wards[ward].name;
        table.columns = {{"Category"},        {"Figure", true}, {"95% confidence limits", true},
                         {area_name(), true}, {"Rank", true},   {"Band"},
                         {"Reading"}};
        for (const auto* const category : categories) {
            table.rows.push_back({{title_of(*category)},
                                  {words::printed(*category, ward), {}, true},
                                  {words::limits_text(*category, ward)},
                                  {area_figure(*category)},
                                  {rank_of(*category, ward)},
                                  {words::band_text(*category, ward)},
                                  {reading_of(*category, ward)}});
        }
        return table;
    }

    /// A column for each ward.
    [[nodiscard]] layout::Table
    table_of_wards(const std::vector<const CategoryResult*>& categories) const {
        const auto& wards = m_profile.location.wards;
        layout::Table table;
        table.columns = {{"Category"}, {area_name(), true}};
        for (std::size_t i = 0; i < std::min(m_fit.wards, wards.size()); ++i) {
            table.columns.push_back({m_study.wards.wards[wards[i].ward].name});
        }
        for (const auto* const category : categories) {
            std::vector<layout::TableCell> cells = {{title_of(*category)},
                                                    {area_figure(*category)}};
            for (std::size_t i = 0; i < std::min(m_fit.wards, wards.size()); ++i) {
                cells.push_back({all_of(*category, wards[i].ward)});
            }
            table.rows.push_back(std::move(cells));
        }
        return table;
    }

    /// "88.0 (82.2 to 94.1), rank 1 of 26, band 50.0-88.0: high in its own right".
    [[nodiscard]] std::string all_of(const CategoryResult& category, std::size_t ward) const {
        auto wording = words::printed(category, ward);
        const auto limits = words::limits_text(category, ward);
        if (!limits.empty()) wording += " (" + limits + ")";
        if (category.standings[ward]) wording += ", rank " + rank_of(category, ward);
        if (category.banding.band_of[ward]) wording += ", band " + words::band_text(category, ward);
        return wording + ": " + reading_of(category, ward);
    }

    [[nodiscard]] static std::string title_of(const CategoryResult& category) {
        std::string wording = category.spec.title + ": " + category.unit.title();
        if (!category.spec.period.empty()) wording += ", " + category.spec.period;
        return wording;
    }

    [[nodiscard]] static std::string rank_of(const CategoryResult& category, std::size_t ward) {
        const auto& standing = category.standings[ward];
        if (!standing) return "none";
        return fmt::format("{} of {}", words::rank_text(category, ward), standing->of);
    }

    const MapInputs& m_in;
    const Profile& m_profile;
    const Study& m_study;
    Fit m_fit;
    bool m_draft; // measures only, without drawing
    bool m_first_fits = false;
    layout::Flow m_flow;
};

enum class Result { too_long, two_pages, tidy };

/// The result of a fit; tidy if each page holds its own content.
Result result_of(const MapInputs& inputs, const Fit& fit) {
    constexpr std::size_t most_pages = 2;
    Pages draft(inputs, fit, true);
    if (draft.all().size() > most_pages) return Result::too_long;
    return draft.first_fits() ? Result::tidy : Result::two_pages;
}

/// As many wards as fit, then the first tidy fit, then the first that takes two pages, then fewer
/// categories.
std::optional<Fit> fit_of(const MapInputs& inputs) {
    constexpr std::size_t most_wards = 4;
    for (auto wards = std::min(most_wards, inputs.profile.location.wards.size()); wards > 0;
         --wards) {
        const auto tries = fits_for(wards);
        if (result_of(inputs, tries.back()) == Result::too_long) continue;
        std::optional<Fit> untidy;
        for (const auto& fit : tries) {
            const auto result = result_of(inputs, fit);
            if (result == Result::tidy) return fit;
            if (result == Result::two_pages && !untidy) untidy = fit;
        }
        return untidy;
    }
    for (const auto& fit : last_fits()) {
        if (result_of(inputs, fit) != Result::too_long) return fit;
    }
    return std::nullopt;
}

} // namespace

std::vector<paint::Scene> lay_out_profile(const Profile& profile, const style::Style& style,
                                          const paint::TextMetrics& metrics,
                                          const maps::BaseMap& ground) {
    const MapInputs inputs{profile, style, metrics, ground};
    if (const auto fit = fit_of(inputs)) return Pages(inputs, *fit, false).all();
    throw InputError(
        Finding{.severity = Severity::error,
                .place = {profile.site.name},
                .found = "the profile does not fit on two pages: its names are too long",
                .expected = "names and notes of a few lines",
                .help = "leave categories out with --category, or take the profile as text"});
}

} // namespace wardmap::site
