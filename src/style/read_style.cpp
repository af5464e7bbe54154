// SPDX-License-Identifier: MIT
#include "style/read_style.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/input_file.h"
#include "base/limits.h"
#include "base/named_values.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "paint/bivariate_palette.h"
#include "paint/palette.h"
#include "project/data_folder.h"
#include "project/keys.h"
#include "project/toml_reader.h"

namespace wardmap::style {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 5; // styles that extend styles

std::vector<std::string> shipped_styles() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(project::data_folder() / "styles")) {
        if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

fs::path find_style(const std::string& name) {
    const bool is_path = name.ends_with(".toml") || name.find('/') != std::string::npos;
    fs::path path = is_path ? fs::path(name) : project::data_folder() / "styles" / (name + ".toml");
    std::error_code error;
    if (fs::is_regular_file(path, error)) return path;
    const auto names = shipped_styles();
    throw InputError(
        Finding{.severity = Severity::error,
                .found = fmt::format("there is no style {}", text::quoted(name)),
                .expected = "one of " + text::some(names, "or") + ", or a path to a .toml file",
                .help = is_path ? "" : did_you_mean(name, names)});
}

class StyleReader {
public:
    StyleReader(project::TomlReader& reader, Style& style) : m_reader(reader), m_style(style) {}

    void read(const toml::table& file) {
        const project::StyleKeys keys;
        m_reader.refuse_unknown(file, keys.top, "the style file");
        if (const auto* const t = section(file, "page", keys.page)) {
            page(*t);
        }
        if (const auto* const t = section(file, "type", keys.type)) {
            size(*t, "title_pt", m_style.title_pt, 6, 96);
            size(*t, "subtitle_pt", m_style.subtitle_pt, 6, 96);
            size(*t, "legend_pt", m_style.legend_pt, 6, 48);
            size(*t, "label_pt", m_style.label_pt, 6, 48);
            size(*t, "label_min_pt", m_style.label_min_pt, 6, 48);
            size(*t, "small_pt", m_style.small_pt, 6, 48);
            size(*t, "key_pt", m_style.key_pt, 6, 48);
        }
        if (const auto* const t = section(file, "colour", keys.colour)) {
            palette(*t, "sequential", m_style.palette_sequential, m_style.own_sequential);
            palette(*t, "score", m_style.palette_score, m_style.own_score);
            named(*t, "diverging", paint::diverging_names(), m_style.palette_diverging);
            named(*t, "bivariate", paint::bivariate_palette_names(), m_style.palette_bivariate);
        }
        if (const auto* const t = section(file, "lines", keys.lines)) {
            size(*t, "border_pt", m_style.border_pt, 0.1, 5);
            size(*t, "outline_pt", m_style.outline_pt, 0.1, 5);
            colour(*t, "border", m_style.border);
            colour(*t, "outline", m_style.outline);
            size(*t, "hatch_mm", m_style.hatch_mm, 0.5, 10);
            size(*t, "hatch_pt", m_style.hatch_pt, 0.2, 5);
        }
        if (const auto* const t = section(file, "furniture", keys.furniture)) {
            m_reader.read(*t, "title", m_style.title);
            m_reader.read(*t, "legend", m_style.legend);
            m_reader.read(*t, "histogram", m_style.histogram);
            m_reader.read(*t, "labels", m_style.labels);
            m_reader.read(*t, "scale_bar", m_style.scale_bar);
            m_reader.read(*t, "north_arrow", m_style.north_arrow);
            m_reader.read(*t, "source", m_style.source);
            double insets = m_style.insets;
            size(*t, "insets", insets, 0, 9);
            m_style.insets = static_cast<int>(insets);
        }
        if (const auto* const t = section(file, "output", keys.output)) {
            size(*t, "dpi", m_style.dpi, 72, 600);
            size(*t, "png_kb", m_style.png_kb, 0, 1e6);
            formats(*t);
        }
    }

private:
    const toml::table* section(const toml::table& file, const char* name,
                               const std::vector<std::string>& keys) {
        const auto* const table = m_reader.table(file, name);
        if (table != nullptr) m_reader.refuse_unknown(*table, keys, fmt::format("[{}]", name));
        return table;
    }

    void size(const toml::table& table, const char* key, double& into, double least, double most) {
        const auto value = m_reader.number(table, key);
        if (!value) return;
        if (*value < least || *value > most) {
            m_reader.fault(*table.get(key), fmt::format("{} = {:g}", key, *value),
                           fmt::format("{:g} to {:g}", least, most));
        }
        into = *value;
    }

    void page(const toml::table& table) {
        std::vector<std::string> names;
        for (const auto& page : page_sizes) {
            names.emplace_back(page.name);
        }
        if (const auto at = m_reader.word(table, "size", names)) {
            m_style.page_width_mm = page_sizes[*at].width_mm;
            m_style.page_height_mm = page_sizes[*at].height_mm;
            for (const char* const key : {"width_mm", "height_mm"}) {
                if (table.contains(key)) {
                    m_reader.fault(*table.get(key), fmt::format("both size and {} are given", key),
                                   "size, or width_mm and height_mm");
                }
            }
        }
        constexpr double longest = 5000;
        size(table, "width_mm", m_style.page_width_mm, 50, longest);
        size(table, "height_mm", m_style.page_height_mm, 50, longest);
        size(table, "margin_mm", m_style.margin_mm, 0, 50);
        if (const auto at = m_reader.word(table, "orientation", {"upright", "wide"})) {
            const bool is_upright = m_style.page_height_mm >= m_style.page_width_mm;
            if (is_upright != (*at == 0)) std::swap(m_style.page_width_mm, m_style.page_height_mm);
        }
    }

    void colour(const toml::table& table, const char* key, paint::Colour& into) {
        const auto text = m_reader.text(table, key);
        if (!text) return;
        try {
            into = paint::parse_colour(*text);
        } catch (const std::invalid_argument&) {
            m_reader.fault(*table.get(key), fmt::format("{} is not a colour", text::quoted(*text)),
                           fmt::format("{} = \"#4d4d4d\"", key));
        }
    }

    /// Reads a palette from those names.
    void named(const toml::table& table, const char* key, const std::vector<std::string>& names,
               std::string& name) {
        if (const auto at = m_reader.word(table, key, names)) name = names[*at];
    }

    /// Reads the name of a palette, or a ramp of colours.
    void palette(const toml::table& table, const char* key, std::string& name,
                 std::vector<paint::Colour>& own) {
        const auto* const node = table.get(key);
        if (node != nullptr && node->is_array()) return own_palette(table, key, own);
        const auto names = paint::palette_names();
        if (const auto at = m_reader.word(table, key, names)) {
            name = names[*at];
            own.clear();
        }
    }

    void own_palette(const toml::table& table, const char* key, std::vector<paint::Colour>& own) {
        const auto texts = m_reader.texts(table, key);
        if (!texts) return;
        std::vector<paint::Colour> ramp;
        try {
            std::transform(texts->begin(), texts->end(), std::back_inserter(ramp),
                           [](const std::string& hex) { return paint::parse_colour(hex); });
        } catch (const std::invalid_argument&) {
            ramp.clear();
        }
        const bool darkens =
            ramp.size() >= 2 &&
            std::adjacent_find(ramp.begin(), ramp.end(), [](paint::Colour a, paint::Colour b) {
                return paint::to_lab(a).l <= paint::to_lab(b).l;
            }) == ramp.end();
        if (!darkens) {
            m_reader.fault(*table.get(key), fmt::format("{} is not a ramp", key),
                           "two colours or more, each darker than the one before: "
                           "[\"#ffffcc\", \"#fd8d3c\", \"#800026\"]");
            return;
        }
        constexpr std::size_t usual_bands = 5;
        for (const auto& fault : paint::palette_faults(paint::ramp_palette(ramp, usual_bands))) {
            m_style.findings.push_back(
                {.severity = Severity::warning,
                 .found = fmt::format("{} of the style, in five bands: {}", key, fault),
                 .help = "wardmap palettes draws palettes that are safe"});
        }
        own = std::move(ramp);
    }

    void formats(const toml::table& table) {
        const auto wanted = m_reader.texts(table, "formats");
        if (!wanted) return;
        m_style.formats.clear();
        for (const auto& name : *wanted) {
            if (const auto format = value_named(paint::picture_format_names, name)) {
                m_style.formats.push_back(*format);
                continue;
            }
            const auto known = all_names(paint::picture_format_names);
            m_reader.fault(*table.get("formats"),
                           fmt::format("there is no format {}", text::quoted(name)),
                           "some of " + text::some(known), did_you_mean(name, known));
        }
    }

    project::TomlReader& m_reader;
    Style& m_style;
};

/// Cairo's limit on images; SVG and PDF have none.
void refuse_too_many_pixels(project::TomlReader& reader, const toml::table& file,
                            const Style& style) {
    constexpr double most_pixels = 32767;
    constexpr double most_in_all = 150e6; // an A0 sheet at 300 dpi
    constexpr double mm_per_inch = 25.4;
    const double longest = std::max(style.page_width_mm, style.page_height_mm) / mm_per_inch;
    const double area = style.page_width_mm * style.page_height_mm / (mm_per_inch * mm_per_inch);
    const double highest = std::min(most_pixels / longest, std::sqrt(most_in_all / area));
    const bool draws_png =
        std::ranges::find(style.formats, paint::PictureFormat::png) != style.formats.end();
    if (!draws_png || style.dpi <= highest) return;
    reader.fault(file,
                 fmt::format("a page of {:g} x {:g} mm at {:g} dpi has more than {:.0f} pixels a "
                             "side or {:.0f} million in all, too many for a PNG",
                             style.page_width_mm, style.page_height_mm, style.dpi, most_pixels,
                             most_in_all / 1e6),
                 fmt::format("dpi = {:.0f} or less, or formats without png", std::floor(highest)));
}

Style read_style_file(const std::string& name, int depth) {
    if (depth > deepest) {
        throw InputError(Finding{.severity = Severity::error,
                                 .place = {name},
                                 .found = "the styles extend each other in a loop",
                                 .expected = "an extends that ends"});
    }
    const auto path = find_style(name);
    project::TomlReader reader(read_utf8_file({path.string(), path.filename().string(),
                                               "a style file (TOML)", limits::toml_bytes, "", ""}),
                               path.filename().string());
    const auto file = reader.parse();
    Style style;
    if (const auto base = reader.text(file, "extends")) {
        const bool beside = base->ends_with(".toml") && fs::path(*base).is_relative();
        style = read_style_file(beside ? (path.parent_path() / *base).string() : *base, depth + 1);
    }
    style.name = path.stem().string();
    StyleReader(reader, style).read(file);
    if (style.label_min_pt > style.label_pt) {
        reader.fault(file, "label_min_pt is larger than label_pt", "a smaller one");
    }
    refuse_too_many_pixels(reader, file, style);
    reader.stop_on_faults();
    return style;
}

} // namespace

Style read_style(const std::string& name_or_path) {
    return read_style_file(name_or_path, 0);
}

} // namespace wardmap::style
