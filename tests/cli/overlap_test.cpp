// SPDX-License-Identifier: MIT
// Many concurrent runs in one output folder, killed and interrupted at any time.
#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;
namespace fs = std::filesystem;

namespace {

constexpr int at_once = 8;
constexpr int rounds = 3;

pid_t start(const fs::path& folder, const char* product) {
    const auto project = (folder / "project.toml").string();
    const auto out = (folder / "out").string();
    std::array<const char*, 10> words = {
        WARDMAP_PROGRAM, "draw", project.c_str(), "--only",    product,
        "--threads",     "1",    "--out",         out.c_str(), nullptr};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    for (const int number : {STDOUT_FILENO, STDERR_FILENO}) {
        ::posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_WRONLY, 0);
    }
    pid_t process = 0;
    const int failed = ::posix_spawn(&process, WARDMAP_PROGRAM, &actions, nullptr,
                                     const_cast<char* const*>(words.data()), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    REQUIRE(failed == 0);
    return process;
}

/// A folder that is kept open, so that its inode is not reused while it is checked.
class OpenFolder {
public:
    explicit OpenFolder(const fs::path& path)
        : m_path(path), m_file(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        REQUIRE(m_file >= 0);
    }
    OpenFolder(const OpenFolder&) = delete;
    OpenFolder& operator=(const OpenFolder&) = delete;
    ~OpenFolder() { ::close(m_file); }

    /// Whether the path still leads to it.
    [[nodiscard]] bool is_there() const {
        struct stat opened {};
        struct stat now {};
        return ::fstat(m_file, &opened) == 0 && ::stat(m_path.c_str(), &now) == 0 &&
               opened.st_ino == now.st_ino;
    }

private:
    fs::path m_path;
    int m_file;
};

/// Missing files of the manifest; empty if the folder is replaced meanwhile.
std::size_t missing_files(const fs::path& out) {
    const OpenFolder folder(out);
    std::size_t missing = 0;
    std::error_code error;
    std::ifstream in(out / "manifest.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded()) {
        missing = 1;
    } else {
        for (const auto& file : json["outputs"]) {
            if (!fs::exists(out / file["path"].get<std::string>(), error)) ++missing;
        }
    }
    return folder.is_there() ? missing : 0;
}

struct Tally {
    int published = 0;
    int killed = 0;
    int interrupted = 0;
};

void note_end(int status, Tally& tally) {
    if (WIFSIGNALED(status)) {
        // SIGTERM ends one that does not handle signals yet.
        CHECK((WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGTERM));
        ++tally.killed;
        return;
    }
    const int code = WEXITSTATUS(status);
    CHECK((code == 0 || code == 130));
    ++(code == 0 ? tally.published : tally.interrupted);
}

/// Starts runs in turn, and ends about half of them at random moments.
void one_round(const fs::path& folder, std::mt19937& random, Tally& tally) {
    const auto pick = [&random](unsigned most) { return static_cast<int>(random() % (most + 1)); };
    std::vector<pid_t> running;
    for (int i = 0; i < at_once; ++i) {
        running.push_back(start(folder, i % 2 == 0 ? "data" : "explorer"));
    }
    for (std::size_t i = 0; i + 4 < running.size(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(pick(400)));
        ::kill(running[i], i % 2 == 0 ? SIGKILL : SIGTERM);
    }
    for (const auto process : running) {
        int status = 0;
        REQUIRE(::waitpid(process, &status, 0) == process);
        note_end(status, tally);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
            CHECK(missing_files(folder / "out") == 0);
    }
}

} // namespace

TEST_CASE("Runs that overlap in one output folder never harm each other",
          "[program][output][overlap]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("out/mine.txt", "mine");
    std::mt19937 random(20140501);
    Tally tally;
    for (int round = 0; round < rounds; ++round) {
        one_round(folder.path(), random, tally);
        const auto verified = run(folder.path(), "verify out");
        INFO(verified.out << verified.err);
        CHECK(verified.code == 0);
        CHECK(read_file(folder.path() / "out/mine.txt") == "mine");
    }
    CHECK(tally.published >= rounds * 4);
    CHECK(tally.killed + tally.interrupted + tally.published == rounds * at_once);
    CHECK(run(folder.path(), "draw project.toml --only data --quiet --out out").code == 0);
    for (const auto& entry : fs::directory_iterator(folder.path())) {
        CHECK_FALSE(entry.path().filename().string().starts_with(".out.")); // no lock, no stage
    }
}
