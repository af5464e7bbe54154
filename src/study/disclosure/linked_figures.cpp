// SPDX-License-Identifier: MIT
#include "study/disclosure/linked_figures.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "base/interrupt.h"
#include "measures/measure.h"
#include "study/steps_of_table.h"

namespace wardmap {
namespace {

using Elements = std::set<std::string>; // columns, each with its table
using Sum = std::vector<double>;

bool is_count(const project::Category& spec) {
    const auto* const tables = spec.tables();
    return tables != nullptr && measures::is_additive(spec) &&
           tables->figures.combine.by == join::Combine::By::none;
}

/// Which rows of which columns of one table.
struct Rows {
    std::string table;
    std::vector<std::string> columns;
    std::map<std::string, std::set<std::string>> where; // column -> texts
};

Rows rows_of(const project::Figures& figures) {
    const auto& table = figures.table;
    Rows rows{table.file.resolved + "\n" + table.sheet + "\n" + table.query + "\n" + table.range,
              figures.values,
              {}};
    for (const auto& filter : figures.where) {
        rows.where[filter.column].insert(filter.values.begin(), filter.values.end());
    }
    return rows;
}

/// The same of some of the texts of one column.
Rows narrowed(Rows rows, const std::string& column, const std::set<std::string>& texts) {
    const auto at = rows.where.find(column);
    if (at == rows.where.end()) {
        rows.where[column] = texts;
        return rows;
    }
    std::erase_if(at->second, [&](const auto& text) { return !texts.contains(text); });
    return rows;
}

/// One element for each column and each text of each filter.
Elements elements_of(const std::vector<Rows>& all) {
    Elements elements;
    for (const auto& rows : all) {
        Elements some;
        for (const auto& column : rows.columns) {
            some.insert(rows.table + "\n" + column);
        }
        for (const auto& [column, texts] : rows.where) {
            Elements finer;
            for (const auto& element : some) {
                for (const auto& text : texts) {
                    finer.insert(element + "\n" + column + "\t" + text);
                }
            }
            some = std::move(finer);
        }
        elements.merge(some);
    }
    return elements;
}

/// Whether `whole` counts every row that `part` counts.
bool holds(const Rows& whole, const Rows& part) {
    const auto has = [&](const std::string& column) {
        return std::find(whole.columns.begin(), whole.columns.end(), column) != whole.columns.end();
    };
    if (whole.table != part.table || !std::all_of(part.columns.begin(), part.columns.end(), has)) {
        return false;
    }
    return std::all_of(whole.where.begin(), whole.where.end(), [&](const auto& filter) {
        const auto at = part.where.find(filter.first);
        return at != part.where.end() && std::includes(filter.second.begin(), filter.second.end(),
                                                       at->second.begin(), at->second.end());
    });
}

bool holds(const std::vector<Rows>& whole, const std::vector<Rows>& part) {
    return std::all_of(part.begin(), part.end(), [&](const Rows& one) {
        return std::any_of(whole.begin(), whole.end(),
                           [&](const Rows& other) { return holds(other, one); });
    });
}

/// Figures that agree in every ward, and say something.
bool agree(const std::vector<Cell>& a, const std::vector<Cell>& b) {
    constexpr std::size_t least = 4;
    const auto some = std::count_if(
        a.begin(), a.end(), [](const Cell& cell) { return cell.is_known() && cell.value() > 0; });
    return a == b && static_cast<std::size_t>(some) >= least;
}

class Linker {
public:
    Linker(const Joined& joined, const std::vector<project::Category>& project)
        : m_joined(joined), m_project(project) {}

    std::vector<LinkedFigures> run() {
        gather();
        relate();
        std::vector<LinkedFigures> all;
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            if (root(i) == i) all.push_back(linked(i));
        }
        return all;
    }

private:
    struct Group {
        FigureGroup same;
        std::vector<Rows> rows;
        Elements elements;
        const std::vector<Cell>* cells = nullptr;
    };

    /// A part is not above its whole; `parts` are added up.
    struct Relation {
        std::vector<std::size_t> parts; // groups
        std::size_t whole = 0;
    };

    Group& group_of(std::vector<Rows> rows, const std::vector<Cell>& cells) {
        const auto elements = elements_of(rows);
        for (auto& group : m_groups) {
            if (group.elements == elements || agree(*group.cells, cells)) return group;
        }
        m_groups.push_back({{}, std::move(rows), elements, &cells});
        return m_groups.back();
    }

    /// A category and the steps of its series.
    void gather(std::size_t i) {
        const auto& category = m_joined.categories[i];
        std::set<std::string> labels;
        for (const auto& step : category.steps) {
            labels.insert(step.label);
        }
        const auto rows = [&](const std::set<std::string>& of) {
            std::vector<Rows> all;
            for (const auto* const figures : project::all_figures(category.spec)) {
                all.push_back(rows_of(*figures));
                if (of.empty()) continue;
                if (steps_are_columns(*category.spec.tables())) {
                    all.back().columns.assign(of.begin(), of.end());
                } else {
                    all.back() = narrowed(all.back(), category.spec.tables()->steps, of);
                }
            }
            return all;
        };
        group_of(rows(labels), category.figures).same.categories.push_back(i);
        for (std::size_t k = 0; k < category.steps.size(); ++k) {
            const auto& step = category.steps[k];
            group_of(rows({step.label}), step.figures).same.steps.push_back({i, k});
        }
    }

    void gather() {
        for (std::size_t i = 0; i < m_joined.categories.size(); ++i) {
            const auto& category = m_joined.categories[i];
            if (!is_count(category.spec)) continue;
            gather(i);
        }
        for (std::size_t i = 0; i < m_joined.denominators.size(); ++i) {
            const auto& denominator = m_joined.denominators[i];
            const auto& figures = denominator.spec.figures;
            if (figures.combine.by != join::Combine::By::none) continue;
            group_of({rows_of(figures)}, denominator.cells).same.denominators.push_back(i);
        }
        m_parent.resize(m_groups.size());
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }

    /// The groups that a category's figures are in, or those of its parts where it is a plain sum.
    void find_groups(const std::string& id, std::vector<std::size_t>& found,
                     std::size_t depth = 0) const {
        for (std::size_t g = 0; g < m_groups.size(); ++g) {
            for (const auto i : m_groups[g].same.categories) {
                if (m_joined.categories[i].spec.id == id) found.push_back(g);
            }
        }
        constexpr std::size_t deepest = 20;
        const auto& all = m_project;
        const auto spec = std::find_if(all.begin(), all.end(),
                                       [&](const auto& category) { return category.id == id; });
        if (spec == all.end() || !measures::is_additive(*spec) || depth > deepest) return;
        for (const auto& part : project::parts_of(*spec)) {
            find_groups(part.category, found, depth + 1);
        }
    }

    using PartsOfWhole = std::map<std::size_t, std::set<std::size_t>>;

    void relate() {
        PartsOfWhole parts_of_whole;
        find_parts_of(parts_of_whole);
        find_parts_by_rows(parts_of_whole);
        for (const auto& [whole, parts] : parts_of_whole) {
            for (const auto part : parts) {
                m_relations.push_back({{part}, whole});
                join(part, whole);
            }
            const std::vector<std::size_t> list(parts.begin(), parts.end());
            if (list.size() > 1 && fit_together(list, whole)) m_relations.push_back({list, whole});
        }
        for (std::size_t a = 0; a < m_groups.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                if (share_elements(a, b)) join(a, b);
            }
        }
    }

    /// Long tables: a part takes fewer of the rows that its whole takes.
    void find_parts_by_rows(PartsOfWhole& parts_of_whole) const {
        for (std::size_t whole = 0; whole < m_groups.size(); ++whole) {
            stop_if_interrupted();
            for (std::size_t part = 0; part < m_groups.size(); ++part) {
                if (part != whole && !share_elements(whole, part) &&
                    holds(m_groups[whole].rows, m_groups[part].rows)) {
                    parts_of_whole[whole].insert(part);
                }
            }
        }
    }

    void find_parts_of(PartsOfWhole& parts_of_whole) const {
        for (const auto& category : m_project) {
            if (category.part_of.empty()) continue;
            std::vector<std::size_t> parts;
            std::vector<std::size_t> wholes;
            find_groups(category.id, parts);
            find_groups(category.part_of, wholes);
            if (wholes.size() != 1) continue; // a whole made of others follows from them
            for (const auto part : parts) {
                if (part != wholes.front()) parts_of_whole[wholes.front()].insert(part);
            }
        }
    }

    /// Whether no ward says that parts overlap: that they are more than their whole.
    [[nodiscard]] bool fit_together(const std::vector<std::size_t>& parts,
                                    std::size_t whole) const {
        for (std::size_t ward = 0; ward < m_groups[whole].cells->size(); ++ward) {
            const auto& all = (*m_groups[whole].cells)[ward];
            double sum = 0;
            for (const auto part : parts) {
                sum += (*m_groups[part].cells)[ward].low();
            }
            const bool has_figure = all.is_known() || all.is_suppressed();
            if (has_figure && sum > all.high()) return false;
        }
        return true;
    }

    [[nodiscard]] bool share_elements(std::size_t a, std::size_t b) const {
        return std::any_of(
            m_groups[a].elements.begin(), m_groups[a].elements.end(),
            [&](const std::string& one) { return m_groups[b].elements.contains(one); });
    }

    [[nodiscard]] std::size_t root(std::size_t group) const {
        return m_parent[group] == group ? group : root(m_parent[group]);
    }

    void join(std::size_t a, std::size_t b) {
        const auto [low, high] = std::minmax({root(a), root(b)}); // by value
        m_parent[high] = low;
    }

    [[nodiscard]] disclosure::Rule rule_of(const Group& group) const {
        disclosure::Rule rule;
        const auto apply_rule = [&](std::size_t category) {
            rule = disclosure::strictest(rule, m_joined.categories[category].spec.disclosure);
        };
        std::for_each(group.same.categories.begin(), group.same.categories.end(), apply_rule);
        for (const auto& step : group.same.steps) {
            apply_rule(step.category);
        }
        return rule;
    }

    [[nodiscard]] LinkedFigures linked(std::size_t first) const {
        LinkedFigures result;
        std::vector<std::size_t> groups;
        for (std::size_t g = first; g < m_groups.size(); ++g) {
            if (root(g) != first) continue;
            groups.push_back(g);
            result.members.push_back(m_groups[g].same);
            result.rule = disclosure::strictest(result.rule, rule_of(m_groups[g]));
        }
        result.links = links_of(groups);
        return result;
    }

    /// Columns that the same groups add up are one element.
    [[nodiscard]] disclosure::Links links_of(const std::vector<std::size_t>& groups) const {
        std::map<std::string, std::vector<bool>> added_by;
        for (std::size_t k = 0; k < groups.size(); ++k) {
            for (const auto& element : m_groups[groups[k]].elements) {
                auto& by = added_by[element];
                by.resize(groups.size());
                by[k] = true;
            }
        }
        std::set<std::vector<bool>> elements;
        for (const auto& [element, by] : added_by) {
            elements.insert(by);
        }
        disclosure::Links links;
        links.figures.resize(groups.size());
        for (const auto& by : elements) {
            for (std::size_t k = 0; k < groups.size(); ++k) {
                links.figures[k].push_back(by[k] ? 1 : 0);
            }
        }
        add_relations(groups, links);
        add_differences(elements.size(), links);
        return links;
    }

    void add_relations(const std::vector<std::size_t>& groups, disclosure::Links& links) const {
        const auto place = [&groups](std::size_t g) {
            return static_cast<std::size_t>(std::find(groups.begin(), groups.end(), g) -
                                            groups.begin());
        };
        for (const auto& relation : m_relations) {
            if (place(relation.whole) == groups.size()) continue;
            Sum rest = links.figures[place(relation.whole)];
            for (const auto part : relation.parts) {
                const auto& sum = links.figures[place(part)];
                for (std::size_t e = 0; e < rest.size(); ++e) {
                    rest[e] -= sum[e];
                }
            }
            links.differences.push_back(rest);
            for (auto& coefficient : rest) {
                coefficient = -coefficient;
            }
            links.not_above_0.push_back(std::move(rest));
        }
    }

    /// Each element, and each figure minus another that it holds.
    static void add_differences(std::size_t elements, disclosure::Links& links) {
        std::set<Sum> known(links.figures.begin(), links.figures.end());
        known.insert(links.differences.begin(), links.differences.end());
        const auto add = [&](const Sum& sum) {
            const bool whole = std::all_of(sum.begin(), sum.end(), [](double c) { return c >= 0; });
            if (whole && known.insert(sum).second) links.differences.push_back(sum);
        };
        for (std::size_t e = 0; e < elements; ++e) {
            Sum one(elements, 0);
            one[e] = 1;
            add(one);
        }
        for (const auto& whole : links.figures) {
            for (const auto& part : links.figures) {
                stop_if_interrupted();
                Sum rest = whole;
                for (std::size_t e = 0; e < elements; ++e) {
                    rest[e] -= part[e];
                }
                if (whole != part) add(rest);
            }
        }
    }

    const Joined& m_joined;
    const std::vector<project::Category>& m_project; // all categories
    std::vector<Group> m_groups;
    std::vector<std::size_t> m_parent; // union of what is linked
    std::vector<Relation> m_relations;
};

} // namespace

const std::vector<Cell>& cells_of(const Joined& joined, const FigureGroup& same) {
    if (!same.categories.empty()) return joined.categories[same.categories.front()].figures;
    if (!same.denominators.empty()) return joined.denominators[same.denominators.front()].cells;
    const auto& [category, step] = same.steps.front();
    return joined.categories[category].steps[step].figures;
}

std::vector<LinkedFigures> linked_figures(const Joined& joined,
                                          const std::vector<project::Category>& project) {
    return Linker(joined, project).run();
}

} // namespace wardmap
