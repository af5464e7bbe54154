// SPDX-License-Identifier: MIT
// Whether XML is well-formed, for tests of its writers.
#pragma once

#include <string>

#include <glib.h>

namespace wardmap::testing {

inline bool is_well_formed(const std::string& xml) {
    const GMarkupParser parser{};
    GMarkupParseContext* const context =
        g_markup_parse_context_new(&parser, GMarkupParseFlags(0), nullptr, nullptr);
    const bool good =
        g_markup_parse_context_parse(context, xml.data(), gssize(xml.size()), nullptr) != 0 &&
        g_markup_parse_context_end_parse(context, nullptr) != 0;
    g_markup_parse_context_free(context);
    return good;
}

} // namespace wardmap::testing
