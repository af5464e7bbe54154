// SPDX-License-Identifier: MIT
// Shared by the readers of a workbook's parts: its archive, the limits, errors. Private to
// spreadsheet/.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/finding.h"
#include "spreadsheet/limits.h"

struct zip;

namespace wardmap::spreadsheet {

/// Refuses a workbook that is larger than a limit: "more than 6,000,000 cells".
[[noreturn]] void refuse_size(Place place, const std::string& what);
/// Refuses a workbook with a damaged part.
[[noreturn]] void refuse_damage(Place place, const std::string& found);

/// A zip archive with the parts of a workbook. Part names are compared ignoring case, with "\" as
/// "/".
class Archive {
public:
    /// Throws InputError if it is not an archive or has too many parts.
    Archive(const std::string& path, Place place, const Limits& limits);

    [[nodiscard]] bool has(std::string_view part) const;

    /// Passes on the part in pieces. Throws InputError for a part that is absent, damaged,
    /// password-protected, or beyond the limits.
    void read(std::string_view part, const std::function<void(std::string_view)>& take);

    [[nodiscard]] const Limits& limits() const { return m_limits; }
    [[nodiscard]] const Place& place() const { return m_place; }

private:
    struct Close {
        void operator()(struct zip* archive) const;
    };
    Place m_place;
    Limits m_limits;
    std::unique_ptr<struct zip, Close> m_zip;
    std::unordered_map<std::string, std::uint64_t> m_parts; // by folded name
    std::uint64_t m_read = 0;                               // bytes of all parts so far
};

} // namespace wardmap::spreadsheet
