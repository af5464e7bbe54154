// SPDX-License-Identifier: MIT
// Detects repeated ids in bounded memory. Private to incidents/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/temp_folder.h"
#include "incidents/read_rows.h"

namespace wardmap::incidents {

/// Ids are compared by a 64-bit hash: the chance of a collision among ten million distinct ids is 3
/// in a million. Beyond a million they are stored in a temporary file.
class RepeatedIds {
public:
    RepeatedIds() = default;
    RepeatedIds(const RepeatedIds&) = delete;
    RepeatedIds& operator=(const RepeatedIds&) = delete;
    ~RepeatedIds();

    /// Adds the records of one part, in row order; `part` is its number below `id_parts`. `slots`
    /// maps the records' slots to the study's.
    void add(std::size_t part, const std::vector<IdRecord>& records,
             const std::vector<std::uint32_t>& slots);

    /// Call after each batch: moves records to disk if there are many.
    void settle();

    /// Calls `found` for each record with the hash of an earlier one, in a fixed order.
    void find(const std::function<void(const IdRecord&)>& found);

private:
    struct Run { // of records in the file
        std::uint64_t at = 0;
        std::size_t count = 0;
    };

    void write_out();
    [[nodiscard]] std::vector<IdRecord> records_of(std::size_t part) const;

    std::array<std::vector<IdRecord>, id_parts> m_records;
    std::array<std::vector<Run>, id_parts> m_runs;
    std::optional<TempFolder> m_folder;
    int m_file = -1;
    std::uint64_t m_written = 0; // bytes
};

} // namespace wardmap::incidents
