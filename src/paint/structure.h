// SPDX-License-Identifier: MIT
// The logical structure of a PDF, derived from its scenes before painting.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "paint/scene.h"

namespace wardmap::paint {

/// Side of the square that the painter draws at the start and the end of a run. Smaller than
/// anything drawn, and replaced by a mark when the PDF is finished. Cairo's tags cannot be used:
/// 1.16 has no artifacts, and 1.18 marks text but not shapes.
inline constexpr double boundary_pt = 1.0 / 256;

/// Content on a page that belongs to one element: its number counts from 0 over all marks of the
/// page.
struct Mark {
    std::size_t page = 0;
    std::size_t number = 0;
};

/// A structure element of the PDF.
struct Element {
    PdfRole role = PdfRole::none;
    std::string alt = {}; // of a figure
    HeaderScope scope = HeaderScope::none;
    std::string target = {}; // of a link
    geo::Box area = {};      // of a link, or covered by a figure
    std::size_t page = 0;
    std::size_t parent = 0;
    /// Elements (by index) and content, in reading order.
    std::vector<std::variant<std::size_t, Mark>> kids = {};
};

/// Items [from, to) of a page that form a unit.
struct Run {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t element = 0; // 0: an artifact
};

struct Structure {
    std::vector<Element> elements;       // the first is the document
    std::vector<std::vector<Run>> pages; // the marks of each page, in order
};

[[nodiscard]] Structure structure_of(std::span<const Scene> pages);

} // namespace wardmap::paint
