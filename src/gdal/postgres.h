// SPDX-License-Identifier: MIT
// A session with a PostgreSQL server.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace wardmap::gdal {

/// "PG:...", "postgresql:...".
[[nodiscard]] bool is_postgres(const std::string& path);
/// A connection that the server makes read-only.
[[nodiscard]] std::string read_only(const std::string& path);

/// "force.crime" as SQL names it: "force"."crime".
[[nodiscard]] std::string quoted_name(const std::string& name);
/// As SQL writes a text.
[[nodiscard]] std::string quoted_text(const std::string& text);

/// Every function throws InputError with the server's reason. The server refuses all changes but
/// those between `BEGIN READ WRITE` and `COMMIT`. Not thread-safe.
class PostgresSession {
public:
    /// `shown_as`: how messages name it, without a password.
    PostgresSession(const std::string& path, std::string shown_as);

    /// Names of the columns that a SELECT gives, geometries last.
    [[nodiscard]] std::vector<std::string> columns(const std::string& select) const;
    /// The cells of every row as text, "" for null. No column may be a geometry.
    [[nodiscard]] std::vector<std::vector<std::string>> rows(const std::string& select) const;
    /// A statement that gives no rows.
    void run(const std::string& statement) const;

private:
    struct Closer {
        void operator()(void* dataset) const;
    };

    std::string m_shown_as;
    std::unique_ptr<void, Closer> m_dataset;
};

} // namespace wardmap::gdal
