// SPDX-License-Identifier: MIT
#include "publish/summary.h"

#include "maps/sentences.h"
#include "maps/words.h"

namespace wardmap::publish {

std::string summary_text(const Study& study) {
    std::string said;
    for (const auto& category : study.categories) {
        said += category.spec.title + "\n" + maps::subtitle(study, category) + "\n\n";
        for (const auto& sentence : maps::category_sentences(study, category)) {
            said += sentence + "\n";
        }
        said += "\n";
    }
    return said;
}

} // namespace wardmap::publish
