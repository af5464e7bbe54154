// SPDX-License-Identifier: MIT
#include "bands/banding_json.h"

namespace wardmap::bands {

nlohmann::ordered_json banding_json(const bands::Banding& banding) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& band : banding.bands) {
        list.push_back({{"low", band.low},
                        {"high", band.high},
                        {"range", band.range},
                        {"word", band.word},
                        {"wards_known", band.known},
                        {"wards_suppressed", band.suppressed}});
    }
    return {{"scheme", bands::describe(banding)},
            {"gvf", banding.fit.gvf},
            {"tai", banding.fit.tai},
            {"bands", list}};
}

} // namespace wardmap::bands
