// SPDX-License-Identifier: MIT
#include "data/summary.h"

#include "study/study.h"
#include "words/bivariate.h"
#include "words/captions.h"
#include "words/sentences.h"

namespace wardmap::data {

std::string summary_text(const Study& study) {
    std::string text;
    for (const auto& category : study.categories) {
        text += category.spec.title + "\n" + words::subtitle(study, category) + "\n\n";
        for (const auto& sentence : words::category_sentences(study, category)) {
            text += sentence + "\n";
        }
        text += "\n";
    }
    for (const auto& bivariate : study.bivariates) {
        text += bivariate.spec.title + "\n" + words::bivariate_subtitle(study, bivariate) + "\n\n";
        for (const auto& sentence : words::bivariate_sentences(study, bivariate)) {
            text += sentence + "\n";
        }
        text += "\n";
    }
    return text;
}

} // namespace wardmap::data
