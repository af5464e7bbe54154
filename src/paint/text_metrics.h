// SPDX-License-Identifier: MIT
// How much room text takes, measured with the very fonts that will draw it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "paint/scene.h"

namespace wardmap::paint {

/// Of one line: from the baseline up (ascent) and down (descent), and along it.
struct TextSize {
    double width_mm = 0;
    double ascent_mm = 0;
    double descent_mm = 0;

    [[nodiscard]] double height_mm() const { return ascent_mm + descent_mm; }
};

/// Measures text in the product's own font (Open Sans). Not thread-safe: one for each thread.
class TextMetrics {
public:
    /// Throws OutputError if the font files are not there, saying what to install.
    TextMetrics();
    TextMetrics(TextMetrics&&) noexcept;
    TextMetrics& operator=(TextMetrics&&) noexcept;
    ~TextMetrics();

    [[nodiscard]] TextSize measure(const std::string& text, const Font& font) const;

    /// Lines no wider than `width_mm`, broken at blanks, after hyphens and, where a single word is
    /// wider, within it. At least one line.
    [[nodiscard]] std::vector<std::string> wrap(const std::string& text, const Font& font,
                                                double width_mm) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace wardmap::paint
