// SPDX-License-Identifier: MIT
#include "data/qgis_style.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "maps/sheets/theme.h"
#include "maps/symbols/circles.h"
#include "maps/symbols/fill.h"
#include "maps/symbols/fills.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::data {
namespace {

using maps::Look;
using Props = std::vector<std::pair<std::string, std::string>>;

constexpr double map_mm = 150; // map size for which circles are scaled

/// One row of the legend: its wards and their symbol.
struct Rule {
    std::string filter;
    std::string label;
    maps::Fill fill;
    std::string circle; // its diameter in mm as an expression; empty: none
};

std::string rgba(paint::Colour colour) {
    return fmt::format("{},{},{},255", colour.r, colour.g, colour.b);
}

std::string plain(double number) {
    return text::shortest(text::rounded(number, 3));
}

/// One layer of a symbol; `inside` is its sub-symbol, if any.
std::string layer(const std::string& kind, const Props& props, const std::string& inside = "",
                  int pass = 0) {
    auto xml =
        fmt::format("<layer class=\"{}\" enabled=\"1\" locked=\"0\" pass=\"{}\">", kind, pass);
    for (const auto& [key, value] : props) {
        xml += fmt::format("<prop k=\"{}\" v=\"{}\"/>", key, value);
    }
    return xml + inside + "</layer>";
}

std::string symbol(const std::string& name, const std::string& type, const std::string& layers) {
    return fmt::format("<symbol name=\"{}\" type=\"{}\" alpha=\"1\" clip_to_extent=\"1\" "
                       "force_rhr=\"0\">{}</symbol>",
                       name, type, layers);
}

std::string fill_layer(paint::Colour colour, const style::Style& style) {
    return layer("SimpleFill", {{"color", rgba(colour)},
                                {"style", "solid"},
                                {"joinstyle", "round"},
                                {"outline_color", rgba(style.border)},
                                {"outline_style", "solid"},
                                {"outline_width", plain(style.border_pt)},
                                {"outline_width_unit", "Point"}});
}

std::string lines_layer(const paint::Hatch& hatch, double angle, const std::string& name) {
    const auto line = layer("SimpleLine", {{"line_color", rgba(hatch.colour)},
                                           {"line_style", "solid"},
                                           {"capstyle", "square"},
                                           {"line_width", plain(hatch.width_pt)},
                                           {"line_width_unit", "Point"}});
    return layer(
        "LinePatternFill",
        {{"angle", plain(angle)}, {"distance", plain(hatch.spacing_mm)}, {"distance_unit", "MM"}},
        symbol(name, "line", line));
}

std::string dots_layer(const paint::Hatch& hatch, const std::string& name) {
    const auto dot = layer("SimpleMarker", {{"name", "circle"},
                                            {"color", rgba(hatch.colour)},
                                            {"outline_style", "no"},
                                            {"size", plain(hatch.width_pt)},
                                            {"size_unit", "Point"}});
    return layer("PointPatternFill",
                 {{"distance_x", plain(hatch.spacing_mm)},
                  {"distance_x_unit", "MM"},
                  {"distance_y", plain(hatch.spacing_mm)},
                  {"distance_y_unit", "MM"}},
                 symbol(name, "marker", dot));
}

std::string hatch_layers(const paint::Hatch& hatch, std::size_t number) {
    using Kind = paint::Hatch::Kind;
    const auto name = [&](int at) { return fmt::format("@{}@{}", number, at); };
    if (hatch.kind == Kind::dots) return dots_layer(hatch, name(1));
    auto layers = lines_layer(hatch, hatch.angle_deg, name(1));
    if (hatch.kind == Kind::crossed) layers += lines_layer(hatch, hatch.angle_deg + 90, name(2));
    return layers;
}

/// A circle in the ward, sized by an expression, drawn over all wards.
std::string circle_layer(const std::string& diameter, paint::Colour colour, std::size_t number) {
    const auto size = fmt::format(
        "<data_defined_properties><Option type=\"Map\"><Option name=\"name\" value=\"\" "
        "type=\"QString\"/><Option name=\"properties\" type=\"Map\"><Option name=\"size\" "
        "type=\"Map\"><Option name=\"active\" value=\"true\" type=\"bool\"/><Option "
        "name=\"expression\" value=\"{}\" type=\"QString\"/><Option name=\"type\" value=\"3\" "
        "type=\"int\"/></Option></Option><Option name=\"type\" value=\"collection\" "
        "type=\"QString\"/></Option></data_defined_properties>",
        text::as_markup(diameter));
    const auto marker = layer("SimpleMarker",
                              {{"name", "circle"},
                               {"color", rgba(colour)},
                               {"outline_color", rgba(paint::white)},
                               {"outline_style", "solid"},
                               {"outline_width", "0.6"},
                               {"outline_width_unit", "Point"},
                               {"size", "2"},
                               {"size_unit", "MM"}},
                              size, 1);
    return layer("CentroidFill",
                 {{"point_on_surface", "1"}, {"point_on_all_parts", "0"}, {"clip_points", "0"}},
                 symbol(fmt::format("@{}@1", number), "marker", marker), 1);
}

/// Makes the rules of one category.
class Rules {
public:
    Rules(const CategoryResult& category, const style::Style& style, const maps::Theme& theme)
        : m_category(category), m_palette(maps::palette_of(category, style)), m_theme(theme) {}

    [[nodiscard]] std::vector<Rule> all() const {
        std::vector<Rule> rules;
        if (draws_circles()) rules.push_back(circles());
        for (const auto& row : m_theme.legend.rows) {
            if (row.fill.look == Look::suppressed_banded) {
                add_withheld_in_bands(row, rules);
            } else {
                rules.push_back({filter(row.fill), label(row.range, row.words), row.fill, ""});
            }
        }
        return rules;
    }

private:
    [[nodiscard]] bool draws_circles() const { return !m_theme.radii.empty(); }

    [[nodiscard]] std::string column(const char* name) const {
        return "\"" + m_category.spec.id + "_" + name + "\"";
    }

    static std::string label(const std::string& range, const std::string& words) {
        return range.empty() || words.empty() ? range + words : range + ", " + words;
    }

    [[nodiscard]] std::string state(const char* word) const {
        return column("state") + " = '" + word + "'";
    }

    [[nodiscard]] std::string in_band(std::size_t band) const {
        return fmt::format(" AND {} = {}", column("band"), band + 1);
    }

    [[nodiscard]] std::string filter(const maps::Fill& fill) const {
        switch (fill.look) {
        case Look::band:
            return state("known") + in_band(fill.band.value_or(0));
        case Look::suppressed:
        case Look::suppressed_banded:
            return draws_circles() ? state("suppressed")
                                   : state("suppressed") + " AND " + column("band") + " IS NULL";
        case Look::missing:
            return state("missing");
        case Look::not_calculable:
            return state("not calculable");
        }
        return {};
    }

    /// The legend has one row for them; here each band has its own, because colours differ.
    void add_withheld_in_bands(const maps::LegendRow& row, std::vector<Rule>& rules) const {
        const auto& bands = m_category.banding.bands;
        for (std::size_t band = 0; band < bands.size(); ++band) {
            if (bands[band].suppressed == 0) continue;
            rules.push_back({state("suppressed") + in_band(band),
                             label(bands[band].range, row.words),
                             maps::fill_of(Look::suppressed_banded, band, m_palette), ""});
        }
    }

    [[nodiscard]] Rule circles() const {
        const double unit = maps::circle_scale(m_category, map_mm).unit_mm;
        Rule rule{state("known"), m_theme.legend.title, {}, {}};
        rule.circle = fmt::format("{} * sqrt({})", text::shortest(text::rounded(2 * unit, 6)),
                                  column("value"));
        rule.fill.look = Look::band;
        rule.fill.colour = maps::ward_grey;
        return rule;
    }

    const CategoryResult& m_category;
    maps::Palette m_palette;
    const maps::Theme& m_theme;
};

} // namespace

std::string qgis_style(const Study& study, const CategoryResult& category,
                       const style::Style& style) {
    const auto theme = maps::theme_of(study, category, style, map_mm);
    std::string rules;
    std::string symbols;
    std::size_t number = 0;
    for (const auto& rule : Rules(category, style, theme).all()) {
        rules += fmt::format(R"(<rule key="{}-{}" symbol="{}" filter="{}" label="{}"/>)",
                             category.spec.id, number, number, text::as_markup(rule.filter),
                             text::as_markup(rule.label));
        auto layers = fill_layer(rule.fill.colour, style);
        if (rule.fill.hatch) layers += hatch_layers(*rule.fill.hatch, number);
        if (!rule.circle.empty()) layers += circle_layer(rule.circle, theme.circle, number);
        symbols += symbol(std::to_string(number), "fill", layers);
        ++number;
    }
    // Circles are drawn after all wards, the largest first, so that none hides another.
    const bool circles = !theme.radii.empty();
    const auto order = fmt::format("<orderby><orderByClause asc=\"0\" nullsFirst=\"0\">"
                                   "&quot;{}_value&quot;</orderByClause></orderby>",
                                   category.spec.id);
    return fmt::format("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
                       "<qgis version=\"3.22\" styleCategories=\"Symbology\">"
                       "<renderer-v2 type=\"RuleRenderer\" symbollevels=\"{0}\" forceraster=\"0\" "
                       "enableorderby=\"{0}\"><rules "
                       "key=\"{1}\">{2}</rules><symbols>{3}</symbols>{4}</renderer-v2>"
                       "<blendMode>0</blendMode><layerGeometryType>2</layerGeometryType></qgis>\n",
                       circles ? 1 : 0, category.spec.id, rules, symbols, circles ? order : "");
}

} // namespace wardmap::data
