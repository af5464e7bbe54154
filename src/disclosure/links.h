// SPDX-License-Identifier: MIT
// Figures of one ward that add up: theft, and of it shoplifting and bicycle theft.
#pragma once

#include <vector>

#include "disclosure/figure.h"

namespace wardmap::disclosure {

/// How several figures of a ward are made of the same elements, each a count of 0 or more. Every
/// vector of coefficients has one entry per element.
struct Links {
    std::vector<std::vector<double>> figures;     // which elements each figure adds up
    std::vector<std::vector<double>> not_above_0; // of a part minus its whole
    std::vector<std::vector<double>> differences; // what subtraction yields: elements, whole - part
};

/// Withholds more of the figures until none that is withheld, and no difference that would have to
/// be, follows from the others more closely than the rule allows. What is withheld for that has to
/// keep its whole interval from then on. False where that cannot be had.
bool protect_links(const Links& links, std::vector<Figure>& figures, const Rule& rule);

/// Narrows the ends of the withheld figures to what the others of the ward leave of them.
void narrow(const Links& links, std::vector<Figure>& figures);

} // namespace wardmap::disclosure
