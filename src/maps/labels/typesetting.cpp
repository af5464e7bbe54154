// SPDX-License-Identifier: MIT
#include "maps/labels/typesetting.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace wardmap::maps {
namespace {

constexpr double line_spacing_em = 1.08;
constexpr double mm_per_pt = 25.4 / 72;

std::vector<std::string> words_of(const std::string& name) {
    std::vector<std::string> words;
    for (auto& word : text::split(name, ' ')) {
        if (!word.empty()) words.push_back(std::move(word));
    }
    if (words.empty()) words.push_back(name);
    return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
    return text::join({words.begin() + static_cast<std::ptrdiff_t>(from),
                       words.begin() + static_cast<std::ptrdiff_t>(to)},
                      " ");
}

TypesetName setting_of(std::vector<std::string> lines, double size_pt,
                       const MeasureLabel& measure) {
    TypesetName setting;
    setting.size_pt = size_pt;
    for (const auto& line : lines) {
        const auto extent = measure(line, size_pt);
        setting.widths.push_back(extent.width);
        setting.ascent = extent.ascent;
        setting.descent = extent.descent;
    }
    setting.pitch = line_spacing_em * size_pt * mm_per_pt;
    setting.lines = std::move(lines);
    return setting;
}

double widest(const TypesetName& setting) {
    return *std::max_element(setting.widths.begin(), setting.widths.end());
}

void keep_narrower(std::vector<TypesetName>& best, TypesetName candidate) {
    const auto n = candidate.lines.size();
    if (best.size() < n) {
        best.push_back(std::move(candidate));
    } else if (widest(candidate) < widest(best[n - 1])) {
        best[n - 1] = std::move(candidate);
    }
}

bool touches(const geo::Ring& ring, const geo::Box& box) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        if (crosses(ring[j], ring[i], box)) return true;
    }
    return false;
}

} // namespace

bool crosses(geo::Point a, geo::Point b, const geo::Box& box) {
    // Liang and Barsky 1984: the part of the segment within the box.
    double from = 0;
    double to = 1;
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double p[4] = {-dx, dx, -dy, dy};
    const double q[4] = {a.x - box.min_x, box.max_x - a.x, a.y - box.min_y, box.max_y - a.y};
    for (int i = 0; i < 4; ++i) {
        if (p[i] == 0) {
            if (q[i] < 0) return false;
            continue;
        }
        const double t = q[i] / p[i];
        (p[i] < 0 ? from : to) = p[i] < 0 ? std::max(from, t) : std::min(to, t);
    }
    return from <= to;
}

geo::Box TypesetName::box(std::size_t i, geo::Point centre) const {
    const double baseline = centre.y - height() / 2 + ascent + static_cast<double>(i) * pitch;
    return {centre.x - widths[i] / 2, baseline - ascent, centre.x + widths[i] / 2,
            baseline + descent};
}

Label TypesetName::at(std::size_t request, geo::Point centre) const {
    Label label;
    label.request = request;
    label.size_pt = size_pt;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line_box = box(i, centre);
        label.lines.push_back({lines[i], {centre.x, line_box.max_y - descent}});
        label.box.add(line_box);
    }
    return label;
}

std::vector<TypesetName> typeset_variants(const std::string& name, double size_pt,
                                          const MeasureLabel& measure) {
    const auto words = words_of(name);
    const std::size_t n = words.size();
    std::vector<TypesetName> best;
    best.push_back(setting_of({joined(words, 0, n)}, size_pt, measure));
    constexpr std::size_t most_words = 12; // longer texts are not names; they get a number
    if (n > most_words) return best;
    for (std::size_t a = 1; a < n; ++a) {
        keep_narrower(best,
                      setting_of({joined(words, 0, a), joined(words, a, n)}, size_pt, measure));
    }
    for (std::size_t a = 1; a < n; ++a) {
        for (std::size_t b = a + 1; b < n; ++b) {
            keep_narrower(
                best, setting_of({joined(words, 0, a), joined(words, a, b), joined(words, b, n)},
                                 size_pt, measure));
        }
    }
    return best;
}

TypesetName scaled_to(const TypesetName& setting, double size_pt) {
    TypesetName other = setting;
    const double factor = size_pt / setting.size_pt;
    other.size_pt = size_pt;
    for (auto& width : other.widths) {
        width *= factor;
    }
    other.ascent *= factor;
    other.descent *= factor;
    other.pitch *= factor;
    return other;
}

bool is_within(const geo::Box& box, const geo::Polygon& polygon) {
    if (!geo::contains(polygon, box.centre()) || touches(polygon.outer, box)) return false;
    return std::none_of(polygon.holes.begin(), polygon.holes.end(),
                        [&](const geo::Ring& hole) { return touches(hole, box); });
}

std::vector<geo::Box> boxes_of(const Disc& disc) {
    std::vector<geo::Box> boxes;
    for (const auto& [x, y] : {std::pair{0.98, 0.6}, {0.8, 0.8}, {0.6, 0.98}}) {
        const double dx = x * disc.radius;
        const double dy = y * disc.radius;
        boxes.push_back(
            {disc.centre.x - dx, disc.centre.y - dy, disc.centre.x + dx, disc.centre.y + dy});
    }
    return boxes;
}

std::vector<geo::Box> all_obstacles(const LabelOptions& options) {
    auto obstacles = options.obstacles;
    for (const auto& disc : options.discs) {
        const auto boxes = boxes_of(disc);
        obstacles.insert(obstacles.end(), boxes.begin(), boxes.end());
    }
    return obstacles;
}

} // namespace wardmap::maps
