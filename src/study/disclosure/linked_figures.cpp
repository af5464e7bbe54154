// SPDX-License-Identifier: MIT
#include "study/disclosure/linked_figures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "join/join.h"
#include "study/disclosure/figure_links.h"
#include "study/disclosure/figure_sources.h"
#include "study/disclosure/known_totals.h"
#include "wards/ward.h"

namespace wardmap {
namespace {

using disclosure::Sum;

/// Whether a rule or a mark suppresses anything.
bool hides_any(const Joined& joined) {
    const auto has_mark = [](const std::vector<Cell>& figures) {
        return std::any_of(figures.begin(), figures.end(),
                           [](const Cell& cell) { return cell.is_suppressed(); });
    };
    return std::any_of(joined.categories.begin(), joined.categories.end(),
                       [&](const JoinedCategory& category) {
                           return category.spec.disclosure.is_on() || has_mark(category.figures);
                       });
}

/// The counts of linked figures, ward by ward: cells that are in the same figures are one atom.
class Counter {
public:
    Counter(const Joined& joined, const std::vector<SourcedFigures>& all, const FigureLinks& links,
            const WardSet& wards)
        : m_joined(joined), m_wards(wards), m_all(all), m_links(links), m_public(joined, all) {}

    [[nodiscard]] LinkedFigures linked(const std::vector<std::size_t>& group) const {
        Component component;
        LinkedFigures result;
        component.figures = group;
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
        result.regions =
            known_totals(component.figures, m_all, m_links.scattered, m_public, m_joined);
        return result;
    }

private:
    /// The figures that include a cell, with multiplicities.
    using Signature = std::map<std::size_t, double>; // index in the component

    struct Component {
        std::vector<std::size_t> figures; // of m_all
        std::map<Signature, std::size_t> atoms;
        std::vector<std::map<Signature, CellPart>> wards; // sums
    };

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
        for (const auto& relation : m_links.relations) {
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
            if (m_public.contains(component.figures[k])) counts.public_figures.push_back(k);
        }
        std::set<Sum> rests;
        for (const auto& relation : m_links.relations) {
            const auto& linked = component.figures;
            if (std::find(linked.begin(), linked.end(), relation.wholes.front()) == linked.end()) {
                continue;
            }
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

    const Joined& m_joined;
    const WardSet& m_wards;
    const std::vector<SourcedFigures>& m_all;
    const FigureLinks& m_links;
    PublicFigures m_public;
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
    const auto all = sourced_figures(joined);
    const auto links = link_figures(all, joined, project, wards);
    const Counter counter(joined, all, links, wards);
    std::vector<LinkedFigures> result;
    for (const auto& group : links.groups) {
        result.push_back(counter.linked(group));
    }
    return result;
}

} // namespace wardmap
