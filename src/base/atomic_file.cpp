// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

namespace wardmap {
namespace {

[[noreturn]] void fail(const std::string& path, int error) {
    throw OutputError("error: " + path + ": cannot be written: " + std::strerror(error) +
                      "\n  help: choose another place for the file");
}

bool write_all(int file, const std::string& content) {
    for (std::size_t done = 0; done < content.size();) {
        const auto n = ::write(file, content.data() + done, content.size() - done);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        done += static_cast<std::size_t>(n);
    }
    return ::fchmod(file, 0644) == 0 && ::fsync(file) == 0;
}

} // namespace

void write_file_atomically(const std::string& path, const std::string& content) {
    namespace fs = std::filesystem;
    if (fs::is_directory(path)) fail(path, EISDIR);
    const auto folder = fs::path(path).parent_path();
    std::error_code error;
    if (!folder.empty()) fs::create_directories(folder, error);
    if (error) fail(path, error.value());
    std::string beside = path + ".XXXXXX";
    const int file = ::mkstemp(beside.data());
    if (file < 0) fail(path, errno);
    const bool written = write_all(file, content);
    const int why = errno;
    const bool closed = ::close(file) == 0;
    if (!written || !closed || ::rename(beside.c_str(), path.c_str()) != 0) {
        const int reason = written ? errno : why;
        ::unlink(beside.c_str());
        fail(path, reason);
    }
}

} // namespace wardmap
