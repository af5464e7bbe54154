// SPDX-License-Identifier: MIT
// Output: the user's own files, links, locks, inputs that change, closed streams.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;
namespace fs = std::filesystem;

namespace {

constexpr const char* draw = "draw project.toml --only data --quiet --out out";

unsigned mode_of(const fs::path& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Holds the lock of the folder `out`, like another run.
class OtherRun {
public:
    explicit OtherRun(const TempFolder& folder)
        : m_path(folder.path() / ".out.wardmap-lock"),
          m_file(::open(m_path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644)) {
        REQUIRE(::flock(m_file, LOCK_EX | LOCK_NB) == 0);
        folder.write(".out.wardmap-lock", "wardmap 4321 elsewhere 2026-05-01 09:30:00\n");
    }
    OtherRun(const OtherRun&) = delete;
    OtherRun& operator=(const OtherRun&) = delete;
    ~OtherRun() { end(); }

    /// In the correct order: first remove, then release.
    void end() {
        if (m_file < 0) return;
        fs::remove(m_path);
        ::close(m_file);
        m_file = -1;
    }

private:
    fs::path m_path;
    int m_file;
};

/// Waits until a file has content; false after ten minutes, because a machine may be busy.
bool wait_for(const fs::path& file, const std::string& text) {
    for (int i = 0; i < 12'000; ++i) {
        std::ifstream in(file);
        const std::string found{std::istreambuf_iterator<char>(in), {}};
        if (holds(found, text)) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

/// Draws while another run holds the lock; `meanwhile` is called while it waits.
template <typename Do>
Run draw_meanwhile(const TempFolder& folder, const Do& meanwhile) {
    OtherRun other(folder);
    const auto err = folder.path() / "waits.txt";
    Run done;
    std::thread thread([&] {
        done = run(folder.path(), std::string(draw) + " 2>waits.txt", "echo $$ >pid; exec");
    });
    const bool waits = wait_for(err, "waiting for another run");
    if (waits) meanwhile(other);
    other.end();
    thread.join();
    CHECK(waits);
    done.err = read_file(err);
    return done;
}

} // namespace

TEST_CASE("A run reports which run it is waiting for, and then draws", "[program][output]") {
    const TempFolder folder;
    write_four_wards(folder);
    const auto done = draw_meanwhile(folder, [](OtherRun&) {});
    CHECK(done.code == 0);
    CHECK(done.err == "waiting for another run that writes " + (folder.path() / "out").string() +
                          " (process 4321 on elsewhere, since 2026-05-01 09:30:00 UTC)\n");
    CHECK(fs::exists(folder.path() / "out/manifest.json"));
    CHECK_FALSE(fs::exists(folder.path() / ".out.wardmap-lock"));
}

TEST_CASE("A waiting run can be ended while the other still runs", "[program][output]") {
    for (const int signal : {SIGINT, SIGTERM}) {
        const TempFolder folder;
        write_four_wards(folder);
        OtherRun* holder = nullptr;
        const auto done = draw_meanwhile(folder, [&](OtherRun& other) {
            holder = &other;
            ::kill(std::stoi(read_file(folder.path() / "pid")), signal);
            CHECK(wait_for(folder.path() / "waits.txt", "interrupted: nothing was changed"));
        });
        CHECK(holder != nullptr);
        CHECK(done.code == 130);
        CHECK_FALSE(fs::exists(folder.path() / "out"));
    }
}

TEST_CASE("Something else with the name of the lock is refused and kept", "[program][output]") {
    const TempFolder folder;
    write_four_wards(folder);
    folder.write("asb.csv", ""); // found only after the output is checked
    const auto lock = folder.path() / ".out.wardmap-lock";
    const auto refused = [&] {
        const auto done = run(folder.path(), draw);
        CHECK(done.code == 1);
        CHECK(done.err.starts_with("error: " + lock.string() + ": this is not a lock file"));
        CHECK(holds(done.err, "\n  help: move it away, or choose another folder with --out\n"));
    };
    folder.write(".out.wardmap-lock", "my notes");
    refused();
    CHECK(read_file(lock) == "my notes");
    fs::remove(lock);
    fs::create_directory(lock);
    refused();
    fs::remove(lock);
    fs::create_symlink("nowhere", lock);
    refused();
    CHECK(fs::is_symlink(lock));
}

TEST_CASE("An input that changes before the end is named, and nothing published",
          "[program][output]") {
    for (const char* const name : {"asb.csv", "wards.geojson", "project.toml", "mine.toml"}) {
        const TempFolder folder;
        write_four_wards(folder,
                         replaced(four_wards_project, "area = ", "style = \"mine.toml\"\narea = "));
        folder.write("mine.toml", "extends = \"committee\"\n");
        const auto done = draw_meanwhile(
            folder, [&](OtherRun&) { std::ofstream(folder.path() / name, std::ios::app) << "\n"; });
        INFO(done.err);
        CHECK(done.code == 1);
        CHECK(holds(done.err, std::string("error: ") + name + ": changed while the run lasted\n"));
        CHECK(holds(done.err, "\n  help: start the run again once the file is complete\n"));
        CHECK_FALSE(fs::exists(folder.path() / "out"));
    }
}

TEST_CASE("A link given as the output folder is written through", "[program][output]") {
    const TempFolder folder;
    write_four_wards(folder);
    fs::create_directory(folder.path() / "real");
    fs::create_directory_symlink("real", folder.path() / "out");
    CHECK(run(folder.path(), draw).code == 0);
    CHECK(run(folder.path(), draw).code == 0);
    CHECK(fs::read_symlink(folder.path() / "out") == "real");
    CHECK(fs::exists(folder.path() / "real/manifest.json"));
    fs::create_directory_symlink("made", folder.path() / "dangling");
    CHECK(run(folder.path(), "draw project.toml --only data --quiet --out dangling/").code == 0);
    CHECK(fs::is_symlink(folder.path() / "dangling"));
    CHECK(fs::exists(folder.path() / "made/manifest.json"));
}

TEST_CASE("The user's files in the output folder are unchanged", "[program][output]") {
    const TempFolder folder;
    write_four_wards(folder);
    CHECK(run(folder.path(), draw).code == 0);
    const auto out = folder.path() / "out";
    fs::create_directories(out / "empty");
    fs::create_directory_symlink("/etc", out / "link");
    fs::create_symlink("nowhere", out / "dangling");
    folder.write("out/data/mine.txt", "mine");
    const auto time = fs::last_write_time(out / "data/mine.txt");
    for (const unsigned mode : {0700U, 02775U}) {
        REQUIRE(::chmod(out.c_str(), mode) == 0);
        CHECK(run(folder.path(), draw).code == 0);
        CHECK(mode_of(out) == mode);
    }
    CHECK(fs::is_directory(out / "empty"));
    CHECK(fs::read_symlink(out / "link") == "/etc");
    CHECK(fs::read_symlink(out / "dangling") == "nowhere");
    CHECK(read_file(out / "data/mine.txt") == "mine");
    CHECK(fs::last_write_time(out / "data/mine.txt") == time);
    const auto verified = run(folder.path(), "verify out");
    INFO(verified.out);
    CHECK(verified.code == 0);
}

TEST_CASE("The folder in which a run is started stays the same folder", "[program][output]") {
    const TempFolder folder;
    write_four_wards(folder);
    for (int i = 0; i < 2; ++i) {
        const auto done = run(folder.path(), "draw project.toml --only data --quiet --out . && ls");
        INFO(done.err);
        CHECK(done.code == 0);
        CHECK(holds(done.out, "manifest.json\n"));
        CHECK(holds(done.out, "asb.csv\n"));
    }
}

TEST_CASE("A mount point is written into", "[program][output]") {
    const TempFolder folder;
    write_four_wards(folder);
    fs::create_directory(folder.path() / "out");
    const std::string mount = "mount -t tmpfs tmpfs out";
    const auto quoted = "'" + mount + "'";
    if (std::system(("cd '" + folder.path().string() + "' && unshare --mount sh -c " + quoted +
                     " 2>/dev/null")
                        .c_str()) != 0) {
        WARN("skipped: nothing can be mounted here");
        return;
    }
    const std::string program = "\"" WARDMAP_PROGRAM "\" ";
    const auto done =
        run(folder.path(), "--version >/dev/null; unshare --mount sh -c '" + mount +
                               " && echo mine >out/mine.txt && " + program + draw + " && " +
                               program + draw + " && " + program + "verify out && ls -A out'");
    INFO(done.out << done.err);
    CHECK(done.code == 0);
    CHECK(holds(done.out, "mine.txt\n"));
    CHECK_FALSE(holds(done.out, ".wardmap"));
}

TEST_CASE("Standard output that is full or closed is an error, not a crash", "[program][output]") {
    const TempFolder folder;
    write_four_wards(folder);
    const auto full = run(folder.path(), "draw project.toml --only data --out out >/dev/full");
    CHECK(full.code == 1);
    CHECK(holds(full.err, "error: standard output cannot be written: No space left on device\n"));
    CHECK(fs::exists(folder.path() / "out/manifest.json"));
    const auto help = run(folder.path(), "--help >/dev/full");
    CHECK(help.code == 1);
    CHECK(holds(help.err, "error: standard output cannot be written: "));
    const auto closed = run(folder.path(), "check project.toml >&-");
    CHECK(closed.code == 1);
    CHECK(holds(closed.err, "error: standard output cannot be written: "));
    CHECK(run(folder.path(), "draw nosuch.toml 2>&-").code == 1);
    CHECK(run(folder.path(), "draw nosuch.toml 2>/dev/full").code == 1);
    CHECK(run(folder.path(), "nosuch 2>&-").code == 2);
}

TEST_CASE("No file takes the place of a stream that is closed", "[program][output]") {
    const TempFolder folder;
    write_four_wards(folder);
    CHECK(run(folder.path(), std::string(draw) + " <&- 2>&-").code == 0);
    CHECK(run(folder.path(), "verify out").code == 0);
    CHECK(run(folder.path(), std::string(draw) + " <&- >&- 2>&-").code == 0); // it prints nothing
    CHECK(run(folder.path(), "verify out").code == 0);
}

TEST_CASE("Impossible paths are not a defect of Wardmap", "[program][output]") {
    const auto error_of = [](const std::string& from, const std::string& to) {
        const TempFolder folder;
        write_four_wards(folder, replaced(four_wards_project, from, to));
        REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
        fs::create_directory(folder.path() / "folder");
        const auto done = run(folder.path(), "check project.toml");
        CHECK(done.code == 1);
        return done.err;
    };
    const std::string long_name(300, 'A');
    const std::string table = "\"asb.csv\"";
    const std::string wards = "\"wards.geojson\"";
    CHECK(error_of(table, '"' + long_name + '"')
              .starts_with("error: " + long_name + ": there is no such file\n"));
    CHECK(error_of(wards, '"' + long_name + '"')
              .starts_with("error: " + long_name + ": there is no such "));
    CHECK(error_of(wards, "\"/dev/null\"").starts_with("error: /dev/null: this is not a regular"));
    CHECK(error_of(wards, "\"pipe\"").starts_with("error: pipe: this is not a regular file\n"));
    CHECK(error_of(table, "\"pipe\"").starts_with("error: pipe: this is not a regular file\n"));
    CHECK(error_of(table, "\"folder\"").starts_with("error: folder: this is a folder\n"));
    CHECK_FALSE(holds(error_of(wards, "\"folder\""), "defect of Wardmap"));
    const TempFolder folder;
    write_four_wards(folder);
    const auto out = run(folder.path(), "draw project.toml --out " + long_name);
    CHECK(out.code == 1);
    CHECK(holds(out.err, "File name too long\n  help: choose another folder with --out\n"));
}

TEST_CASE("Single files are written through links and keep their mode", "[program][output]") {
    const TempFolder folder;
    folder.write("real.svg", "former");
    REQUIRE(::chmod((folder.path() / "real.svg").c_str(), 0640) == 0);
    fs::create_symlink("real.svg", folder.path() / "link.svg");
    CHECK(run(folder.path(), "palettes --out link.svg").code == 0);
    CHECK(fs::is_symlink(folder.path() / "link.svg"));
    CHECK(holds(read_file(folder.path() / "real.svg"), "<svg"));
    CHECK(mode_of(folder.path() / "real.svg") == 0640);
    const auto full = run(folder.path(), "palettes --out real.svg", "ulimit -f 1;");
    CHECK(full.code != 0);
    CHECK(holds(read_file(folder.path() / "real.svg"), "</svg>"));
}

TEST_CASE("new writes over a project file only with --force", "[program][output]") {
    const TempFolder folder;
    write_four_wards(folder);
    const std::string words = "new wards.geojson asb.csv population.csv";
    const auto refused = run(folder.path(), words);
    CHECK(refused.code == 1);
    CHECK(holds(refused.err, "error: project.toml: the file already exists\n"));
    CHECK(read_file(folder.path() / "project.toml") == four_wards_project);
    const auto piped = run(folder.path(), words + " --out /dev/stdout | cat");
    CHECK(holds(piped.out, "[boundaries]"));
    CHECK(fs::is_symlink("/dev/stdout"));
    CHECK(run(folder.path(), words + " --force").code == 0);
    CHECK(read_file(folder.path() / "project.toml") != four_wards_project);
}
