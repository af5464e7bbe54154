// SPDX-License-Identifier: MIT
#include "study/disclosure/known_totals.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "study/disclosure/figure_links.h"

namespace wardmap {
namespace {

/// The files used by a category with a rule.
std::set<std::string> secret_files(const Joined& joined) {
    std::set<std::string> files;
    for (const auto& category : joined.categories) {
        if (!category.spec.disclosure.is_on()) continue;
        for (const auto& cells : category.origins.cells) {
            for (const auto& cell : cells) {
                files.insert(joined.tables[cell.table].file);
            }
        }
    }
    return files;
}

class Totals {
public:
    Totals(const std::vector<std::size_t>& linked, const std::vector<SourcedFigures>& all,
           const std::set<std::size_t>& scattered, const PublicFigures& known, const Joined& joined)
        : m_linked(linked), m_all(all), m_scattered(scattered), m_known(known), m_joined(joined) {}

    [[nodiscard]] std::vector<disclosure::Region> run() const {
        std::set<std::vector<std::size_t>> totals;
        for (const auto i : m_linked) {
            totals.insert(m_all[i].totals.begin(), m_all[i].totals.end());
            if (m_scattered.contains(i)) totals.insert(std::vector<std::size_t>());
        }
        if (totals.empty()) return {};
        std::map<std::vector<bool>, disclosure::Region> regions;
        for (const auto ward : public_order()) {
            std::vector<bool> in;
            for (const auto& total : totals) {
                in.push_back(total.empty() ||
                             std::find(total.begin(), total.end(), ward) != total.end());
            }
            const bool in_any = std::find(in.begin(), in.end(), true) != in.end();
            if (in_any && !is_absent_everywhere(ward)) regions[in].wards.push_back(ward);
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

private:
    [[nodiscard]] bool is_absent_everywhere(std::size_t ward) const {
        return std::all_of(m_linked.begin(), m_linked.end(), [&](std::size_t i) {
            const auto& cell = m_all[i].figures[ward];
            return !cell.is_known() && !cell.is_suppressed();
        });
    }

    /// By the denominator of one of the categories, the smallest first.
    [[nodiscard]] std::vector<std::size_t> public_order() const {
        std::vector<std::size_t> order(m_all.front().figures.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (const auto i : m_linked) {
            for (const auto category : m_all[i].same.categories) {
                const auto* const sizes =
                    m_known.denominator(m_joined.categories[category].spec.denominator);
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

    const std::vector<std::size_t>& m_linked;
    const std::vector<SourcedFigures>& m_all;
    const std::set<std::size_t>& m_scattered;
    const PublicFigures& m_known;
    const Joined& m_joined;
};

} // namespace

PublicFigures::PublicFigures(const Joined& joined, const std::vector<SourcedFigures>& all)
    : m_joined(joined), m_all(all), m_secret_files(secret_files(joined)) {}

bool PublicFigures::contains(std::size_t figures) const {
    const auto& same = m_all[figures].same;
    if (!same.categories.empty() || !same.steps.empty()) return false;
    for (const auto& cells : m_all[figures].cells) {
        for (const auto& [id, part] : cells) {
            if (m_secret_files.contains(m_joined.tables[std::get<0>(id)].file)) return false;
        }
    }
    return true;
}

const std::vector<Cell>* PublicFigures::denominator(const std::string& id) const {
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (has_denominator(m_joined, m_all[i], id) && contains(i)) return &m_all[i].figures;
    }
    return nullptr;
}

std::vector<disclosure::Region> known_totals(const std::vector<std::size_t>& linked,
                                             const std::vector<SourcedFigures>& all,
                                             const std::set<std::size_t>& scattered,
                                             const PublicFigures& known, const Joined& joined) {
    return Totals(linked, all, scattered, known, joined).run();
}

} // namespace wardmap
