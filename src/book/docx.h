// SPDX-License-Identifier: MIT
// A Word document with one picture, its text alternative, caption and source: a minimal file for
// Word and LibreOffice (ECMA-376). Private to book/.
#pragma once

#include <string>
#include <vector>

namespace wardmap::book {

struct PictureDocument {
    std::string title;
    std::string png;
    double width_mm = 0;
    double height_mm = 0;
    std::string alt;
    std::string caption;
    std::vector<std::string> text;   // what the picture shows
    std::vector<std::string> source; // small, below
};

/// Same document, same bytes.
[[nodiscard]] std::string docx_of(const PictureDocument& document);

} // namespace wardmap::book
