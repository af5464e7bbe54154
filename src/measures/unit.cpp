// SPDX-License-Identifier: MIT
#include "measures/unit.h"

namespace wardmap::measures {

std::string Unit::title() const {
    if (form == Form::share) return per.empty() ? "% of all " + noun : noun + ", % " + per;
    return per.empty() ? noun : noun + " " + per;
}

std::string Unit::with(const std::string& value) const {
    switch (form) {
    case Form::after:
        return value + " " + title();
    case Form::share: // a title without a denominator starts with the percent sign
        return per.empty() ? value + title() : value + "% " + per + " (" + noun + ")";
    case Form::before:
        return title() + " " + value;
    case Form::rank:
        return noun + " " + value + (per.empty() ? "" : " " + per);
    }
    return value;
}

} // namespace wardmap::measures
