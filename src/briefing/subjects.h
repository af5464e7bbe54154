// SPDX-License-Identifier: MIT
// The categories of a briefing, each with its latest and earlier periods.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "study/category_result.h"
#include "study/series/periods.h"

namespace wardmap {
struct Study;
}

namespace wardmap::briefing {

/// One category. Pointers are into the study or into `made` of Subjects.
struct Subject {
    const CategoryResult* category = nullptr; // of the study
    double weight = 1;
    const CategoryResult* now = nullptr;      // its latest period
    const CategoryResult* before = nullptr;   // the previous one; null if there is only one
    std::optional<PeriodChange> change;       // between them
    std::vector<const CategoryResult*> times; // all periods, oldest first; the last equals `now`
};

struct Subjects {
    std::vector<Subject> list;
    std::string weights_source; // of weights from a file of the project; else empty
    std::vector<std::unique_ptr<CategoryResult>> made;
};

/// The project's categories, else every tested count, rate, share and density, each figure once,
/// without earlier periods of another one. The latest period of a category is
///   - itself, if it is the later period of a change: the previous one is then the earlier period
///     of that change;
///   - else the last step of its series. Throws InputError if no category is left.
[[nodiscard]] Subjects subjects_of(const Study& study, int threads);

} // namespace wardmap::briefing
