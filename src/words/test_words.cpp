// SPDX-License-Identifier: MIT
#include "words/test_words.h"

#include "base/text.h"

namespace wardmap::words {

std::string correction_word(const hotspots::Hotspots& found) {
    using Correction = project::HotspotSpec::Correction;
    switch (found.spec.correction) {
    case Correction::fdr:
        return "false discovery rate";
    case Correction::bonferroni:
        return "Bonferroni";
    case Correction::none:
        return "none";
    }
    return {};
}

std::string level_text(const hotspots::Hotspots& found) {
    return text::shortest(text::rounded(100 * found.spec.level, 6)) + "%";
}

} // namespace wardmap::words
