// SPDX-License-Identifier: MIT
// Numbers that the key has no room for leave the map, of picture.h.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "maps/picture.h"

namespace wardmap::maps {

void drop_unexplained(Picture& picture, std::size_t explained,
                      const std::vector<double>& importance) {
    if (explained >= picture.key.size()) return;
    const auto former = std::move(picture.key);
    picture.key.clear();
    std::vector<std::size_t> order(former.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return !importance.empty() && importance[former[a]] > importance[former[b]];
    });
    const std::set<std::size_t> kept(order.begin(),
                                     order.begin() + static_cast<std::ptrdiff_t>(explained));
    std::map<std::size_t, std::size_t> number; // former, new
    for (std::size_t i = 0; i < former.size(); ++i) {
        (kept.contains(i) ? picture.key : picture.unplaced).push_back(former[i]);
        if (kept.contains(i)) number[i + 1] = picture.key.size();
    }
    const auto renumber = [&number](Labelling& labels) {
        std::erase_if(labels.labels, [&](const Label& label) {
            return label.number && !number.contains(*label.number);
        });
        for (auto& label : labels.labels) {
            if (!label.number) continue;
            label.number = number.at(*label.number);
            label.lines.front().text = std::to_string(*label.number);
        }
    };
    renumber(picture.main.labels);
    for (auto& panel : picture.inset_views) {
        renumber(panel.labels);
    }
}

} // namespace wardmap::maps
