// SPDX-License-Identifier: MIT
#include "study/disclosure/linked_figures.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "base/interrupt.h"
#include "join/join.h"
#include "measures/measure.h"
#include "study/disclosure/figure_sources.h"
#include "wards/ward.h"

namespace wardmap {
namespace {

using disclosure::Sum;

/// The parts' sum is not above the wholes'.
struct Relation {
    std::vector<std::size_t> wholes; // sets of figures
    std::vector<std::size_t> parts;
};

bool has_rule(const JoinedCategory& category) {
    return category.spec.disclosure.is_on();
}

/// The files used by a category with a rule.
std::set<std::string> secret_files(const Joined& joined) {
    std::set<std::string> files;
    for (const auto& category : joined.categories) {
        if (!has_rule(category)) continue;
        for (const auto& cells : category.origins.cells) {
            for (const auto& cell : cells) {
                files.insert(joined.tables[cell.table].file);
            }
        }
    }
    return files;
}

/// Whether a rule or a mark suppresses anything.
bool hides_any(const Joined& joined) {
    const auto has_mark = [](const std::vector<Cell>& figures) {
        return std::any_of(figures.begin(), figures.end(),
                           [](const Cell& cell) { return cell.is_suppressed(); });
    };
    return std::any_of(joined.categories.begin(), joined.categories.end(),
                       [&](const JoinedCategory& category) {
                           return has_rule(category) || has_mark(category.figures);
                       });
}

class Linker {
public:
    Linker(const Joined& joined, const std::vector<project::CategorySpec>& project,
           const WardSet& wards)
        : m_joined(joined), m_project(project), m_wards(wards), m_all(sourced_figures(joined)),
          m_parent(m_all.size()), m_secret_files(secret_files(joined)) {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }

    std::vector<LinkedFigures> run() {
        link_by_cells();
        relate_parts();
        relate_shares();
        for (const auto& relation : m_relations) {
            for (const auto whole : relation.wholes) {
                join(whole, relation.wholes.front());
            }
            for (const auto part : relation.parts) {
                join(part, relation.wholes.front());
            }
        }
        std::vector<LinkedFigures> all;
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (root(i) == i) all.push_back(linked(i));
        }
        return all;
    }

private:
    [[nodiscard]] std::size_t root(std::size_t figures) const {
        return m_parent[figures] == figures ? figures : root(m_parent[figures]);
    }

    void join(std::size_t a, std::size_t b) {
        const auto [low, high] = std::minmax({root(a), root(b)}); // by value
        m_parent[high] = low;
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
                    if (at->second.ward != ward && part.weight == 1) m_is_scattered.insert(i);
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
            m_relations.push_back({std::move(wholes), std::move(parts)});
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
                    if (whole != part && has_denominator(whole, spec.denominator) &&
                        fit_together({whole}, {part})) {
                        relate({whole}, {part});
                    }
                }
            }
        }
    }

    [[nodiscard]] bool has_denominator(std::size_t figures, const std::string& id) const {
        const auto& list = m_all[figures].same.denominators;
        return std::any_of(list.begin(), list.end(),
                           [&](std::size_t i) { return m_joined.denominators[i].spec.id == id; });
    }

    /// The figures of a denominator are publicly known, unless it comes from a file with suppressed
    /// figures.
    [[nodiscard]] bool is_public(std::size_t figures) const {
        const auto& same = m_all[figures].same;
        if (!same.categories.empty() || !same.steps.empty()) return false;
        for (const auto& cells : m_all[figures].cells) {
            for (const auto& [id, part] : cells) {
                if (m_secret_files.contains(m_joined.tables[std::get<0>(id)].file)) return false;
            }
        }
        return true;
    }

    [[nodiscard]] disclosure::Rule rule_of(const FigureGroup& same) const {
        disclosure::Rule rule;
        const auto apply = [&](std::size_t category) {
            rule = disclosure::strictest(rule, m_joined.categories[category].spec.disclosure);
        };
        std::for_each(same.categories.begin(), same.categories.end(), apply);
        for (const auto& step : same.steps) {
            apply(step.category);
        }
        return rule;
    }

    /// The figures that include a cell, with multiplicities.
    using Signature = std::map<std::size_t, double>; // index in the component

    struct Component {
        std::vector<std::size_t> figures; // of m_all
        std::map<Signature, std::size_t> atoms;
        std::vector<std::map<Signature, CellPart>> wards; // sums
    };

    [[nodiscard]] LinkedFigures linked(std::size_t first) const {
        Component component;
        LinkedFigures result;
        for (std::size_t i = first; i < m_all.size(); ++i) {
            if (root(i) == first) component.figures.push_back(i);
        }
        std::stable_sort(component.figures.begin(), component.figures.end(),
                         [&](std::size_t a, std::size_t b) { return reach(a) > reach(b); });
        for (const auto i : component.figures) {
            result.members.push_back(m_all[i].same);
            result.rule = disclosure::strictest(result.rule, rule_of(m_all[i].same));
        }
        if (!result.rule.is_on() && !has_marks(component)) return result;
        find_atoms(component);
        result.counts = counts_of(component);
        result.wards = truths_of(component, result.counts, result.rule);
        result.regions = regions_of(component);
        return result;
    }

    [[nodiscard]] bool has_marks(const Component& component) const {
        return std::any_of(component.figures.begin(), component.figures.end(), [&](std::size_t i) {
            const auto& figures = m_all[i].figures;
            return std::any_of(figures.begin(), figures.end(),
                               [](const Cell& cell) { return cell.is_suppressed(); });
        });
    }

    /// Number of cells in a set of figures and its parts: a whole has more than a part.
    [[nodiscard]] std::size_t reach(std::size_t figures) const {
        std::size_t cells = 0;
        for (const auto& ward : m_all[figures].cells) {
            cells += ward.size();
        }
        for (const auto& relation : m_relations) {
            if (std::find(relation.wholes.begin(), relation.wholes.end(), figures) ==
                relation.wholes.end()) {
                continue;
            }
            for (const auto part : relation.parts) {
                for (const auto& ward : m_all[part].cells) {
                    cells += ward.size();
                }
            }
        }
        return cells;
    }

    void find_atoms(Component& component) const {
        component.wards.resize(m_wards.wards.size());
        for (std::size_t ward = 0; ward < m_wards.wards.size(); ++ward) {
            std::map<CellId, std::pair<Signature, CellPart>> cells;
            for (std::size_t k = 0; k < component.figures.size(); ++k) {
                for (const auto& [id, part] : m_all[component.figures[k]].cells[ward]) {
                    auto& cell = cells[id];
                    cell.first[k] = part.times;
                    cell.second = part;
                }
            }
            for (const auto& [id, cell] : cells) {
                const auto& [signature, part] = cell;
                component.atoms.try_emplace(signature, 0);
                const auto [at, is_new] = component.wards[ward].try_emplace(signature, part);
                if (is_new) continue;
                at->second.content = join::added(at->second.content, part.content);
                if (part.weight != 1) at->second.weight = part.weight;
            }
        }
        std::size_t place = 0;
        for (auto& [signature, atom] : component.atoms) {
            atom = place++;
        }
    }

    [[nodiscard]] disclosure::LinkedCounts counts_of(const Component& component) const {
        disclosure::LinkedCounts counts;
        counts.atoms = component.atoms.size();
        counts.figures.resize(component.figures.size(), Sum(counts.atoms, 0.0));
        for (const auto& [signature, atom] : component.atoms) {
            for (const auto& [k, times] : signature) {
                counts.figures[k][atom] = times;
            }
        }
        for (std::size_t k = 0; k < component.figures.size(); ++k) {
            if (is_public(component.figures[k])) counts.public_figures.push_back(k);
        }
        std::set<Sum> rests;
        for (const auto& relation : m_relations) {
            if (root(relation.wholes.front()) != root(component.figures.front())) continue;
            const auto rest = rest_of(component, counts, relation);
            const bool holds_anyway =
                std::all_of(rest.begin(), rest.end(), [](double c) { return c >= 0; });
            if (!holds_anyway) rests.insert(rest);
        }
        counts.rests.assign(rests.begin(), rests.end());
        disclosure::find_guarded(counts);
        return counts;
    }

    [[nodiscard]] static Sum rest_of(const Component& component,
                                     const disclosure::LinkedCounts& counts,
                                     const Relation& relation) {
        Sum rest(counts.atoms, 0.0);
        const auto add = [&](std::size_t figures, double sign) {
            const auto at = std::find(component.figures.begin(), component.figures.end(), figures);
            const auto& sum =
                counts.figures[static_cast<std::size_t>(at - component.figures.begin())];
            for (std::size_t a = 0; a < rest.size(); ++a) {
                rest[a] += sign * sum[a];
            }
        };
        for (const auto whole : relation.wholes) {
            add(whole, 1);
        }
        for (const auto part : relation.parts) {
            add(part, -1);
        }
        return rest;
    }

    [[nodiscard]] std::vector<disclosure::WardCounts>
    truths_of(const Component& component, const disclosure::LinkedCounts& counts,
              const disclosure::Rule& rule) const {
        std::vector<disclosure::WardCounts> truths;
        for (std::size_t ward = 0; ward < m_wards.wards.size(); ++ward) {
            auto& truth = truths.emplace_back();
            truth.atoms.resize(counts.atoms);
            truth.marks.resize(counts.atoms);
            for (const auto& [signature, part] : component.wards[ward]) {
                const auto atom = component.atoms.at(signature);
                const auto& cell = part.content;
                if (cell.is_suppressed()) {
                    truth.marks[atom] = {0, cell.high() - cell.low()};
                }
                truth.atoms[atom] = cell.is_known() || cell.is_suppressed() ? cell.low() : 0;
            }
            for (const auto i : component.figures) {
                const auto& cell = m_all[i].figures[ward];
                truth.is_absent.push_back(!cell.is_known() && !cell.is_suppressed());
            }
            if (!adds_up(component, counts, truth, ward)) {
                truth.treatment = disclosure::WardCounts::Treatment::withhold;
            }
        }
        treat_split_wards(component, counts, rule, truths);
        return truths;
    }

    /// Whether the cells add up to the figures as joined.
    [[nodiscard]] bool adds_up(const Component& component, const disclosure::LinkedCounts& counts,
                               const disclosure::WardCounts& truth, std::size_t ward) const {
        constexpr double slack = 1e-6;
        for (std::size_t k = 0; k < component.figures.size(); ++k) {
            const auto& cell = m_all[component.figures[k]].figures[ward];
            if (truth.is_absent[k]) continue;
            const double sum = disclosure::value_of(counts.figures[k], truth.atoms);
            if (std::abs(sum - cell.low()) > slack) return false;
        }
        return true;
    }

    /// Wards among which a lookup splits the same rows: if any of their counts is small, all are
    /// suppressed, because the remainder of a row follows from another ward's share of it.
    void treat_split_wards(const Component& component, const disclosure::LinkedCounts& counts,
                           const disclosure::Rule& rule,
                           std::vector<disclosure::WardCounts>& truths) const {
        using Treatment = disclosure::WardCounts::Treatment;
        for (const auto& wards : split_together(component)) {
            const bool small = std::any_of(wards.begin(), wards.end(), [&](std::size_t ward) {
                const auto sums = disclosure::coordinates(counts);
                return std::any_of(sums.begin(), sums.end(), [&](const Sum& sum) {
                    const double value = disclosure::value_of(sum, truths[ward].atoms);
                    return value > 0 && value < rule.below;
                });
            });
            for (const auto ward : wards) {
                truths[ward].treatment = small ? Treatment::withhold : Treatment::show;
            }
        }
    }

    [[nodiscard]] std::vector<std::vector<std::size_t>>
    split_together(const Component& component) const {
        std::vector<std::size_t> parent(m_wards.wards.size());
        std::iota(parent.begin(), parent.end(), std::size_t{0});
        const auto root_of = [&](std::size_t ward) {
            while (parent[ward] != ward) {
                ward = parent[ward];
            }
            return ward;
        };
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> first; // by table and line
        std::set<std::size_t> split;
        for (const auto i : component.figures) {
            for (std::size_t ward = 0; ward < m_all[i].cells.size(); ++ward) {
                for (const auto& [id, part] : m_all[i].cells[ward]) {
                    if (part.weight == 1) continue;
                    split.insert(ward);
                    const auto [at, is_new] =
                        first.try_emplace({std::get<0>(id), std::get<1>(id)}, ward);
                    parent[root_of(ward)] = root_of(at->second);
                }
            }
        }
        std::map<std::size_t, std::vector<std::size_t>> sets;
        for (const auto ward : split) {
            sets[root_of(ward)].push_back(ward);
        }
        std::vector<std::vector<std::size_t>> result;
        for (auto& [at, wards] : sets) {
            result.push_back(std::move(wards));
        }
        return result;
    }

    /// Wards in the same totals, ordered by publicly known size, then by code.
    [[nodiscard]] std::vector<disclosure::Region> regions_of(const Component& component) const {
        std::set<std::vector<std::size_t>> totals;
        for (const auto i : component.figures) {
            totals.insert(m_all[i].totals.begin(), m_all[i].totals.end());
            if (m_is_scattered.contains(i)) totals.insert(std::vector<std::size_t>());
        }
        if (totals.empty()) return {};
        std::map<std::vector<bool>, disclosure::Region> regions;
        for (const auto ward : public_order(component)) {
            std::vector<bool> in;
            for (const auto& total : totals) {
                in.push_back(total.empty() ||
                             std::find(total.begin(), total.end(), ward) != total.end());
            }
            const bool in_any = std::find(in.begin(), in.end(), true) != in.end();
            if (in_any && !is_absent_everywhere(component, ward)) regions[in].wards.push_back(ward);
        }
        std::vector<disclosure::Region> result;
        for (auto& [in, region] : regions) {
            auto wards = region.wards;
            std::sort(wards.begin(), wards.end());
            const bool is_all = totals.contains({}) && regions.size() == 1;
            region.is_rest = !is_all && !totals.contains(wards);
            result.push_back(std::move(region));
        }
        return result;
    }

    [[nodiscard]] bool is_absent_everywhere(const Component& component, std::size_t ward) const {
        return std::all_of(component.figures.begin(), component.figures.end(), [&](std::size_t i) {
            const auto& cell = m_all[i].figures[ward];
            return !cell.is_known() && !cell.is_suppressed();
        });
    }

    /// By the denominator of one of the categories, the smallest first.
    [[nodiscard]] std::vector<std::size_t> public_order(const Component& component) const {
        std::vector<std::size_t> order(m_wards.wards.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (const auto i : component.figures) {
            for (const auto category : m_all[i].same.categories) {
                const auto* const sizes =
                    public_denominator(m_joined.categories[category].spec.denominator);
                if (sizes == nullptr) continue;
                const auto size = [&](std::size_t ward) {
                    const auto& cell = (*sizes)[ward];
                    return cell.is_known() ? cell.value() : 0;
                };
                std::stable_sort(order.begin(), order.end(),
                                 [&](std::size_t a, std::size_t b) { return size(a) < size(b); });
                return order;
            }
        }
        return order;
    }

    [[nodiscard]] const std::vector<Cell>* public_denominator(const std::string& id) const {
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (has_denominator(i, id) && is_public(i)) return &m_all[i].figures;
        }
        return nullptr;
    }

    const Joined& m_joined;
    const std::vector<project::CategorySpec>& m_project; // all categories
    const WardSet& m_wards;
    std::vector<SourcedFigures> m_all;
    std::vector<std::size_t> m_parent; // union-find of linked figures
    std::vector<Relation> m_relations;
    std::set<std::string> m_secret_files;
    std::set<std::size_t> m_is_scattered; // sets of figures with cells that other wards use
};

} // namespace

std::vector<const std::vector<Cell>*> cells_of(const Joined& joined, const FigureGroup& same) {
    std::vector<const std::vector<Cell>*> all;
    for (const auto i : same.categories) {
        all.push_back(&joined.categories[i].figures);
    }
    for (const auto i : same.denominators) {
        all.push_back(&joined.denominators[i].cells);
    }
    for (const auto& [category, step] : same.steps) {
        all.push_back(&joined.categories[category].steps[step].figures);
    }
    return all;
}

std::vector<LinkedFigures> linked_figures(const Joined& joined,
                                          const std::vector<project::CategorySpec>& project,
                                          const WardSet& wards) {
    if (!hides_any(joined)) return {};
    return Linker(joined, project, wards).run();
}

} // namespace wardmap
