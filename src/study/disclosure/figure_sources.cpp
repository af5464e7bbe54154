// SPDX-License-Identifier: MIT
#include "study/disclosure/figure_sources.h"

#include <algorithm>

#include "base/interrupt.h"
#include "join/join.h"
#include "measures/measure.h"

namespace wardmap {
namespace {

bool is_count(const project::CategorySpec& spec) {
    return spec.tables() != nullptr && measures::is_additive(spec) &&
           spec.figures.front().combine.by == join::Combine::By::none;
}

std::vector<CellParts> parts_of(const Origins& origins, std::size_t wards) {
    std::vector<CellParts> parts(wards);
    for (std::size_t ward = 0; ward < origins.cells.size(); ++ward) {
        for (const auto& cell : origins.cells[ward]) {
            const CellId id{cell.table, cell.line, cell.column};
            const auto [at, is_new] =
                parts[ward].try_emplace(id, CellPart{1, cell.weight, cell.content});
            if (!is_new) ++at->second.times;
        }
    }
    return parts;
}

bool same_cells(const std::vector<CellParts>& a, const std::vector<CellParts>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), [](const CellParts& x, const CellParts& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const auto& p, const auto& q) {
            return p.first == q.first && p.second.times == q.second.times &&
                   p.second.weight == q.second.weight && p.second.content == q.second.content;
        });
    });
}

/// Whether figures agree in every ward that has both, in enough wards to rule out coincidence.
bool agree(const std::vector<Cell>& a, const std::vector<Cell>& b) {
    constexpr std::size_t least = 4;
    if (a != b) return false;
    const auto some = std::count_if(
        a.begin(), a.end(), [](const Cell& cell) { return cell.is_known() && cell.value() > 0; });
    return static_cast<std::size_t>(some) >= least;
}

class Tracer {
public:
    explicit Tracer(const Joined& joined) : m_joined(joined) {}

    std::vector<SourcedFigures> run() {
        gather();
        for (std::size_t a = 0; a < m_all.size(); ++a) {
            for (std::size_t b = 0; b < m_all.size(); ++b) {
                stop_if_interrupted();
                if (a != b && agree(m_all[a].figures, m_all[b].figures) && !share_cells(a, b)) {
                    replace(a, {b});
                }
            }
        }
        for (std::size_t whole = 0; whole < m_all.size(); ++whole) {
            replace_by_sum(whole);
        }
        return merged();
    }

private:
    void add(const Origins& origins, const std::vector<Cell>& figures, FigureGroup same) {
        m_all.push_back(
            {std::move(same), parts_of(origins, figures.size()), figures, origins.totals});
    }

    void gather() {
        for (std::size_t i = 0; i < m_joined.categories.size(); ++i) {
            const auto& category = m_joined.categories[i];
            if (!is_count(category.spec)) continue;
            add(category.origins, category.figures, {{i}, {}, {}});
            for (std::size_t k = 0; k < category.steps.size(); ++k) {
                add(category.step_origins[k], category.steps[k].figures, {{}, {}, {{i, k}}});
            }
        }
        for (std::size_t i = 0; i < m_joined.denominators.size(); ++i) {
            const auto& denominator = m_joined.denominators[i];
            if (denominator.spec.figures.combine.by != join::Combine::By::none) continue;
            add(denominator.origins, denominator.cells, {{}, {i}, {}});
        }
    }

    [[nodiscard]] bool share_cells(std::size_t a, std::size_t b) const {
        const auto& some = m_all[a].cells;
        const auto& more = m_all[b].cells;
        for (std::size_t ward = 0; ward < some.size(); ++ward) {
            for (const auto& [id, part] : some[ward]) {
                if (more[ward].contains(id)) return true;
            }
        }
        return false;
    }

    /// Whether the figure is one whole cell of one table in every ward.
    [[nodiscard]] bool is_single(std::size_t a) const {
        return std::all_of(m_all[a].cells.begin(), m_all[a].cells.end(), [](const auto& cells) {
            return cells.empty() || (cells.size() == 1 && cells.begin()->second.weight == 1);
        });
    }

    /// Replaces the cells of one set of figures by those of others that add up to it: everywhere if
    /// it is one cell per ward, else only in these figures.
    void replace(std::size_t a, const std::vector<std::size_t>& by) {
        const bool everywhere = is_single(a);
        for (std::size_t ward = 0; ward < m_all[a].cells.size(); ++ward) {
            CellParts parts;
            for (const auto b : by) {
                for (const auto& [id, part] : m_all[b].cells[ward]) {
                    const auto [at, is_new] = parts.try_emplace(id, part);
                    if (!is_new) at->second.times += part.times;
                }
            }
            const auto& own = m_all[a].cells[ward];
            if (!everywhere || own.empty()) {
                m_all[a].cells[ward] = std::move(parts);
                continue;
            }
            const auto id = own.begin()->first;
            for (auto& figures : m_all) {
                replace_cell(figures.cells[ward], id, parts);
            }
        }
    }

    static void replace_cell(CellParts& cells, const CellId& id, const CellParts& by) {
        const auto found = cells.find(id);
        if (found == cells.end()) return;
        const double times = found->second.times;
        cells.erase(found);
        for (const auto& [other, part] : by) {
            auto more = part;
            more.times *= times;
            const auto [at, is_new] = cells.try_emplace(other, more);
            if (!is_new) at->second.times += more.times;
        }
    }

    /// Replaces figures to which two others from other tables add up in every ward.
    void replace_by_sum(std::size_t whole) {
        if (!is_single(whole)) return;
        for (std::size_t a = 0; a < m_all.size(); ++a) {
            if (a == whole || is_none(a) || share_cells(a, whole)) continue;
            for (std::size_t b = a + 1; b < m_all.size(); ++b) {
                stop_if_interrupted();
                if (b == whole || is_none(b) || !is_sum(whole, a, b)) continue;
                if (share_cells(b, whole) || share_cells(a, b)) continue;
                replace(whole, {a, b});
                return;
            }
        }
    }

    /// Whether it is zero in every ward.
    [[nodiscard]] bool is_none(std::size_t a) const {
        return std::all_of(m_all[a].figures.begin(), m_all[a].figures.end(),
                           [](const Cell& cell) { return !cell.is_known() || cell.value() == 0; });
    }

    [[nodiscard]] bool is_sum(std::size_t whole, std::size_t a, std::size_t b) const {
        const auto& figures = m_all[whole].figures;
        for (std::size_t ward = 0; ward < figures.size(); ++ward) {
            if (!(figures[ward] == join::added(m_all[a].figures[ward], m_all[b].figures[ward]))) {
                return false;
            }
        }
        return agree(figures, figures);
    }

    /// Merges figures with the same cells.
    [[nodiscard]] std::vector<SourcedFigures> merged() {
        std::vector<SourcedFigures> result;
        for (auto& figures : m_all) {
            const auto found =
                std::find_if(result.begin(), result.end(), [&](const SourcedFigures& other) {
                    return same_cells(other.cells, figures.cells);
                });
            if (found == result.end()) {
                result.push_back(std::move(figures));
                continue;
            }
            const auto append = [](auto& list, const auto& more) {
                list.insert(list.end(), more.begin(), more.end());
            };
            append(found->same.categories, figures.same.categories);
            append(found->same.denominators, figures.same.denominators);
            append(found->same.steps, figures.same.steps);
            append(found->totals, figures.totals);
            for (std::size_t ward = 0; ward < figures.figures.size(); ++ward) {
                // For a ward without a row one may be missing, the other 0.
                if (found->figures[ward].is_missing()) {
                    found->figures[ward] = figures.figures[ward];
                }
            }
        }
        return result;
    }

    const Joined& m_joined;
    std::vector<SourcedFigures> m_all;
};

} // namespace

std::vector<SourcedFigures> sourced_figures(const Joined& joined) {
    return Tracer(joined).run();
}

} // namespace wardmap
