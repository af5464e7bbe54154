// SPDX-License-Identifier: MIT
#include "base/file_lock.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <ctime>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/interrupt.h"

namespace wardmap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_word = "wardmap ";
constexpr auto pause = std::chrono::milliseconds(50);

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 && name[0] != 0 ? name.data() : "?";
}

/// "wardmap PID HOST DATE TIME" for this process, at the present time.
std::string owner_line() {
    std::array<char, 32> time{};
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::strftime(time.data(), time.size(), "%Y-%m-%d %H:%M:%S", &parts);
    return std::string(first_word) + std::to_string(::getpid()) + " " + host_name() + " " +
           time.data() + "\n";
}

std::string content_of(int file) {
    std::array<char, 512> bytes{};
    const auto n = ::pread(file, bytes.data(), bytes.size(), 0);
    return {bytes.data(), n > 0 ? static_cast<std::size_t>(n) : 0};
}

/// "process 1234, since 2026-11-28 22:04:31 UTC"; as much as is known.
std::string owner_of(int file) {
    std::istringstream line(content_of(file));
    std::string program;
    std::string process;
    std::string host;
    std::string date;
    std::string time;
    if (!(line >> program >> process >> host >> date >> time)) return "";
    const auto on = host == host_name() ? "" : " on " + host;
    return " (process " + process + on + ", since " + date + " " + time + " UTC)";
}

bool is_lock_file(int file) {
    struct stat status {};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return false;
    const auto content = content_of(file);
    return content.starts_with(first_word) || first_word.starts_with(content); // or half written
}

[[noreturn]] void refuse_foreign(const fs::path& file) {
    fail_output(file, "this is not a lock file of Wardmap, which needs one of this name",
                "move it away, or choose another folder with --out");
}

bool is_at(int descriptor, const fs::path& path) {
    struct stat open {};
    struct stat there {};
    return ::fstat(descriptor, &open) == 0 && find_status(path, there) &&
           open.st_dev == there.st_dev && open.st_ino == there.st_ino;
}

/// Reports which process a run is waiting for, once for each process.
class Waiting {
public:
    Waiting(const fs::path& output, const Notice& notice) : m_output(output), m_notice(notice) {}

    void pass_time(int file) {
        const auto owner = owner_of(file);
        if (m_notice && (!m_announced || (owner != m_owner && !owner.empty()))) {
            m_notice("waiting for another run that writes " + m_output.string() + owner);
            m_announced = true;
            m_owner = owner;
        }
        stop_if_interrupted();
        std::this_thread::sleep_for(pause);
        stop_if_interrupted();
    }

private:
    const fs::path& m_output;
    const Notice& m_notice;
    bool m_announced = false;
    std::string m_owner;
};

/// Reopened at each attempt: the file that was locked may have been replaced since. `open` returns
/// a closed descriptor to give up.
template <typename Open>
Descriptor take(const fs::path& path, Waiting waiting, const Open& open) {
    for (;;) {
        Descriptor file = open();
        if (!file.is_open()) return file;
        if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0) {
            if (is_at(file.number(), path)) return file;
        } else if (errno == EWOULDBLOCK || errno == EINTR) {
            waiting.pass_time(file.number());
        } else {
            return {};
        }
    }
}

Descriptor open_lock_file(const fs::path& file) {
    constexpr int flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    Descriptor opened(::open(file.c_str(), O_RDWR | O_CREAT | flags, 0666));
    if (!opened.is_open() && errno == EACCES) // another user's
        opened = Descriptor(::open(file.c_str(), O_RDONLY | flags));
    if (!opened.is_open() && (errno == ELOOP || errno == EISDIR || errno == ENXIO))
        refuse_foreign(file);
    if (opened.is_open() && !is_lock_file(opened.number())) refuse_foreign(file);
    return opened;
}

} // namespace

FileLock::~FileLock() {
    if (m_descriptor.is_open() && !m_file.empty() && is_at(m_descriptor.number(), m_file))
        ::unlink(m_file.c_str());
}

FileLock FileLock::take_file(const fs::path& file, const fs::path& output, const Notice& notice) {
    FileLock lock;
    lock.m_descriptor = take(file, Waiting(output, notice), [&] { return open_lock_file(file); });
    if (!lock.is_held()) fail_output(output, "the output cannot be locked: " + system_reason());
    lock.m_file = file;
    const auto line = owner_line();
    // For messages only; the lock is valid without it.
    if (::ftruncate(lock.m_descriptor.number(), 0) == 0 &&
        ::pwrite(lock.m_descriptor.number(), line.data(), line.size(), 0) < 0) {
        errno = 0;
    }
    return lock;
}

FileLock FileLock::take_folder(const fs::path& folder, const Notice& notice) {
    FileLock lock;
    lock.m_descriptor = take(folder, Waiting(folder, notice), [&] {
        return Descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    });
    return lock;
}

void refuse_foreign_lock(const fs::path& file) {
    struct stat status {};
    if (!find_status(file, status)) return;
    if (!S_ISREG(status.st_mode)) refuse_foreign(file);
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (opened.is_open() && !is_lock_file(opened.number())) refuse_foreign(file);
}

} // namespace wardmap
