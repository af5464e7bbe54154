// SPDX-License-Identifier: MIT
#include "base/error.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/finding_groups.h"
#include "base/text.h"

namespace wardmap {
namespace {

/// Errors first, then the warnings, which may explain them.
std::string joined(const Findings& findings) {
    Findings shown;
    const auto once = without_repeats(findings);
    std::copy_if(once.begin(), once.end(), std::back_inserter(shown),
                 [](const Finding& f) { return f.severity != Severity::note; });
    return text::join(screenful(shown, ""), "\n");
}

} // namespace

InputError::InputError(Findings findings)
    : Error(joined(findings), 1), m_findings(std::move(findings)) {}

void stop_on_errors(const Findings& findings) {
    if (has_errors(findings)) throw InputError(findings);
}

void stop_on_errors(Findings errors, const Findings& also) {
    if (!has_errors(errors)) return;
    append(errors, also);
    throw InputError(std::move(errors));
}

} // namespace wardmap
