// SPDX-License-Identifier: MIT
// The product's own fonts, without system fonts. Private to paint/: names Pango types.
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

/// A Pango context with only Open Sans. Sizes in points are in user units and positions are not
/// rounded, so that text takes the same space at every resolution.
class Fonts {
public:
    /// Throws OutputError if the font files are missing.
    Fonts();

    /// A one-line layout, valid until the next call.
    [[nodiscard]] PangoLayout* line(const std::string& text, const Font& font) const;

    /// The font of most texts.
    [[nodiscard]] GObjectPtr<PangoFont> regular() const;

private:
    GObjectPtr<PangoFontMap> m_map;
    GObjectPtr<PangoContext> m_context;
    GObjectPtr<PangoLayout> m_layout;
};

/// Valid UTF-8 without control characters, so that no table content can break a picture.
[[nodiscard]] std::string drawable(const std::string& text);

} // namespace wardmap::paint
