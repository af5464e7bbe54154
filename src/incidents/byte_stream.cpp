// SPDX-License-Identifier: MIT
#include "incidents/byte_stream.h"

#include <cerrno>
#include <cstring>
#include <limits>

#include <fcntl.h>
#include <unistd.h>

#include "base/error.h"
#include "base/input_file.h"
#include "gdal/zip_stream.h"

namespace wardmap::incidents {
namespace {

class FileStream : public ByteStream {
public:
    FileStream(const std::string& path, std::string shown_as)
        : m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), m_shown_as(std::move(shown_as)) {
        if (m_file < 0) refuse();
        (void)::posix_fadvise(m_file, 0, 0, POSIX_FADV_SEQUENTIAL);
    }
    FileStream(const FileStream&) = delete;
    FileStream& operator=(const FileStream&) = delete;
    ~FileStream() override {
        if (m_file >= 0) ::close(m_file);
    }

    std::size_t read(char* to, std::size_t bytes) override {
        std::size_t got = 0;
        while (got < bytes) {
            const auto n = ::read(m_file, to + got, bytes - got);
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) refuse();
            if (n == 0) break;
            got += static_cast<std::size_t>(n);
        }
        return got;
    }

private:
    [[noreturn]] void refuse() const {
        throw InputError(
            Finding{.severity = Severity::error,
                    .place = {m_shown_as},
                    .found = std::string("the file cannot be read: ") + std::strerror(errno)});
    }

    int m_file;
    std::string m_shown_as;
};

class MemberStream : public ByteStream {
public:
    MemberStream(const std::string& path, const std::string& member, const std::string& shown_as)
        : m_stream(path, member, shown_as) {}

    std::size_t read(char* to, std::size_t bytes) override { return m_stream.read(to, bytes); }

private:
    gdal::ZipStream m_stream;
};

} // namespace

std::unique_ptr<ByteStream> open_bytes(const std::string& path, const std::string& member,
                                       const std::string& shown_as) {
    if (!member.empty()) return std::make_unique<MemberStream>(path, member, shown_as);
    check_input_file({path, shown_as, "a table of incidents",
                      std::numeric_limits<std::uintmax_t>::max(), "", ""});
    return std::make_unique<FileStream>(path, shown_as);
}

} // namespace wardmap::incidents
