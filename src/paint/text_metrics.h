// SPDX-License-Identifier: MIT
// Text measurement, with the same fonts that draw it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "paint/scene.h"

namespace wardmap::paint {

/// Size of one line: above the baseline (ascent), below it (descent), and its width.
struct TextSize {
    double width_mm = 0;
    double ascent_mm = 0;
    double descent_mm = 0;

    [[nodiscard]] double height_mm() const { return ascent_mm + descent_mm; }
};

/// Measures text in the product's own font (Open Sans). Not thread-safe: use one per thread.
class TextMetrics {
public:
    /// Throws OutputError, saying what to install, if the font files are missing.
    TextMetrics();
    TextMetrics(TextMetrics&&) noexcept;
    TextMetrics& operator=(TextMetrics&&) noexcept;
    ~TextMetrics();

    [[nodiscard]] TextSize measure(const std::string& text, const Font& font) const;

    /// Lines no wider than `width_mm`, broken at blanks, after hyphens and, if a word is wider than
    /// a line, within it. At least one line.
    [[nodiscard]] std::vector<std::string> wrap(const std::string& text, const Font& font,
                                                double width_mm) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace wardmap::paint
