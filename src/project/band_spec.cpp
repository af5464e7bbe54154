// SPDX-License-Identifier: MIT
#include "project/band_spec.h"

namespace wardmap::project {

std::optional<int> own_count(Scheme scheme) {
    switch (scheme) {
    case Scheme::deviation:
    case Scheme::box:
    case Scheme::percentile:
        return 6;
    case Scheme::deciles:
        return 10;
    case Scheme::quintiles:
        return 5;
    case Scheme::natural:
    case Scheme::quantile:
    case Scheme::equal:
    case Scheme::fixed:
    case Scheme::pretty:
    case Scheme::head_tail:
    case Scheme::geometric:
    case Scheme::maximum:
        return std::nullopt;
    }
    return std::nullopt;
}

bool takes_count(Scheme scheme) {
    return !own_count(scheme) && scheme != Scheme::fixed && scheme != Scheme::head_tail;
}

bool is_by_rank(Scheme scheme) {
    return scheme == Scheme::deciles || scheme == Scheme::quintiles;
}

bool only_orders(Scheme scheme) {
    return scheme == Scheme::quantile || scheme == Scheme::fixed || scheme == Scheme::percentile ||
           is_by_rank(scheme);
}

} // namespace wardmap::project
