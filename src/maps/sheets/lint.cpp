// SPDX-License-Identifier: MIT
#include "maps/sheets/lint.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "geo/free_space.h"

namespace wardmap::maps {
namespace {

constexpr double least_pt = 6;
constexpr double least_contrast = 4.5;
constexpr double most_empty = 1.0 / 3;
constexpr double touch_mm = 0.05;
// Inked height of Open Sans: capitals and descenders, without the line gap.
constexpr double ascent_em = 0.76;
constexpr double descent_em = 0.24;

struct SetText {
    const paint::Text* text;
    geo::Box box;
    std::size_t item; // its index in the scene
    bool in_figure;
};

geo::Box box_of(const paint::Text& text, const paint::TextMetrics& metrics) {
    const double width = metrics.measure(text.text, text.font).width_mm;
    const double left = text.align == paint::Align::left     ? text.at.x
                        : text.align == paint::Align::centre ? text.at.x - width / 2
                                                             : text.at.x - width;
    const double em = text.font.size_pt * paint::mm_per_pt;
    return {left, text.at.y - ascent_em * em, left + width, text.at.y + descent_em * em};
}

geo::Box extent_of(const paint::Shape& shape) {
    geo::Box box;
    for (const auto& ring : shape.rings) {
        box.add(geo::extent(ring));
    }
    return box;
}

bool is_number(const std::string& text) {
    return !text.empty() && text != "0" &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Linter {
public:
    Linter(const paint::Scene& scene, std::string name, const paint::TextMetrics& metrics)
        : m_scene(scene), m_name(std::move(name)) {
        bool in_figure = false;
        for (std::size_t i = 0; i < scene.items.size(); ++i) {
            const auto& item = scene.items[i];
            if (std::holds_alternative<paint::FigureBegin>(item)) in_figure = true;
            if (std::holds_alternative<paint::FigureEnd>(item)) in_figure = false;
            auto& box = m_extents.emplace_back();
            if (const auto* const shape = std::get_if<paint::Shape>(&item)) {
                box = extent_of(*shape);
                inspect(*shape, box, in_figure);
            }
            if (const auto* const text = std::get_if<paint::Text>(&item)) {
                if (!text->text.empty()) {
                    m_texts.push_back({text, box_of(*text, metrics), i, in_figure});
                }
            }
        }
    }

    Findings run() {
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            inspect(m_texts[i]);
            check_marks(m_texts[i]);
            for (std::size_t j = i + 1; j < m_texts.size(); ++j) {
                const auto& other = m_texts[j];
                if (m_texts[i].box.grown(-touch_mm).overlaps(other.box.grown(-touch_mm))) {
                    fault(m_texts[i], "overlaps " + text::quoted(other.text->text));
                }
            }
        }
        check_numbers();
        check_space();
        return std::move(m_findings);
    }

private:
    void fault(const SetText& set, const std::string& what) {
        fault(fmt::format("{} at {:.0f}, {:.0f} mm {}", text::quoted(set.text->text), set.box.min_x,
                          set.box.max_y, what));
    }

    void fault(const std::string& what) {
        m_findings.push_back({.severity = Severity::error, .found = m_name + ": " + what});
    }

    void inspect(const SetText& set) {
        const auto& box = set.box;
        if (box.min_x < 0 || box.min_y < 0 || box.max_x > m_scene.width_mm ||
            box.max_y > m_scene.height_mm) {
            fault(set, "leaves the page");
        }
        if (set.text->font.size_pt < least_pt - 1e-9) {
            fault(set, fmt::format("is set in {:g} pt", set.text->font.size_pt));
        }
        const double contrast = paint::contrast(set.text->colour, ground_of(set));
        if (contrast < least_contrast) {
            fault(set, fmt::format("has a contrast of {:.1f}:1", contrast));
        }
    }

    /// Keeps the marks of readings on the map.
    void inspect(const paint::Shape& shape, const geo::Box& box, bool in_figure) {
        if (box.empty()) return;
        if (box.min_x < -touch_mm || box.min_y < -touch_mm ||
            box.max_x > m_scene.width_mm + touch_mm || box.max_y > m_scene.height_mm + touch_mm) {
            fault(fmt::format("a shape ({}) leaves the page", shape.css));
        }
        if (in_figure && shape.fill && shape.css == "reading") m_marks.push_back(box);
    }

    void check_marks(const SetText& set) {
        if (!set.in_figure) return;
        const auto inked = set.box.grown(-2 * touch_mm);
        const bool hidden = std::any_of(m_marks.begin(), m_marks.end(),
                                        [&](const geo::Box& mark) { return mark.overlaps(inked); });
        if (hidden) fault(set, "is under the mark of a reading");
    }

    /// The background of a text: its halo, else the last fill below its centre, else the paper.
    [[nodiscard]] paint::Colour ground_of(const SetText& set) const {
        if (set.text->halo) return *set.text->halo;
        const auto middle = set.box.centre();
        for (std::size_t i = set.item; i-- > 0;) {
            const auto* const shape = std::get_if<paint::Shape>(&m_scene.items[i]);
            if (shape == nullptr || !shape->fill || !m_extents[i].contains(middle)) continue;
            const bool inside =
                std::any_of(shape->rings.begin(), shape->rings.end(), [&](const geo::Ring& ring) {
                    return geo::contains(geo::Polygon{ring, {}}, middle);
                });
            if (inside) return *shape->fill;
        }
        return paint::white;
    }

    void check_numbers() {
        std::set<std::string> explained;
        for (const auto& set : m_texts) {
            const bool in_key = !set.in_figure && set.text->font.weight == paint::Weight::semibold;
            if (in_key && is_number(set.text->text)) explained.insert(set.text->text);
        }
        for (const auto& set : m_texts) {
            if (set.in_figure && is_number(set.text->text) && !explained.contains(set.text->text)) {
                fault(set, "is a number on the map that is missing from the key");
            }
        }
    }

    void check_space() {
        const geo::Box page{0, 0, m_scene.width_mm, m_scene.height_mm};
        geo::OccupancyGrid room(page);
        for (const auto& set : m_texts) {
            room.take(set.box);
        }
        for (const auto& item : m_scene.items) {
            const auto* const shape = std::get_if<paint::Shape>(&item);
            if (shape == nullptr || !shape->fill) continue;
            geo::MultiPolygon taken;
            for (const auto& ring : shape->rings) {
                taken.parts.push_back({ring, {}});
            }
            room.take(taken);
        }
        const auto empty = room.largest_free();
        const double share = empty.width() * empty.height() / (page.width() * page.height());
        if (share <= most_empty) return;
        fault(fmt::format("{:.0f}% of the page is one empty rectangle, from {:.0f}, {:.0f} to "
                          "{:.0f}, {:.0f} mm",
                          100 * share, empty.min_x, empty.min_y, empty.max_x, empty.max_y));
    }

    const paint::Scene& m_scene;
    std::string m_name;
    std::vector<geo::Box> m_extents; // of each item of the scene; empty if it is not a shape
    std::vector<SetText> m_texts;
    std::vector<geo::Box> m_marks;
    Findings m_findings;
};

} // namespace

Findings lint(const paint::Scene& scene, const std::string& name,
              const paint::TextMetrics& metrics) {
    return Linter(scene, name, metrics).run();
}

} // namespace wardmap::maps
