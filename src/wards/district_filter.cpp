// SPDX-License-Identifier: MIT
#include "wards/district_filter.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "gdal/vector_source.h"

namespace wardmap::wards {
namespace {

/// With quotation marks doubled, as in SQL.
std::string doubled(const std::string& text, char mark) {
    std::string result;
    for (const char c : text) {
        result += c;
        if (c == mark) result += c;
    }
    return mark + result + mark;
}

bool is_plain(const std::string& field) {
    return !field.empty() && std::ranges::all_of(field, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_';
    });
}

} // namespace

std::string district_filter(const BoundarySource& source, const std::string& district) {
    const auto layer = gdal::read_layer(
        {source.file.resolved, source.file.written, source.layer, source.where, source.encoding});
    for (std::size_t field = 0; field < layer.fields.size(); ++field) {
        const bool holds = std::ranges::any_of(layer.features, [&](const gdal::Feature& feature) {
            return feature.texts[field] && text::trimmed(*feature.texts[field]) == district;
        });
        if (!holds) continue;
        const auto& name = layer.fields[field];
        return fmt::format("{} = {}", is_plain(name) ? name : doubled(name, '"'),
                           doubled(district, '\''));
    }
    return {};
}

} // namespace wardmap::wards
