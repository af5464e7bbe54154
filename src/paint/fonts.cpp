// SPDX-License-Identifier: MIT
#include "paint/fonts.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include "base/error.h"

namespace wardmap::paint {
namespace {

constexpr std::array<const char*, 6> files = {
    "OpenSans-Regular.ttf", "OpenSans-Italic.ttf",         "OpenSans-Semibold.ttf",
    "OpenSans-Bold.ttf",    "OpenSans-SemiboldItalic.ttf", "OpenSans-BoldItalic.ttf"};

struct DestroyConfig {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};

/// WARDMAP_FONT_DIR in the environment, else the folder found at configure time, else the usual
/// folders.
std::filesystem::path font_folder() {
    const char* const named = std::getenv("WARDMAP_FONT_DIR");
    for (const char* const folder : {named, WARDMAP_FONT_DIR, "/usr/share/fonts/truetype/open-sans",
                                     "/usr/share/fonts/open-sans"}) {
        if (folder != nullptr &&
            std::filesystem::exists(std::filesystem::path(folder) / files[0])) {
            return folder;
        }
    }
    throw OutputError("error: the font Open Sans was not found\n"
                      "  help: install it (Debian: apt-get install fonts-open-sans), or set "
                      "WARDMAP_FONT_DIR to the folder of OpenSans-Regular.ttf");
}

PangoWeight weight_of(Weight weight) {
    switch (weight) {
    case Weight::regular:
        return PANGO_WEIGHT_NORMAL;
    case Weight::semibold:
        return PANGO_WEIGHT_SEMIBOLD;
    case Weight::bold:
        return PANGO_WEIGHT_BOLD;
    }
    return PANGO_WEIGHT_NORMAL;
}

struct FreeDescription {
    void operator()(PangoFontDescription* d) const { pango_font_description_free(d); }
};
struct FreeOptions {
    void operator()(cairo_font_options_t* o) const { cairo_font_options_destroy(o); }
};

} // namespace

Fonts::Fonts() {
    const std::unique_ptr<FcConfig, DestroyConfig> config(FcConfigCreate());
    const auto folder = font_folder();
    for (const char* const file : files) {
        const auto path = (folder / file).string();
        FcConfigAppFontAddFile(config.get(), reinterpret_cast<const FcChar8*>(path.c_str()));
    }
    m_map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(m_map.get()), config.get());
    m_context.reset(pango_font_map_create_context(m_map.get()));
    const std::unique_ptr<cairo_font_options_t, FreeOptions> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(m_context.get(), options.get());
    pango_cairo_context_set_resolution(m_context.get(), 72);
    pango_context_set_round_glyph_positions(m_context.get(), FALSE);
    pango_context_set_language(m_context.get(), pango_language_from_string("en-gb"));
    m_layout.reset(pango_layout_new(m_context.get()));
    pango_layout_set_single_paragraph_mode(m_layout.get(), TRUE);
    // With a ligature for "fi", "figure" is not found by a search and is cut short by some readers.
    PangoAttrList* const attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0, dlig=0"));
    pango_layout_set_attributes(m_layout.get(), attributes);
    pango_attr_list_unref(attributes);
}

GObjectPtr<PangoFont> Fonts::regular() const {
    const std::unique_ptr<PangoFontDescription, FreeDescription> description(
        pango_font_description_from_string("Open Sans 10"));
    return GObjectPtr<PangoFont>(
        pango_font_map_load_font(m_map.get(), m_context.get(), description.get()));
}

PangoLayout* Fonts::line(const std::string& text, const Font& font) const {
    const std::unique_ptr<PangoFontDescription, FreeDescription> description(
        pango_font_description_new());
    pango_font_description_set_family_static(description.get(), "Open Sans");
    pango_font_description_set_weight(description.get(), weight_of(font.weight));
    if (font.italic) pango_font_description_set_style(description.get(), PANGO_STYLE_ITALIC);
    pango_font_description_set_size(description.get(),
                                    static_cast<int>(std::lround(font.size_pt * PANGO_SCALE)));
    pango_layout_set_font_description(m_layout.get(), description.get());
    const auto safe = drawable(text);
    pango_layout_set_text(m_layout.get(), safe.data(), static_cast<int>(safe.size()));
    return m_layout.get();
}

std::string drawable(const std::string& text) {
    const std::unique_ptr<char, decltype(&g_free)> valid(
        g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), &g_free);
    std::string safe;
    for (const char* p = valid.get(); *p != '\0'; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (g_unichar_iscntrl(c) || (c & 0xFFFE) == 0xFFFE) {
            safe += ' ';
        } else {
            safe.append(p, static_cast<const char*>(g_utf8_next_char(p)));
        }
    }
    return safe;
}

} // namespace wardmap::paint
