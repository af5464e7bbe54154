// SPDX-License-Identifier: MIT
#include "briefing/subjects.h"

#include <algorithm>

#include "base/error.h"
#include "hotspots/find_hotspots.h"
#include "measures/measure.h"
#include "study/category_sets.h"
#include "study/study.h"

namespace wardmap::briefing {
namespace {

/// The change whose later period is this category; null if there is none.
const CategoryResult* change_to(const Study& study, const std::string& id) {
    for (const auto& category : study.categories) {
        const auto* const change = category.spec.made_as<project::Change>();
        if (change != nullptr && change->to == id) return &category;
    }
    return nullptr;
}

const CategoryResult* find_category(const Study& study, const std::string& id) {
    for (const auto& category : study.categories) {
        if (category.spec.id == id) return &category;
    }
    return nullptr;
}

/// Whether it is the earlier period of a change.
bool is_earlier(const Study& study, const CategoryResult& category) {
    return std::ranges::any_of(study.categories, [&](const CategoryResult& other) {
        const auto* const change = other.spec.made_as<project::Change>();
        return change != nullptr && change->from == category.spec.id &&
               find_category(study, change->to) != nullptr;
    });
}

std::vector<const CategoryResult*> chosen(const Study& study) {
    std::vector<const CategoryResult*> found;
    const auto& named = study.briefing.categories;
    if (!named.empty()) {
        for (const auto& id : named) {
            if (const auto* const category = find_category(study, id)) found.push_back(category);
        }
        return found;
    }
    for (const auto* const category : overlapping(study)) {
        if (measures::is_additive(category->spec) && !is_earlier(study, *category)) {
            found.push_back(category);
        }
    }
    return found;
}

/// The weighted sum with a file of weights of which all chosen categories are parts.
const project::Category* weighed_together(const Study& study, const Subjects& subjects) {
    for (const auto& category : study.categories) {
        const auto* const weights = project::weights_of(category.spec);
        if (weights == nullptr || weights->file.empty()) continue;
        const auto parts = project::parts_of(category.spec);
        const bool all = std::ranges::all_of(subjects.list, [&](const Subject& subject) {
            return std::ranges::any_of(parts, [&](const project::Part& part) {
                return part.category == subject.category->spec.id;
            });
        });
        if (all) return &category.spec;
    }
    return nullptr;
}

void weigh(const Study& study, Subjects& subjects) {
    const auto& own = study.briefing.weights;
    for (auto& subject : subjects.list) {
        const auto found = own.find(subject.category->spec.id);
        if (found != own.end()) subject.weight = found->second;
    }
    if (!own.empty()) return;
    const auto* const sum = weighed_together(study, subjects);
    if (sum == nullptr) return;
    for (auto& subject : subjects.list) {
        for (const auto& part : project::parts_of(*sum)) {
            if (part.category == subject.category->spec.id) subject.weight = part.weight;
        }
    }
    subjects.weights_source = project::weights_of(*sum)->source;
}

/// Follows the changes back to earlier periods.
void add_earlier(const Study& study, Subject& subject) {
    std::vector<const CategoryResult*> back{subject.category};
    while (const auto* const change = change_to(study, back.back()->spec.id)) {
        const auto* const from =
            find_category(study, change->spec.made_as<project::Change>()->from);
        const bool known = std::ranges::find(back, from) != back.end();
        if (from == nullptr || known) break;
        if (back.size() == 1) {
            subject.before = from;
            subject.change = PeriodChange{
                change->changes, change->area_change,
                change->hotspots ? *change->hotspots
                                 : hotspots::read_changes(change->changes, change->area_change,
                                                          change->spec.hotspots)};
        }
        back.push_back(from);
    }
    subject.now = subject.category;
    subject.times.assign(back.rbegin(), back.rend());
}

void add_steps(const Study& study, Subjects& subjects, Subject& subject, int threads) {
    for (auto& step : tested_steps(study, *subject.category, threads)) {
        subjects.made.push_back(std::make_unique<CategoryResult>(std::move(step)));
        subject.times.push_back(subjects.made.back().get());
    }
    subject.now = subject.times.back();
    subject.before = subject.times[subject.times.size() - 2];
    subject.change = change_between(study, *subject.before, *subject.now);
}

} // namespace

Subjects subjects_of(const Study& study, int threads) {
    Subjects subjects;
    for (const auto* const category : chosen(study)) {
        Subject subject;
        subject.category = category;
        subjects.list.push_back(std::move(subject));
    }
    if (subjects.list.empty()) {
        throw InputError(Finding{
            .severity = Severity::error,
            .place = {study.project.file.written},
            .found = "the briefing has no category that it can score",
            .expected = "a count, rate, share or density with hotspots, or ids under "
                        "[briefing]",
            .help =
                "categories = [\"" +
                (study.categories.empty() ? std::string("asb") : study.categories.front().spec.id) +
                "\"] under [briefing]"});
    }
    for (auto& subject : subjects.list) {
        add_earlier(study, subject);
        if (subject.before != nullptr || subject.category->steps.size() < 2) continue;
        subject.times.clear();
        add_steps(study, subjects, subject, threads);
    }
    weigh(study, subjects);
    return subjects;
}

} // namespace wardmap::briefing
