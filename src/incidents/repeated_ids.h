// SPDX-License-Identifier: MIT
// Which ids come more than once, in memory that does not grow with the rows. Private to incidents/.
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

/// Ids are compared by a hash of 64 bits: of ten million different ids two have the same with a
/// chance of 3 in a million. What is more than a million of them waits in a temporary file.
class RepeatedIds {
public:
    RepeatedIds() = default;
    RepeatedIds(const RepeatedIds&) = delete;
    RepeatedIds& operator=(const RepeatedIds&) = delete;
    ~RepeatedIds();

    /// Records of one part, in the order of rows; `part` is its number below `id_parts`. `slots`
    /// are the numbers that the study has for those of the records.
    void add(std::size_t part, const std::vector<IdRecord>& records,
             const std::vector<std::uint32_t>& slots);

    /// After each batch: moves records to disk if there are many.
    void settle();

    /// Calls `found` for each record whose hash an earlier one has. The order is fixed.
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
