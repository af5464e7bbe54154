// SPDX-License-Identifier: MIT
// The logical structure of a PDF, read off its scenes before anything is painted.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "paint/scene.h"

namespace wardmap::paint {

/// Content on a page that belongs to one element: its number on the page counts from 0 over all
/// marks of the page.
struct Mark {
    std::size_t page = 0;
    std::size_t number = 0;
};

struct Element {
    std::string tag;
    std::string alt;
    std::string scope;
    std::string target; // of a link
    geo::Box area;      // of a link, or what a figure covers
    std::size_t page = 0;
    std::size_t parent = 0;
    std::vector<std::variant<std::size_t, Mark>> kids; // elements and content, in reading order
};

/// Items [from, to) of a page that belong together.
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
