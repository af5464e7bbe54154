// SPDX-License-Identifier: MIT
#include "study/disclosure/figure_links.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "base/interrupt.h"
#include "measures/measure.h"
#include "wards/ward.h"

namespace wardmap {
namespace {

class Linker {
public:
    Linker(const std::vector<SourcedFigures>& all, const Joined& joined,
           const std::vector<project::CategorySpec>& project, const WardSet& wards)
        : m_joined(joined), m_project(project), m_wards(wards), m_all(all), m_parent(all.size()) {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }

    FigureLinks run() {
        link_by_cells();
        relate_parts();
        relate_shares();
        for (const auto& relation : m_links.relations) {
            for (const auto whole : relation.wholes) {
                join(whole, relation.wholes.front());
            }
            for (const auto part : relation.parts) {
                join(part, relation.wholes.front());
            }
        }
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (root(i) == i) m_links.groups.push_back(group_of(i));
        }
        return std::move(m_links);
    }

private:
    [[nodiscard]] std::size_t root(std::size_t figures) const {
        return m_parent[figures] == figures ? figures : root(m_parent[figures]);
    }

    void join(std::size_t a, std::size_t b) {
        const auto [low, high] = std::minmax({root(a), root(b)}); // by value
        m_parent[high] = low;
    }

    [[nodiscard]] std::vector<std::size_t> group_of(std::size_t first) const {
        std::vector<std::size_t> group;
        for (std::size_t i = first; i < m_all.size(); ++i) {
            if (root(i) == first) group.push_back(i);
        }
        return group;
    }

    /// A cell used whole in the figures of several wards links those wards through its total.
    void link_by_cells() {
        struct First {
            std::size_t figures = 0;
            std::size_t ward = 0;
        };
        std::map<CellId, First> first;
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            stop_if_interrupted();
            for (std::size_t ward = 0; ward < m_all[i].cells.size(); ++ward) {
                for (const auto& [id, part] : m_all[i].cells[ward]) {
                    const auto [at, is_new] = first.try_emplace(id, First{i, ward});
                    if (is_new) continue;
                    join(i, at->second.figures);
                    if (at->second.ward != ward && part.weight == 1) m_links.scattered.insert(i);
                }
            }
        }
    }

    /// The sets of figures of a category, or of its parts if it is a plain sum.
    void find_figures(const std::string& id, std::vector<std::size_t>& found,
                      std::size_t depth = 0) const {
        for (std::size_t g = 0; g < m_all.size(); ++g) {
            for (const auto i : m_all[g].same.categories) {
                if (m_joined.categories[i].spec.id == id) found.push_back(g);
            }
        }
        constexpr std::size_t deepest = 20;
        const auto spec = std::find_if(m_project.begin(), m_project.end(),
                                       [&](const auto& category) { return category.id == id; });
        if (spec == m_project.end() || !measures::is_additive(*spec) || depth > deepest) return;
        for (const auto& part : project::parts_of(*spec)) {
            find_figures(part.category, found, depth + 1);
        }
    }

    [[nodiscard]] std::vector<std::size_t> figures_of(const std::string& id) const {
        std::vector<std::size_t> found;
        find_figures(id, found);
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    /// part_of, also indirectly; and the parts of one whole together, if they do not overlap.
    void relate_parts() {
        std::map<std::string, std::vector<std::string>> parts_of_whole;
        for (const auto& category : m_project) {
            auto whole = category.part_of;
            for (std::size_t steps = 0; !whole.empty() && steps < m_project.size(); ++steps) {
                relate(figures_of(whole), figures_of(category.id));
                if (whole == category.part_of) parts_of_whole[whole].push_back(category.id);
                const auto next =
                    std::find_if(m_project.begin(), m_project.end(),
                                 [&](const auto& other) { return other.id == whole; });
                whole = next == m_project.end() ? "" : next->part_of;
            }
        }
        for (const auto& [whole, parts] : parts_of_whole) {
            relate_together(figures_of(whole), parts);
        }
    }

    void relate_together(const std::vector<std::size_t>& whole,
                         const std::vector<std::string>& parts) {
        constexpr std::size_t most = 4; // parts up to which every combination is checked
        std::vector<std::size_t> all;
        for (const auto& part : parts) {
            const auto figures = figures_of(part);
            all.insert(all.end(), figures.begin(), figures.end());
        }
        if (parts.size() < 2 || !fit_together(whole, all)) return;
        if (parts.size() > most) {
            relate(whole, all);
            return;
        }
        for (std::size_t bits = 1; bits < (std::size_t{1} << parts.size()); ++bits) {
            std::vector<std::size_t> some;
            std::size_t taken = 0;
            for (std::size_t p = 0; p < parts.size(); ++p) {
                if ((bits >> p & 1U) == 0) continue;
                const auto figures = figures_of(parts[p]);
                some.insert(some.end(), figures.begin(), figures.end());
                ++taken;
            }
            if (taken > 1) relate(whole, some);
        }
    }

    void relate(std::vector<std::size_t> wholes, std::vector<std::size_t> parts) {
        if (!wholes.empty() && !parts.empty() && wholes != parts) {
            m_links.relations.push_back({std::move(wholes), std::move(parts)});
        }
    }

    /// Whether in no ward the parts exceed their whole, which would mean that they overlap.
    [[nodiscard]] bool fit_together(const std::vector<std::size_t>& wholes,
                                    const std::vector<std::size_t>& parts) const {
        const auto sum = [&](const std::vector<std::size_t>& list, std::size_t ward, bool high) {
            double total = 0;
            for (const auto i : list) {
                const auto& cell = m_all[i].figures[ward];
                total += high ? cell.high() : cell.low();
            }
            return total;
        };
        for (std::size_t ward = 0; ward < m_wards.wards.size(); ++ward) {
            const bool all = std::all_of(wholes.begin(), wholes.end(), [&](std::size_t i) {
                const auto& cell = m_all[i].figures[ward];
                return cell.is_known() || cell.is_suppressed();
            });
            if (all && sum(parts, ward, false) > sum(wholes, ward, true)) return false;
        }
        return true;
    }

    /// A share implies that its figures are not above its denominator.
    void relate_shares() {
        for (std::size_t part = 0; part < m_all.size(); ++part) {
            for (const auto i : m_all[part].same.categories) {
                const auto& spec = m_joined.categories[i].spec;
                if (!spec.is(project::MeasureKind::share)) continue;
                for (std::size_t whole = 0; whole < m_all.size(); ++whole) {
                    if (whole != part &&
                        has_denominator(m_joined, m_all[whole], spec.denominator) &&
                        fit_together({whole}, {part})) {
                        relate({whole}, {part});
                    }
                }
            }
        }
    }

    const Joined& m_joined;
    const std::vector<project::CategorySpec>& m_project; // all categories
    const WardSet& m_wards;
    const std::vector<SourcedFigures>& m_all;
    std::vector<std::size_t> m_parent; // union-find of linked sets
    FigureLinks m_links;
};

} // namespace

FigureLinks link_figures(const std::vector<SourcedFigures>& all, const Joined& joined,
                         const std::vector<project::CategorySpec>& project, const WardSet& wards) {
    return Linker(all, joined, project, wards).run();
}

bool has_denominator(const Joined& joined, const SourcedFigures& figures, const std::string& id) {
    const auto& list = figures.same.denominators;
    return std::any_of(list.begin(), list.end(),
                       [&](std::size_t i) { return joined.denominators[i].spec.id == id; });
}

} // namespace wardmap
