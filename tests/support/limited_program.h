// SPDX-License-Identifier: MIT
// The built program under limits of time and memory, and under signals. Needs WARDMAP_PROGRAM.
#pragma once

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/files.h"
#include "support/sanitizers.h"

namespace wardmap::testing {

/// How a run ended; one killed by a signal has code 128 + signal.
struct LimitedRun {
    int code = 0;
    std::string err;
    double seconds = 0;         // CPU time on all cores: the same however busy the machine is
    double mebibytes = 0;       // peak memory
    double seconds_to_stop = 0; // from the signal to the end: of the clock, or of work where less
};

/// Seconds after which a program is considered to hang: far more than a busy machine needs.
inline constexpr double longest_wait = 3000;

/// A program that runs in parallel with the test.
class Child {
public:
    using Clock = std::chrono::steady_clock;

    Child(const std::filesystem::path& folder, const std::vector<std::string>& words) {
        const auto err = (m_temp.path() / "err").string();
        std::vector<std::string> all{WARDMAP_PROGRAM};
        all.insert(all.end(), words.begin(), words.end());
        std::vector<char*> arguments;
        for (auto& word : all) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        m_pid = ::fork();
        if (m_pid != 0) return;
        const rlimit space{most_bytes, most_bytes};
        if (!has_sanitizers) ::setrlimit(RLIMIT_AS, &space); // they reserve far more
        if (::chdir(folder.c_str()) != 0) ::_exit(127);
        ::dup2(::open("/dev/null", O_RDWR), 0);
        ::dup2(::open("/dev/null", O_RDWR), 1);
        ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT, 0600), 2);
        ::execv(arguments.front(), arguments.data());
        ::_exit(127);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
    }

    /// Whether it handled signals before it ended: until then they end it like any program.
    [[nodiscard]] bool listens() {
        const auto until = Clock::now() + std::chrono::duration<double>(longest_wait);
        while (Clock::now() < until) {
            if (has_handler()) return true;
            if (ends_within(0.001)) return false;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return false;
    }

    [[nodiscard]] bool has_ended() const { return m_pid <= 0; }

    void send(int signal) {
        m_signalled = Clock::now();
        m_worked = work_so_far();
        ::kill(m_pid, signal);
    }

    /// Whether it ended within the time.
    bool ends_within(double seconds) {
        const auto until = Clock::now() + std::chrono::duration<double>(seconds);
        while (m_pid > 0 && Clock::now() < until) {
            if (::wait4(m_pid, &m_status, WNOHANG, &m_usage) == m_pid) {
                m_end = Clock::now();
                m_pid = -1;
            } else {
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            }
        }
        return m_pid <= 0;
    }

    /// Precondition: it has ended.
    [[nodiscard]] LimitedRun run() const {
        const auto seconds = [](const timeval& t) {
            return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
        };
        const double worked = seconds(m_usage.ru_utime) + seconds(m_usage.ru_stime);
        const double clock = std::chrono::duration<double>(m_end - m_signalled).count();
        return {WIFEXITED(m_status) ? WEXITSTATUS(m_status) : 128 + WTERMSIG(m_status),
                read_file((m_temp.path() / "err").string()), worked,
                static_cast<double>(m_usage.ru_maxrss) / 1024, std::min(clock, worked - m_worked)};
    }

private:
    /// Whether the process handles SIGINT. Until the program has replaced it, it is a copy of this
    /// one, including handlers.
    [[nodiscard]] bool has_handler() const {
        std::error_code error;
        const auto process = std::filesystem::path("/proc") / std::to_string(m_pid);
        if (!std::filesystem::equivalent(process / "exe", WARDMAP_PROGRAM, error)) return false;
        std::ifstream status(process / "status");
        for (std::string line; std::getline(status, line);) {
            if (!line.starts_with("SigCgt:")) continue;
            return (std::stoull(line.substr(7), nullptr, 16) >> (SIGINT - 1) & 1) != 0;
        }
        return false;
    }

    /// CPU seconds of all its threads.
    [[nodiscard]] double work_so_far() const {
        std::istringstream stat(read_file("/proc/" + std::to_string(m_pid) + "/stat"));
        std::string word;
        double ticks = 0;
        for (int field = 1; field <= 15 && stat >> word; ++field) {
            if (field >= 14) ticks += std::stod(word); // user and system
        }
        return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
    }

    static constexpr rlim_t most_bytes = rlim_t{4} << 30;

    TempFolder m_temp;
    Clock::time_point m_signalled;
    Clock::time_point m_end;
    pid_t m_pid = -1;
    double m_worked = 0; // before the signal
    int m_status = 0;
    rusage m_usage{};
};

/// Runs `wardmap WORDS`; kills it (code 137) if it hangs.
inline LimitedRun run_limited(const std::filesystem::path& folder,
                              const std::vector<std::string>& words) {
    Child child(folder, words);
    if (!child.ends_within(longest_wait)) {
        child.send(SIGKILL);
        child.ends_within(longest_wait);
    }
    return child.run();
}

} // namespace wardmap::testing
