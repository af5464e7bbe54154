// SPDX-License-Identifier: MIT
// The product's own fonts, and nobody else's. Private to paint/: names Pango types.
#pragma once

#include <memory>
#include <string>

#include <pango/pangocairo.h>

#include "paint/scene.h"

namespace wardmap::paint {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using GObjectPtr = std::unique_ptr<T, Unref>;

/// A Pango context that knows Open Sans and nothing else; sizes in points are sizes in user units,
/// positions are not rounded, so that text takes the same room at every resolution.
class Fonts {
public:
    /// Throws OutputError if the font files are not there.
    Fonts();

    /// A layout of one line, to be used before the next call.
    [[nodiscard]] PangoLayout* line(const std::string& text, const Font& font) const;

private:
    GObjectPtr<PangoFontMap> m_map;
    GObjectPtr<PangoContext> m_context;
    GObjectPtr<PangoLayout> m_layout;
};

/// Valid UTF-8 without control characters, so that nothing a table holds can break a picture.
[[nodiscard]] std::string drawable(const std::string& text);

} // namespace wardmap::paint
