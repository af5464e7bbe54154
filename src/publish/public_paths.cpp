// SPDX-License-Identifier: MIT
#include "publish/public_paths.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "audit/audience.h"
#include "base/finding.h"
#include "project/category.h"
#include "study/study.h"

namespace wardmap::publish {
namespace {

/// Replacements, longest text first.
class PathReplacer {
public:
    explicit PathReplacer(const Study& study) {
        for (const auto& input : study.inputs) {
            add(input.path);
        }
        add(study.project.file.written);
        add(study.wards.source);
        for (const auto& file : study.wards.files) {
            add(file);
        }
        std::sort(m_paths.begin(), m_paths.end(), [](const auto& a, const auto& b) {
            return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a < b;
        });
    }

    [[nodiscard]] bool is_needed() const { return !m_paths.empty(); }

    void apply(std::string& text) const {
        for (const auto& [path, shown] : m_paths) {
            for (auto at = text.find(path); at != std::string::npos;
                 at = text.find(path, at + shown.size())) {
                text.replace(at, path.size(), shown);
            }
        }
    }

    void apply(Findings& findings) const {
        for (auto& finding : findings) {
            for (auto* const text : {&finding.place.file, &finding.found, &finding.expected,
                                     &finding.help, &finding.excerpt, &finding.kind}) {
                apply(*text);
            }
        }
    }

    void apply(project::Category& category) const {
        apply(category.bands.frozen.written);
        if (auto* const sum = std::get_if<project::WeightedSum>(&category.origin)) {
            apply(sum->weights.file.written);
        } else if (auto* const composite = std::get_if<project::Composite>(&category.origin)) {
            apply(composite->weights.file.written);
        }
    }

private:
    void add(const std::string& path) {
        auto shown = audit::public_path(path);
        if (!path.empty() && shown != path) m_paths.emplace_back(path, std::move(shown));
    }

    std::vector<std::pair<std::string, std::string>> m_paths;
};

} // namespace

std::optional<Study> with_public_paths(const Study& study) {
    const PathReplacer paths(study);
    if (!paths.is_needed()) return std::nullopt;
    Study shown = study;
    paths.apply(shown.project.file.written);
    for (auto& layer : shown.layers) {
        paths.apply(layer.spec.file.written);
    }
    paths.apply(shown.wards.source);
    for (auto& file : shown.wards.files) {
        paths.apply(file);
    }
    paths.apply(shown.findings);
    for (auto& denominator : shown.denominators) {
        paths.apply(denominator.account.file);
    }
    for (auto& category : shown.categories) {
        paths.apply(category.spec);
        paths.apply(category.banding.method);
        paths.apply(category.findings);
        for (auto& account : category.accounts) {
            paths.apply(account.file);
        }
    }
    return shown;
}

} // namespace wardmap::publish
