// SPDX-License-Identifier: MIT
#include "base/error.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/shown.h"
#include "base/text.h"

namespace wardmap {
namespace {

std::string joined(const Findings& findings) {
    Findings errors;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(errors),
                 [](const Finding& f) { return f.severity == Severity::error; });
    return text::join(screenful(errors, "errors: correct these first"), "\n");
}

} // namespace

InputError::InputError(Findings findings)
    : Error(joined(findings), 1), m_findings(std::move(findings)) {}

void stop_on_errors(const Findings& findings) {
    if (has_errors(findings)) throw InputError(findings);
}

} // namespace wardmap
