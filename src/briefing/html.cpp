// SPDX-License-Identifier: MIT
// The briefing as a web page, for the meeting's screen and for phones.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/text.h"
#include "briefing/briefing.h"
#include "briefing/small_map.h"
#include "briefing/words.h"
#include "paint/canvas.h"
#include "study/study.h"
#include "style/style.h"
#include "words/ward_figures.h"

namespace wardmap::briefing {
namespace {

constexpr double map_width_mm = 92;
constexpr double map_most_mm = 75;
constexpr double dpi = 192; // two dots per browser pixel
constexpr std::size_t most_rows = 100;

// No colour with a meaning; one column on a narrow screen.
constexpr const char* css =
    "body{font:1.05rem/1.5 'Open Sans',Arial,sans-serif;color:#1a1a1a;background:#fff;"
    "max-width:64rem;margin:0 auto;padding:1rem}"
    "h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0}"
    "h2{font-size:1.3rem;margin:2rem 0 .5rem;border-bottom:2px solid #1a1a1a}"
    "h3{font-size:1.5rem;margin:0;line-height:1.2;overflow-wrap:anywhere}"
    ".lead{font-size:1.25rem;margin:.5rem 0}.quiet{color:#4d4d4d;font-size:.9rem}"
    ".ward{display:grid;grid-template-columns:minmax(12rem,1fr) 3fr;gap:0 1.5rem;"
    "border-bottom:1px solid #8c8c8c;padding:.8rem 0}"
    ".ward p{margin:.2rem 0}.ward ul{margin:.4rem 0;padding-left:1.2rem}.why{font-weight:bold}"
    ".maps{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));"
    "gap:1.5rem}.maps img{max-width:100%;height:auto}"
    ".wide{overflow-x:auto}table{border-collapse:collapse;font-size:.95rem}"
    "caption{text-align:left;font-weight:bold;padding:.3rem 0}"
    "th,td{text-align:left;vertical-align:bottom;padding:.25rem .6rem;"
    "border-bottom:1px solid #8c8c8c}td{text-align:right}"
    ":focus-visible{outline:3px solid #1a1a1a;outline-offset:2px}"
    "@media(max-width:40rem){.ward{grid-template-columns:1fr}body{padding:.6rem}}"
    "@media print{body{font-size:9.5pt;max-width:none}.ward,figure,img{break-inside:avoid}"
    ".wide{overflow:visible}}";

std::string paragraph(const std::string& text, const char* css_class = "") {
    const auto attribute =
        *css_class == '\0' ? std::string() : fmt::format(" class=\"{}\"", css_class);
    return fmt::format("<p{}>{}</p>\n", attribute, text::as_markup(text));
}

std::string list(const std::vector<std::string>& items) {
    if (items.empty()) return {};
    std::string all = "<ul>\n";
    for (const auto& item : items) {
        all += fmt::format("<li>{}</li>\n", text::as_markup(item));
    }
    return all + "</ul>\n";
}

class Html {
public:
    Html(const Briefing& briefing, const style::Style& style, const paint::TextMetrics& metrics,
         const maps::BaseMap& ground)
        : m_briefing(briefing), m_study(briefing.study), m_most(briefing.study.briefing.wards),
          m_entries(entries_of(briefing, m_most)), m_maps{briefing, style, metrics, ground,
                                                          m_entries} {}

    [[nodiscard]] std::string all() const {
        const auto title = text::as_markup(title_of(m_study));
        std::string page = fmt::format(
            "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src "
            "data:; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n",
            sha256_base64(css), title, css, title);
        for (const auto& line : subtitle_lines(m_briefing)) {
            page += paragraph(line, "quiet");
        }
        page += paragraph(headline(m_briefing, m_entries), "lead");
        page += wards() + maps();
        const auto since = since_last_time(m_briefing, m_most);
        page += "<h2>Since last time</h2>\n" +
                (since.size() == 1 ? paragraph(since.front()) : list(since));
        const auto known = caveats(m_briefing, m_entries, m_most);
        if (!known.empty()) page += "<h2>Caveats</h2>\n" + list(known);
        page += scores();
        page += "<h2>Method and sources</h2>\n" + paragraph(score_words(m_briefing));
        for (const auto& line : source_words(m_briefing)) {
            page += paragraph(line, "quiet");
        }
        return page + "</main>\n</body>\n</html>\n";
    }

private:
    [[nodiscard]] std::string name(std::size_t ward) const {
        return text::as_markup(m_study.wards.wards[ward].name);
    }

    [[nodiscard]] std::string wards() const {
        std::string all =
            fmt::format("<h2>{} to discuss</h2>\n",
                        text::as_markup(words::first_capital(m_study.wards.noun.plural)));
        if (m_entries.empty()) return all + paragraph("None today.");
        for (const auto& entry : m_entries) {
            all += "<section class=\"ward\">\n<div>\n";
            all += fmt::format("<h3>{} {}</h3>\n", entry.mark, name(entry.score.ward));
            all += paragraph(points_words(entry));
            const auto priority = priority_words(m_briefing, entry);
            if (!priority.empty()) all += paragraph(priority, "why");
            all += "</div>\n<div>\n" + paragraph(why(m_briefing, entry), "why");
            all += list(details_of(m_briefing, entry)) + "</div>\n</section>\n";
        }
        return all;
    }

    [[nodiscard]] std::string maps() const {
        const auto subjects = mapped(m_briefing, m_entries, m_briefing.subjects.list.size());
        std::string all = "<h2>Maps</h2>\n<div class=\"maps\">\n";
        for (const auto* const subject : subjects) {
            const auto room = room_for(m_maps, {subject}, map_width_mm, map_most_mm);
            paint::Scene scene;
            scene.width_mm = map_width_mm;
            scene.height_mm = room.height_mm();
            scene.title = subject->now->spec.title;
            scene.items =
                small_map(m_maps, *subject, {0, 0, scene.width_mm, scene.height_mm}, room);
            constexpr double pixels_per_mm =
                1.25 * 96 / 25.4; // because type of 7.5 pt is small there
            all += fmt::format("<img src=\"data:image/png;base64,{}\" width=\"{}\" height=\"{}\" "
                               "alt=\"{}\">\n",
                               base64(paint::to_png(scene, dpi)),
                               std::lround(scene.width_mm * pixels_per_mm),
                               std::lround(scene.height_mm * pixels_per_mm),
                               text::as_markup(small_map_alt(m_maps, *subject)));
        }
        return all + "</div>\n";
    }

    /// Every ward that scores, with its points from each category.
    [[nodiscard]] std::string scores() const {
        std::string rows;
        std::size_t n = 0;
        std::size_t left_out = 0;
        for (const auto& score : m_briefing.now) {
            if (score.score <= 0) break;
            if (n == most_rows) {
                ++left_out;
                continue;
            }
            rows += row(score);
            ++n;
        }
        if (n == 0) return {};
        std::string head =
            fmt::format("<th scope=\"col\">Rank</th><th scope=\"col\">{}</th>",
                        text::as_markup(words::first_capital(m_study.wards.noun.singular)));
        for (const auto& subject : m_briefing.subjects.list) {
            head +=
                fmt::format("<th scope=\"col\">{}</th>", text::as_markup(subject.now->spec.title));
        }
        auto all = fmt::format(
            "<h2>All scores</h2>\n<div class=\"wide\" role=\"region\" aria-labelledby=\"scores\" "
            "tabindex=\"0\">\n<table>\n<caption id=\"scores\">Points of every {} that has any, by "
            "category</caption>\n<thead>\n<tr>{}<th scope=\"col\">Score</th></tr>\n</thead>\n"
            "<tbody>\n{}</tbody>\n</table>\n</div>\n",
            text::as_markup(m_study.wards.noun.singular), head, rows);
        if (left_out > 0) all += paragraph(fmt::format("{} more have points.", left_out));
        return all;
    }

    [[nodiscard]] std::string row(const WardScore& score) const {
        auto cells = fmt::format("<td>{}{}</td><th scope=\"row\">{}</th>", score.rank,
                                 score.tied ? "=" : "", name(score.ward));
        for (const auto& subject : m_briefing.subjects.list) {
            const double points = subject.weight * points_of(subject, score.ward).sum();
            cells += fmt::format("<td>{}</td>", text::shortest(text::rounded(points, 1)));
        }
        return fmt::format("<tr>{}<td>{}</td></tr>\n", cells,
                           text::shortest(text::rounded(score.score, 1)));
    }

    const Briefing& m_briefing;
    const Study& m_study;
    std::size_t m_most;
    std::vector<Entry> m_entries;
    MapInputs m_maps;
};

} // namespace

std::string to_html(const Briefing& briefing, const style::Style& style,
                    const paint::TextMetrics& metrics, const maps::BaseMap& ground) {
    return Html(briefing, style, metrics, ground).all();
}

} // namespace wardmap::briefing
