// SPDX-License-Identifier: MIT
#include "base/error.h"

#include <utility>

namespace wardmap {
namespace {

std::string joined(const Findings& findings) {
    std::string text;
    for (const auto& finding : findings) {
        if (finding.severity != Severity::error) continue;
        if (!text.empty()) text += '\n';
        text += to_text(finding);
    }
    return text;
}

} // namespace

InputError::InputError(Findings findings)
    : Error(joined(findings), 1), m_findings(std::move(findings)) {}

void stop_on_errors(const Findings& findings) {
    if (has_errors(findings)) throw InputError(findings);
}

} // namespace wardmap
