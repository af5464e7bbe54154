// SPDX-License-Identifier: MIT
#include <cmath>

#include <fmt/format.h>

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

/// At most three decimals, no trailing zeros: a thousandth of a millimetre.
std::string mm(double value) {
    std::string s = fmt::format("{:.3f}", value);
    s.erase(s.find_last_not_of('0') + 1);
    if (s.back() == '.') s.pop_back();
    return s == "-0" ? "0" : s;
}

/// Numbers of a path, with no more between them than a reader of SVG needs to tell them apart.
class PathText {
public:
    void command(char letter) {
        m_text += letter;
        m_after_letter = true;
    }

    void number(long thousandths) {
        std::string digits = mm(static_cast<double>(thousandths) / 1000);
        const bool negative = digits.front() == '-';
        if (const auto zero = static_cast<std::size_t>(negative);
            digits.size() > zero + 1 && digits[zero] == '0') {
            digits.erase(zero, 1); // .5 for 0.5
        }
        const bool apart = m_after_letter || negative || (digits.front() == '.' && m_had_point);
        if (!apart) m_text += ' ';
        m_had_point = digits.find('.') != std::string::npos;
        m_after_letter = false;
        m_text += digits;
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    bool m_after_letter = true;
    bool m_had_point = false;
};

/// Thousandths of a millimetre, to a hundredth: as fine as marks need to be.
long hundredths(double value) {
    return 10 * std::lround(100 * value);
}

/// Path commands relative to the last point, in whole thousandths so that no error adds up.
std::string path_of(const Shape& shape) {
    PathText path;
    const auto grid = [](double v) { return std::lround(v * 1000); };
    for (const auto& ring : shape.rings) {
        long x = 0;
        long y = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            if (i < 2) path.command(i == 0 ? 'M' : 'l');
            const long px = grid(ring[i].x);
            const long py = grid(ring[i].y);
            path.number(px - x);
            path.number(py - y);
            x = px;
            y = py;
        }
        const bool comes_round = ring.size() > 2 && ring.front() == ring.back();
        if (shape.closed || comes_round) path.command('z');
    }
    return path.take();
}

class Writer {
public:
    std::string document(const Scene& scene) {
        std::string body;
        for (const auto& item : scene.items) {
            if (const auto* const shape = std::get_if<Shape>(&item)) body += element(*shape);
            if (const auto* const text = std::get_if<Text>(&item)) body += element(*text);
            if (const auto* const figure = std::get_if<FigureBegin>(&item)) {
                body += fmt::format("<g id=\"{}\" role=\"img\" aria-label=\"{}\">\n",
                                    escaped(figure->id), escaped(figure->alt));
            }
            if (std::holds_alternative<FigureEnd>(item)) body += "</g>\n";
        }
        return fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}mm\" height=\"{1}mm\" "
            "viewBox=\"0 0 {0} {1}\" xml:lang=\"{2}\" role=\"img\" "
            "aria-labelledby=\"title desc\" font-family=\"'Open Sans', sans-serif\" "
            "fill-rule=\"evenodd\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n"
            "<title id=\"title\">{3}</title>\n<desc id=\"desc\">{4}</desc>\n"
            "<rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>\n{5}</svg>\n",
            mm(scene.width_mm), mm(scene.height_mm), escaped(scene.language), escaped(scene.title),
            escaped_lines(scene.description), body);
    }

private:
    std::string element(const Shape& shape) {
        const std::string d = path_of(shape);
        std::string attributes;
        if (!shape.id.empty()) attributes += fmt::format(" id=\"{}\"", escaped(shape.id));
        if (!shape.css.empty()) attributes += fmt::format(" class=\"{}\"", escaped(shape.css));
        std::string paint = fmt::format(" fill=\"{}\"", shape.fill ? to_hex(*shape.fill) : "none");
        if (shape.stroke) {
            paint += fmt::format(" stroke=\"{}\" stroke-width=\"{}\"", to_hex(shape.stroke->colour),
                                 mm(shape.stroke->width_pt * mm_per_pt));
            std::string dashes;
            for (const double dash : shape.stroke->dash_pt) {
                dashes += (dashes.empty() ? "" : " ") + mm(dash * mm_per_pt);
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

    /// Over the ward's own element, and out of its way. A dot is a line of no length with round
    /// ends.
    static std::string hatch_of(const Shape& shape) {
        const auto marks = hatch_marks(shape);
        PathText path;
        const auto point = [&path](char letter, geo::Point p) {
            path.command(letter);
            path.number(hundredths(p.x));
            path.number(hundredths(p.y));
        };
        for (const auto& [from, to] : marks.lines) {
            point('M', from);
            point('L', to);
        }
        for (const auto& dot : marks.dots) {
            point('M', dot);
            path.command('h');
            path.number(0);
        }
        const std::string d = path.take();
        if (d.empty()) return {};
        return fmt::format("<path class=\"hatch\" pointer-events=\"none\" aria-hidden=\"true\" "
                           "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{} d=\"{}\"/>\n",
                           to_hex(shape.hatch->colour), mm(shape.hatch->width_pt * mm_per_pt),
                           marks.dots.empty() ? " stroke-linecap=\"butt\"" : "", d);
    }

    std::string element(const Text& text) {
        // Browsers drop the blank that ends a wrapped line: it must not count for its length.
        const auto line = text.text.substr(0, text.text.find_last_not_of(' ') + 1);
        const auto width = m_metrics.measure(line, text.font).width_mm;
        std::string attributes = fmt::format(" x=\"{}\" y=\"{}\" font-size=\"{}\"", mm(text.at.x),
                                             mm(text.at.y), mm(text.font.size_pt * mm_per_pt));
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
            fmt::format(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", mm(width));
        const auto words = escaped(line);
        std::string halo;
        if (text.halo) { // an element of its own: not every program knows paint-order
            halo = fmt::format("<text class=\"halo\" aria-hidden=\"true\"{} fill=\"none\" "
                               "stroke=\"{}\" stroke-width=\"{}\">{}</text>\n",
                               attributes, to_hex(*text.halo), mm(2 * text.halo_pt * mm_per_pt),
                               words);
        }
        return halo + fmt::format("<text{} fill=\"{}\">{}</text>\n", attributes,
                                  to_hex(text.colour), words);
    }

    TextMetrics m_metrics;
};

} // namespace

std::string to_svg(const Scene& scene) {
    return Writer().document(scene);
}

} // namespace wardmap::paint
