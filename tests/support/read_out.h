// SPDX-License-Identifier: MIT
// The PDF of a scene as read by a screen reader: elements around their texts, in order, as in
// "H2(Title) Table(TR(TH(wards)))". Figures are named only.
#pragma once

#include <string>

#include "paint/structure.h"

namespace wardmap::testing {

inline std::string read_out(const paint::Scene& scene, const paint::Structure& structure,
                            std::size_t element) {
    std::string message;
    for (const auto& kid : structure.elements[element].kids) {
        if (const auto* const child = std::get_if<std::size_t>(&kid)) {
            const auto role = structure.elements[*child].role;
            if (!message.empty()) message += ' ';
            message += std::string(paint::name_of(role)) + "(";
            if (role != paint::PdfRole::figure) message += read_out(scene, structure, *child);
            message += ")";
            continue;
        }
        const auto& run = structure.pages.at(0).at(std::get<paint::Mark>(kid).number);
        for (auto i = run.from; i < run.to; ++i) {
            if (const auto* const text = std::get_if<paint::Text>(&scene.items[i])) {
                message += text->text;
            }
        }
    }
    return message;
}

inline std::string read_out(const paint::Scene& scene) {
    return read_out(scene, paint::structure_of({&scene, 1}), 0);
}

} // namespace wardmap::testing
