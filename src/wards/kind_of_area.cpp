// SPDX-License-Identifier: MIT
#include "wards/kind_of_area.h"

#include "tables/area_code.h"

namespace wardmap::wards {
namespace {

bool is_district(const AreaNoun& noun) {
    return noun.singular == "district" || noun.singular == "borough" ||
           noun.singular == "unitary authority" || noun.singular == "council area";
}

} // namespace

std::optional<AreaNoun> noun_of(const std::string& code) {
    const auto* const kind = tables::kind_of(code);
    if (kind == nullptr || kind->singular.empty()) return std::nullopt;
    return AreaNoun{std::string(kind->singular), std::string(kind->plural)};
}

AreaNoun noun_of_all(const std::vector<std::string>& codes) {
    std::optional<AreaNoun> all;
    for (const auto& code : codes) {
        const auto noun = noun_of(code);
        if (!noun) return {};
        if (!all || all->singular == noun->singular) {
            all = noun;
        } else if (is_district(*all) && is_district(*noun)) {
            all = AreaNoun{"district", "districts"};
        } else {
            return {};
        }
    }
    return all.value_or(AreaNoun());
}

} // namespace wardmap::wards
