// SPDX-License-Identifier: MIT
// The Maidstone example, read and computed once for all tests of its products.
#pragma once

#include "project/read_project.h"
#include "study/run_study.h"
#include "support/files.h"

namespace wardmap::testing {

inline const Study& maidstone() {
    static const Study study =
        run_study(project::read_project(source_file("geodata/maidstone/maidstone.toml")), {});
    return study;
}

inline const CategoryResult& category_of(const Study& study, const std::string& id) {
    for (const auto& category : study.categories) {
        if (category.spec.id == id) return category;
    }
    throw std::runtime_error("no category " + id);
}

} // namespace wardmap::testing
