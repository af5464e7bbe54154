// SPDX-License-Identifier: MIT
// The role of a piece of a PDF document: the standard structure types used here (ISO 32000-1,
// 14.8.4), and the artifact.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace wardmap::paint {

enum class PdfRole {
    none,     // no separate element: part of the open element
    artifact, // never read out: page numbers, repeated header rows, decoration
    document,
    heading_1,
    heading_2,
    heading_3,
    heading_4,
    heading_5,
    heading_6,
    paragraph,
    caption,
    figure,
    link,
    list,
    list_item,
    label,
    list_body,
    table,
    table_row,
    header_cell,
    data_cell
};

struct PdfRoleEntry {
    PdfRole role;
    std::string_view name;       // as in a PDF; empty: not written
    bool holds_elements = false; // and no direct content
};

inline constexpr std::array pdf_roles = {PdfRoleEntry{PdfRole::none, ""},
                                         PdfRoleEntry{PdfRole::artifact, "Artifact"},
                                         PdfRoleEntry{PdfRole::document, "Document", true},
                                         PdfRoleEntry{PdfRole::heading_1, "H1"},
                                         PdfRoleEntry{PdfRole::heading_2, "H2"},
                                         PdfRoleEntry{PdfRole::heading_3, "H3"},
                                         PdfRoleEntry{PdfRole::heading_4, "H4"},
                                         PdfRoleEntry{PdfRole::heading_5, "H5"},
                                         PdfRoleEntry{PdfRole::heading_6, "H6"},
                                         PdfRoleEntry{PdfRole::paragraph, "P"},
                                         PdfRoleEntry{PdfRole::caption, "Caption"},
                                         PdfRoleEntry{PdfRole::figure, "Figure"},
                                         PdfRoleEntry{PdfRole::link, "Link"},
                                         PdfRoleEntry{PdfRole::list, "L", true},
                                         PdfRoleEntry{PdfRole::list_item, "LI", true},
                                         PdfRoleEntry{PdfRole::label, "Lbl"},
                                         PdfRoleEntry{PdfRole::list_body, "LBody"},
                                         PdfRoleEntry{PdfRole::table, "Table", true},
                                         PdfRoleEntry{PdfRole::table_row, "TR", true},
                                         PdfRoleEntry{PdfRole::header_cell, "TH"},
                                         PdfRoleEntry{PdfRole::data_cell, "TD"}};

[[nodiscard]] constexpr const PdfRoleEntry& entry_of(PdfRole role) {
    return pdf_roles[static_cast<std::size_t>(role)];
}

static_assert(std::ranges::all_of(pdf_roles,
                                  [](const auto& entry) {
                                      return &entry == &entry_of(entry.role);
                                  }),
              "the table is in the order of the enum");

[[nodiscard]] constexpr std::string_view name_of(PdfRole role) {
    return entry_of(role).name;
}

[[nodiscard]] constexpr bool is_heading(PdfRole role) {
    return role >= PdfRole::heading_1 && role <= PdfRole::heading_6;
}

/// Levels beyond 1 to 6 count as the nearest.
[[nodiscard]] constexpr PdfRole heading_of_level(int level) {
    return static_cast<PdfRole>(static_cast<int>(PdfRole::heading_1) + std::clamp(level, 1, 6) - 1);
}

} // namespace wardmap::paint
