// SPDX-License-Identifier: MIT
#include "publish/summary.h"

#include "maps/bivariate_words.h"
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
    for (const auto& bivariate : study.bivariates) {
        said += bivariate.spec.title + "\n" + maps::bivariate_subtitle(study, bivariate) + "\n\n";
        for (const auto& sentence : maps::bivariate_sentences(study, bivariate)) {
            said += sentence + "\n";
        }
        said += "\n";
    }
    return said;
}

} // namespace wardmap::publish
