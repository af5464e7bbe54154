// SPDX-License-Identifier: MIT
#include "incidents/repeated_ids.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "base/error.h"
#include "base/interrupt.h"

namespace wardmap::incidents {
namespace {

constexpr std::size_t most_in_memory = 1'000'000;

[[noreturn]] void failed() {
    throw OutputError(std::string("error: a temporary file cannot be written or read: ") +
                      std::strerror(errno) +
                      "\n  help: free some space in the folder for temporary files, or set TMPDIR");
}

/// A set of hashes: open addressing in a table twice as large as needed.
class Seen {
public:
    explicit Seen(std::size_t most) {
        std::size_t size = 16;
        while (size < 2 * most) {
            size *= 2;
        }
        m_table.assign(size, 0);
    }

    /// Returns whether it was already present.
    bool add(std::uint64_t hash) {
        if (hash == 0) return std::exchange(m_has_zero, true);
        for (auto at = hash / id_parts & (m_table.size() - 1);;
             at = (at + 1) & (m_table.size() - 1)) {
            if (m_table[at] == hash) return true;
            if (m_table[at] == 0) {
                m_table[at] = hash;
                return false;
            }
        }
    }

private:
    std::vector<std::uint64_t> m_table; // 0: free
    bool m_has_zero = false;
};

} // namespace

RepeatedIds::~RepeatedIds() {
    if (m_file >= 0) ::close(m_file);
}

void RepeatedIds::add(std::size_t part, const std::vector<IdRecord>& records,
                      const std::vector<std::uint32_t>& slots) {
    auto& own = m_records[part];
    for (const auto& record : records) {
        own.push_back({record.hash, slots[record.slot], record.ward});
    }
}

void RepeatedIds::settle() {
    std::size_t count = 0;
    for (const auto& records : m_records) {
        count += records.size();
    }
    if (count > most_in_memory) write_out();
}

void RepeatedIds::write_out() {
    if (m_file < 0) {
        m_folder.emplace();
        m_file = ::open((m_folder->path() / "ids").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (m_file < 0) failed();
    }
    for (std::size_t part = 0; part < id_parts; ++part) {
        auto& records = m_records[part];
        if (records.empty()) continue;
        const auto* bytes = reinterpret_cast<const char*>(records.data());
        auto left = records.size() * sizeof(IdRecord);
        m_runs[part].push_back({m_written, records.size()});
        while (left > 0) {
            const auto n = ::write(m_file, bytes, left);
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) failed();
            bytes += n;
            left -= static_cast<std::size_t>(n);
            m_written += static_cast<std::uint64_t>(n);
        }
        records.clear();
    }
}

std::vector<IdRecord> RepeatedIds::records_of(std::size_t part) const {
    std::vector<IdRecord> all;
    for (const auto& run : m_runs[part]) {
        const auto first = all.size();
        all.resize(first + run.count);
        auto* bytes = reinterpret_cast<char*>(all.data() + first);
        auto left = run.count * sizeof(IdRecord);
        auto at = static_cast<::off_t>(run.at);
        while (left > 0) {
            const auto n = ::pread(m_file, bytes, left, at);
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) failed();
            bytes += n;
            at += n;
            left -= static_cast<std::size_t>(n);
        }
    }
    all.insert(all.end(), m_records[part].begin(), m_records[part].end());
    return all;
}

void RepeatedIds::find(const std::function<void(const IdRecord&)>& found) {
    for (std::size_t part = 0; part < id_parts; ++part) {
        stop_if_interrupted();
        const auto records = records_of(part);
        Seen seen(records.size());
        for (const auto& record : records) {
            if (seen.add(record.hash)) found(record);
        }
    }
}

} // namespace wardmap::incidents
