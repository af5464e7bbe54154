// SPDX-License-Identifier: MIT
// The XML of a workbook's part, element by element: a sheet of hundreds of megabytes is never
// wholly in memory. The only user of Expat. Private to spreadsheet/.
#pragma once

#include <optional>
#include <string_view>

#include "spreadsheet/archive.h"

namespace wardmap::spreadsheet {

/// The name of an element or attribute, without the file's prefix.
struct XmlName {
    std::string_view space; // the namespace's URI; empty: none
    std::string_view local;
};

/// Valid only while the element's start is handled.
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) : m_pairs(pairs) {}

    /// The first one of this name in any namespace.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view local) const;
    /// The same, if the namespace's URI contains `space`.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view local,
                                                       std::string_view space) const;
    /// Empty if there is none.
    [[nodiscard]] std::string_view get(std::string_view local) const;
    /// A whole number; `otherwise` if absent or not a whole number.
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

/// Throws InputError if it is not XML, has a document type (which could name other files), or
/// exceeds the limits; rethrows the handler's exceptions.
void read_xml(Archive& archive, std::string_view part, XmlHandler& handler);

} // namespace wardmap::spreadsheet
