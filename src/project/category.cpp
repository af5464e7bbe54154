// SPDX-License-Identifier: MIT
#include "project/category.h"

#include "base/named_values.h"

namespace wardmap::project {
namespace {

std::vector<Part> plain_parts(const std::string& first, const std::string& second) {
    Part one;
    one.category = first;
    Part other;
    other.category = second;
    return {one, other};
}

struct PartsOf {
    std::vector<Part> operator()(const FromTables&) const { return {}; }
    std::vector<Part> operator()(const WeightedSum& sum) const { return sum.parts; }
    std::vector<Part> operator()(const Composite& composite) const { return composite.parts; }
    std::vector<Part> operator()(const Change& change) const {
        return plain_parts(change.from, change.to);
    }
    std::vector<Part> operator()(const Overlap& overlap) const { return overlap.parts; }
    std::vector<Part> operator()(const Quotient& quotient) const {
        return plain_parts(quotient.part, quotient.whole);
    }
};

} // namespace

std::vector<Part> parts_of(const Category& category) {
    return std::visit(PartsOf{}, category.origin);
}

const Weights* weights_of(const Category& category) {
    if (const auto* const sum = category.made_as<WeightedSum>()) return &sum->weights;
    if (const auto* const composite = category.made_as<Composite>()) return &composite->weights;
    return nullptr;
}

const std::vector<std::string>& category_measure_names() {
    static const std::vector<std::string> names = [] {
        auto all = all_names(measure_names);
        all.insert(all.end(), {"change", "composite", "overlap", "quotient"});
        return all;
    }();
    return names;
}

std::string_view measure_name(const Category& category) {
    if (category.made_as<Change>() != nullptr) return "change";
    if (category.made_as<Composite>() != nullptr) return "composite";
    if (category.made_as<Overlap>() != nullptr) return "overlap";
    if (category.made_as<Quotient>() != nullptr) return "quotient";
    return name_of(measure_names, category.measure);
}

} // namespace wardmap::project
