// SPDX-License-Identifier: MIT
// The XML of a workbook's part, element by element: a sheet of hundreds of megabytes is never
// in memory. The only place that knows Expat. Private to spreadsheet/.
#pragma once

#include <optional>
#include <string_view>

#include "spreadsheet/archive.h"

namespace wardmap::spreadsheet {

/// The name of an element or attribute, without the prefix that a file happens to use.
struct XmlName {
    std::string_view space; // the namespace's address; empty: none
    std::string_view local;
};

/// Valid while the element's start is handled.
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) : m_pairs(pairs) {}

    /// The first one of this name in any namespace.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view local) const;
    /// The same where the namespace's address holds `space`.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view local,
                                                       std::string_view space) const;
    /// Empty if there is none.
    [[nodiscard]] std::string_view get(std::string_view local) const;
    /// A whole number; `otherwise` if there is none or it is no such number.
    [[nodiscard]] std::uint64_t number(std::string_view local, std::uint64_t otherwise) const;
    /// "1", "true" or "on".
    [[nodiscard]] bool is_true(std::string_view local) const;

private:
    const char* const* m_pairs;
};

class XmlHandler {
public:
    XmlHandler() = default;
    XmlHandler(const XmlHandler&) = delete;
    XmlHandler& operator=(const XmlHandler&) = delete;
    virtual ~XmlHandler() = default;

    virtual void start(const XmlName& name, const XmlAttributes& attributes) = 0;
    virtual void end(const XmlName& name) = 0;
    virtual void text(std::string_view piece) = 0;
};

/// Throws InputError for what is no XML, has a document type (it could name other files), or is
/// beyond the limits; passes on what the handler throws.
void read_xml(Archive& archive, std::string_view part, XmlHandler& handler);

} // namespace wardmap::spreadsheet
