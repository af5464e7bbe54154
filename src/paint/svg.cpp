// SPDX-License-Identifier: MIT
#include <cmath>

#include <fmt/format.h>

#include "base/interrupt.h"
#include "base/text.h"
#include "paint/canvas.h"
#include "paint/fonts.h"
#include "paint/hatch.h"
#include "paint/text_metrics.h"

namespace wardmap::paint {
namespace {

std::string escaped(const std::string& text) {
    return text::as_markup(drawable(text));
}

/// The same with line breaks kept, for long descriptions.
std::string escaped_lines(const std::string& text) {
    std::string safe;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        if (!safe.empty()) safe += '\n';
        safe += escaped(text.substr(from, end - from));
        from = end + 1;
    }
    return safe;
}

/// A user unit is a hundredth of a millimetre: some programs space letters badly if type is only a
/// few units high, and whole numbers are short.
constexpr double units_per_mm = 100;

long units(double mm) {
    return std::lround(mm * units_per_mm);
}

/// Widths of lines and sizes of type: to a tenth of a unit, without a trailing zero.
std::string tenths(double mm) {
    auto digits = fmt::format("{:.1f}", mm * units_per_mm);
    if (digits.ends_with(".0")) digits.resize(digits.size() - 2);
    return digits;
}

std::string tenths_of_pt(double pt) {
    return tenths(pt * mm_per_pt);
}

/// Path commands relative to the last point, in whole units so that no error accumulates. Numbers
/// are separated only as far as SVG requires.
class PathText {
public:
    void command(char letter) {
        m_text += letter;
        m_after_letter = true;
    }

    void number(long n) {
        if (!m_after_letter && n >= 0) m_text += ' ';
        m_text += std::to_string(n);
        m_after_letter = false;
    }

    void to(geo::Point p) {
        const long x = units(p.x);
        const long y = units(p.y);
        number(x - m_x);
        number(y - m_y);
        m_x = x;
        m_y = y;
    }

    /// Moves there.
    void start(geo::Point p) {
        command('m'); // the first of a path is absolute
        to(p);
    }

    /// Back to where the subpath began.
    void close(geo::Point start) {
        m_text += 'z';
        m_x = units(start.x);
        m_y = units(start.y);
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    bool m_after_letter = true;
    long m_x = 0;
    long m_y = 0;
};

std::string path_of(const Shape& shape) {
    PathText path;
    for (const auto& ring : shape.rings) {
        if (ring.empty()) continue;
        path.start(ring.front());
        if (ring.size() > 1) path.command('l');
        for (std::size_t i = 1; i < ring.size(); ++i) {
            path.to(ring[i]);
        }
        const bool comes_round = ring.size() > 2 && ring.front() == ring.back();
        if (shape.closed || comes_round) path.close(ring.front());
    }
    return path.take();
}

/// Subpaths of a pattern. A dot is a zero-length line with round caps.
std::string path_of(const HatchMarks& marks) {
    PathText path;
    for (const auto& [from, to] : marks.lines) {
        path.start(from);
        path.command('l');
        path.to(to);
    }
    for (const auto& dot : marks.dots) {
        path.start(dot);
        path.command('h');
        path.number(0);
    }
    return path.take();
}

/// The prefix of a scene's ids, so that no two maps on one web page share an id. An id may not
/// begin with a digit.
std::string prefix_of(const std::string& scene_id) {
    if (scene_id.empty()) return {};
    const char first = scene_id.front();
    const bool is_letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    return (is_letter ? "" : "map-") + scene_id + "-";
}

class Writer {
public:
    explicit Writer(const Scene& scene) : m_scene(scene), m_prefix(prefix_of(scene.id)) {}

    std::string document() {
        std::string text = head();
        for (const auto& item : m_scene.items) {
            stop_if_interrupted();
            if (const auto* const shape = std::get_if<Shape>(&item)) text += element(*shape);
            if (const auto* const words = std::get_if<Text>(&item)) text += element(*words);
            if (const auto* const figure = std::get_if<FigureBegin>(&item)) {
                text += fmt::format(
                    "<g{} inkscape:groupmode=\"layer\" role=\"img\" aria-label=\"{}\">\n",
                    id(figure->id), escaped(figure->alt));
            }
            if (const auto* const layer = std::get_if<LayerBegin>(&item)) {
                text += fmt::format("<g{} inkscape:groupmode=\"layer\" inkscape:label=\"{}\">\n",
                                    id(layer->id), escaped(layer->label));
            }
            if (std::holds_alternative<FigureEnd>(item) || std::holds_alternative<LayerEnd>(item)) {
                text += "</g>\n";
            }
        }
        return text + "</svg>\n";
    }

private:
    /// Empty if there is no id.
    [[nodiscard]] std::string id(const std::string& name) const {
        return name.empty() ? "" : fmt::format(" id=\"{}\"", escaped(m_prefix + name));
    }

    /// Everything before the first item.
    [[nodiscard]] std::string head() const {
        std::string described;
        std::string desc;
        if (!m_scene.description.empty()) {
            described = fmt::format(" aria-describedby=\"{}desc\"", escaped(m_prefix));
            desc =
                fmt::format("<desc{}>{}</desc>\n", id("desc"), escaped_lines(m_scene.description));
        }
        const auto size = fmt::format("width=\"{}\" height=\"{}\"", units(m_scene.width_mm),
                                      units(m_scene.height_mm));
        return fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" "
            "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" width=\"{:g}mm\" "
            "height=\"{:g}mm\" "
            "viewBox=\"0 0 {} {}\" xml:lang=\"{}\" role=\"img\" "
            "aria-labelledby=\"{}title\"{} font-family=\"'Open Sans', sans-serif\" "
            "fill-rule=\"evenodd\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n"
            "<title{}>{}</title>\n{}<rect {} fill=\"#ffffff\"/>\n",
            m_scene.width_mm, m_scene.height_mm, units(m_scene.width_mm), units(m_scene.height_mm),
            escaped(m_scene.language), escaped(m_prefix), described, id("title"),
            escaped(m_scene.title), desc, size);
    }

    std::string element(const Shape& shape) {
        const std::string d = path_of(shape);
        std::string attributes = id(shape.id);
        if (!shape.css.empty()) attributes += fmt::format(" class=\"{}\"", escaped(shape.css));
        std::string paint = fmt::format(" fill=\"{}\"", shape.fill ? to_hex(*shape.fill) : "none");
        if (shape.stroke) {
            paint += fmt::format(" stroke=\"{}\" stroke-width=\"{}\"", to_hex(shape.stroke->colour),
                                 tenths_of_pt(shape.stroke->width_pt));
            std::string dashes;
            for (const double dash : shape.stroke->dash_pt) {
                dashes += (dashes.empty() ? "" : " ") + tenths_of_pt(dash);
            }
            if (!dashes.empty()) paint += fmt::format(" stroke-dasharray=\"{}\"", dashes);
        }
        const std::string title =
            shape.title.empty() ? "" : "<title>" + escaped(shape.title) + "</title>";
        auto element = title.empty() ? fmt::format("<path{}{} d=\"{}\"/>\n", attributes, paint, d)
                                     : fmt::format("<path{}{} d=\"{}\">{}</path>\n", attributes,
                                                   paint, d, title);
        if (shape.hatch) element += hatch_of(shape);
        return element;
    }

    /// Over the ward's own element, without catching its pointer events.
    static std::string hatch_of(const Shape& shape) {
        const auto marks = hatch_marks(shape);
        const auto d = path_of(marks);
        if (d.empty()) return {};
        return fmt::format("<path class=\"hatch\" pointer-events=\"none\" aria-hidden=\"true\" "
                           "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{} d=\"{}\"/>\n",
                           to_hex(shape.hatch->colour), tenths_of_pt(shape.hatch->width_pt),
                           marks.dots.empty() ? " stroke-linecap=\"butt\"" : "", d);
    }

    std::string element(const Text& text) {
        // Browsers drop the blank at the end of a wrapped line: it must not count towards the
        // length.
        const auto line = text.text.substr(0, text.text.find_last_not_of(' ') + 1);
        const auto width = m_metrics.measure(line, text.font).width_mm;
        std::string attributes =
            fmt::format(" x=\"{}\" y=\"{}\" font-size=\"{}\"", units(text.at.x), units(text.at.y),
                        tenths_of_pt(text.font.size_pt));
        if (text.align != Align::left) {
            attributes +=
                text.align == Align::centre ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
        }
        if (text.font.weight != Weight::regular) {
            attributes +=
                text.font.weight == Weight::bold ? " font-weight=\"700\"" : " font-weight=\"600\"";
        }
        if (text.font.italic) attributes += " font-style=\"italic\"";
        // A reader without the font still gets the layout.
        attributes +=
            fmt::format(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", units(width));
        const auto words = escaped(line);
        std::string halo;
        if (text.halo) { // a separate element, because not every program supports paint-order
            halo = fmt::format("<text class=\"{}\" aria-hidden=\"true\" pointer-events=\"none\" "
                               "style=\"user-select:none\"{} fill=\"none\" "
                               "stroke=\"{}\" stroke-width=\"{}\">{}</text>\n",
                               escaped(text.halo_css), attributes, to_hex(*text.halo),
                               tenths_of_pt(2 * text.halo_pt), words);
        }
        return halo + fmt::format("<text{} fill=\"{}\">{}</text>\n", attributes,
                                  to_hex(text.colour), words);
    }

    const Scene& m_scene;
    std::string m_prefix;
    TextMetrics m_metrics;
};

} // namespace

std::string to_svg(const Scene& scene) {
    return Writer(scene).document();
}

} // namespace wardmap::paint
