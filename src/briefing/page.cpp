// SPDX-License-Identifier: MIT
// The briefing on paper.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "briefing/briefing.h"
#include "briefing/small_map.h"
#include "briefing/words.h"
#include "layout/flow.h"
#include "study/study.h"
#include "style/style.h"
#include "words/ward_figures.h"

namespace wardmap::briefing {
namespace {

/// The amount of content on the page. Type is never reduced.
struct Fit {
    std::size_t wards = 5;    // wards that score; priorities are always listed
    std::size_t details = 3;  // for each ward
    std::size_t maps = 4;     // per row
    std::size_t rows = 1;     // of maps
    double map_mm = 40;       // maximum height of a map
    std::size_t caveats = 20; // more are in briefing.html
    bool bullets = true;      // otherwise running text
};

constexpr double name_pt = 15;
constexpr double body_pt = 9;
constexpr double name_mm = 50;

class Page {
public:
    Page(const Briefing& briefing, const style::Style& style, const paint::TextMetrics& metrics,
         const maps::BaseMap& ground, const Fit& fit)
        : m_briefing(briefing), m_study(briefing.study), m_fit(fit),
          m_entries(entries_of(briefing, fit.wards)), m_maps{briefing, style, metrics, ground,
                                                             m_entries},
          m_flow(setup(), metrics) {}

    /// `draft`: without drawing the maps.
    [[nodiscard]] std::vector<paint::Scene> all(bool draft) {
        m_draft = draft;
        head();
        list();
        maps();
        m_flow.heading(2, "Since last time", {"", "", false});
        add(since_last_time(m_briefing, m_fit.wards));
        auto known = caveats(m_briefing, m_entries, m_fit.wards);
        if (!known.empty()) {
            m_flow.heading(2, "Caveats today", {"", "", false});
            const auto n = known.size();
            if (n > m_fit.caveats) {
                known.resize(m_fit.caveats);
                known.push_back(fmt::format("{} more are in briefing.html.", n - m_fit.caveats));
            }
            add(known);
        }
        m_flow.paragraph(text::join(foot(), " "), layout::Kind::note);
        return std::move(m_flow).finish();
    }

private:
    [[nodiscard]] layout::PageSetup setup() const {
        layout::PageSetup setup;
        setup.margin_mm = 11;
        setup.title = title_of(m_study);
        setup.footer = m_study.briefing.pages > 1;
        setup.body_pt = body_pt;
        setup.table_pt = body_pt;
        setup.small_pt = 7.5;
        setup.heading_pt = {18, 11};
        return setup;
    }

    void add(const std::vector<std::string>& sentences) {
        if (sentences.size() == 1 || !m_fit.bullets) {
            m_flow.paragraph(text::join(sentences, " "));
        } else {
            m_flow.list(sentences);
        }
    }

    void head() {
        m_flow.heading(1, title_of(m_study));
        const auto lines = subtitle_lines(m_briefing);
        if (!lines.empty()) m_flow.paragraph(text::join(lines, " \u00B7 "));
        m_flow.paragraph(headline(m_briefing, m_entries), layout::Kind::lead);
    }

    void list() {
        m_flow.heading(
            2, fmt::format("{} to discuss", words::first_capital(m_study.wards.noun.plural)),
            {"", "", false});
        if (m_entries.empty()) {
            m_flow.paragraph("None today.");
            return;
        }
        layout::Table table;
        table.columns = {{words::first_capital(m_study.wards.noun.singular), false, name_mm},
                         {"Why"}};
        for (const auto& entry : m_entries) {
            table.rows.push_back({name_cell(entry), why_cell(entry)});
        }
        m_flow.table(table);
    }

    [[nodiscard]] layout::TableCell name_cell(const Entry& entry) const {
        layout::TableCell cell;
        cell.text = entry.mark + "  " + short_name(m_study, entry.score.ward);
        cell.bold = true;
        cell.size_pt = name_pt;
        cell.below.push_back({points_words(entry)});
        const auto priority = priority_words(m_briefing, entry);
        if (!priority.empty()) cell.below.push_back({priority, true});
        return cell;
    }

    [[nodiscard]] layout::TableCell why_cell(const Entry& entry) const {
        layout::TableCell cell;
        cell.text = why(m_briefing, entry);
        cell.bold = true;
        auto details = details_of(m_briefing, entry);
        if (details.size() > m_fit.details) details.resize(m_fit.details);
        for (auto& detail : details) {
            cell.below.push_back({std::move(detail)});
        }
        const auto also = also_words(entry, m_fit.details);
        if (!also.empty()) cell.below.push_back({also});
        return cell;
    }

    void maps() {
        const auto subjects = mapped(m_briefing, m_entries, m_fit.maps * m_fit.rows);
        if (subjects.empty()) return;
        constexpr double gap = 5;
        for (std::size_t from = 0; from < subjects.size(); from += m_fit.maps) {
            const auto to = std::min(from + m_fit.maps, subjects.size());
            const std::vector<const Subject*> row(subjects.begin() + std::ptrdiff_t(from),
                                                  subjects.begin() + std::ptrdiff_t(to));
            const auto n = static_cast<double>(row.size());
            // A single map is no wider than one of two.
            const auto columns = std::max(n, 2.0);
            const double width = (m_flow.width_mm() - gap * (columns - 1)) / columns;
            const auto room = room_for(m_maps, row, width, m_fit.map_mm);
            std::vector<layout::Figure> figures;
            for (const auto* const subject : row) {
                figures.push_back({room.height_mm(), small_map_alt(m_maps, *subject), "",
                                   [this, subject, room, width](const geo::Box& box) {
                                       if (m_draft) return std::vector<paint::Item>();
                                       return small_map(
                                           m_maps, *subject,
                                           {box.min_x, box.min_y, box.min_x + width, box.max_y},
                                           room);
                                   }});
            }
            m_flow.figures(figures, gap);
        }
    }

    /// Omissions, the score, the sources.
    [[nodiscard]] std::vector<std::string> foot() const {
        std::vector<std::string> lines;
        const auto left_out = left_out_words();
        if (!left_out.empty()) lines.push_back(left_out);
        lines.push_back(score_words(m_briefing));
        for (auto& line : source_words(m_briefing)) {
            lines.push_back(std::move(line));
        }
        return lines;
    }

    [[nodiscard]] std::string left_out_words() const {
        std::vector<std::string> parts;
        const auto wanted = entries_of(m_briefing, m_study.briefing.wards).size();
        if (wanted > m_entries.size()) {
            parts.push_back(text::with_count(wanted - m_entries.size(), m_study.wards.noun.singular,
                                             m_study.wards.noun.plural));
        }
        const auto all = m_briefing.subjects.list.size();
        const auto shown = std::min(all, m_fit.maps * m_fit.rows);
        if (all > shown) parts.push_back(text::with_count(all - shown, "map"));
        if (parts.empty()) return {};
        return fmt::format("Left out because there is no space: {}; briefing.html has all.",
                           text::list(parts));
    }

    const Briefing& m_briefing;
    const Study& m_study;
    Fit m_fit;
    std::vector<Entry> m_entries;
    MapInputs m_maps;
    layout::Flow m_flow;
    bool m_draft = false;
};

/// Fewer details and lines of caveats, then smaller and fewer maps, then fewer wards.
std::vector<Fit> fits_for(std::size_t wards, std::size_t pages) {
    std::vector<Fit> all;
    const std::size_t rows = pages > 1 ? 2 : 1;
    for (auto n = wards + 1; n-- > 1;) {
        all.push_back({n, pages > 1 ? 20U : 3U, 4, rows, 70, 20});
        for (const std::size_t details : {3U, 2U, 1U}) {
            all.push_back({n, details, 4, 1, 50, 6});
            all.push_back({n, details, 4, 1, 36, 6});
            all.push_back({n, details, 4, 1, 30, 5});
        }
        all.push_back({n, 1, 4, 1, 30, 5, false});
        all.push_back({n, 1, 4, 1, 26, 4, false});
        all.push_back({n, 1, 3, 1, 26, 4, false});
        all.push_back({n, 1, 2, 1, 26, 3, false});
    }
    all.push_back({1, 1, 2, 1, 26, 2, false});
    all.push_back({1, 1, 0, 0, 0, 2, false});
    return all;
}

} // namespace

std::vector<paint::Scene> lay_out(const Briefing& briefing, const style::Style& style,
                                  const paint::TextMetrics& metrics, const maps::BaseMap& ground) {
    const auto& spec = briefing.study.briefing;
    for (const auto& fit : fits_for(spec.wards, spec.pages)) {
        if (Page(briefing, style, metrics, ground, fit).all(true).size() > spec.pages) continue;
        return Page(briefing, style, metrics, ground, fit).all(false);
    }
    throw InputError(Finding{
        .severity = Severity::error,
        .place = {briefing.study.project.file.written},
        .found = "the briefing does not fit: its names or priorities are too long",
        .expected = fmt::format("content that fits on {}", text::with_count(spec.pages, "A4 side")),
        .help = "fewer priorities, or pages = 2 under [briefing]; briefing.html has "
                "no such limit"});
}

} // namespace wardmap::briefing
